import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMachineHealth } from "~/domain/machine/machine-health.server";
import { concernsOf } from "~/domain/machine/to-mind";
import { listScreenedCounts } from "~/domain/screening/screened-counts.server";
import { env } from "~/env.server";
import { forbidden } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { OperationsPage } from "~/ui/machine/operations-page";
import { db } from "~db/client.server";

export const handle = { title: "operations:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMember(request);
  // The machine's own clock, as its processes write it.
  const at = new Date();
  const health = await readMachineHealth(db, viewer, at);
  if (!health) throw forbidden();
  const mailService = env().resendApiKey !== undefined || env().demo;
  const screened = await listScreenedCounts(db, viewer, at);
  return { health, screened, concerns: concernsOf(health, at, mailService), at, timeZone: viewer.timeZone };
}

export default function Operations() {
  return <OperationsPage {...useLoaderData<typeof loader>()} />;
}
