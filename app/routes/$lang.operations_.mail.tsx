import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listDeadLetters } from "~/domain/digests/dead-letters.server";
import { stateOfRun } from "~/domain/digests/digest-run";
import { listDigestRuns } from "~/domain/digests/digest-runs.server";
import { requireOperator } from "~/http/operators.server";
import { MailOperationsPage } from "~/ui/machine/mail-operations-page";
import { db } from "~db/client.server";

export const handle = { title: "operations:mail.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireOperator(request);
  const at = now();
  const [runs, letters] = await Promise.all([listDigestRuns(db, by), listDeadLetters(db, by)]);
  return {
    runs: runs.map((run) => ({ ...run, state: stateOfRun(run, at) })),
    letters,
    at,
    timeZone: by.timeZone,
  };
}

export default function MailOperations() {
  return <MailOperationsPage {...useLoaderData<typeof loader>()} />;
}
