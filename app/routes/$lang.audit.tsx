import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAuditQuery } from "~/domain/audit/audit.form";
import { mayReadAudit } from "~/domain/audit/audit.policy";
import { listEvents } from "~/domain/audit/events.server";
import { forbidden } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { AuditPage } from "~/ui/audit/audit-page";
import { db } from "~db/client.server";

export const handle = { title: "audit:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMember(request);
  if (!mayReadAudit(viewer)) throw forbidden();
  const { asked, wanted } = readAuditQuery(new URL(request.url).searchParams);
  const { items, next } = await listEvents(db, viewer, wanted);
  const events = items.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
  return { asked, events, next, timeZone: viewer.timeZone };
}

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
