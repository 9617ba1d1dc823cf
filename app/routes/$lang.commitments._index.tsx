import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listCommitments } from "~/domain/commitments/commitments.server";
import { dayOf } from "~/domain/vetting/vetting";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { CommitmentsPage } from "~/ui/commitments/commitments-page";
import { db } from "~db/client.server";

export const handle = { title: "commitments:title" };

/** The same page for everyone who owes nothing and convenes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  return { commitments: await listCommitments(db, by, { keys: await secretKeys() }), today: dayOf(now()) };
}

export default function Commitments() {
  return <CommitmentsPage {...useLoaderData<typeof loader>()} />;
}
