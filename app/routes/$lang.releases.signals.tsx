import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { errorRate } from "~/domain/releases/early-signals";
import { listEarlySignals } from "~/domain/releases/early-signals.server";
import { smallestGroup } from "~/domain/releases/release";
import { requireStaff } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { SignalList } from "~/ui/releases/signal-list";
import { db } from "~db/client.server";

export const handle = { title: "releases:signals.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  return {
    ...(await listEarlySignals(db, { by })),
    errorRate,
    least: smallestGroup,
    timeZone: zoneOf(by),
  };
}

export default function Signals() {
  return <SignalList {...useLoaderData<typeof loader>()} />;
}
