import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSessions } from "~/domain/auth/own-sign-in.server";
import { env } from "~/env.server";
import { requireSignedIn } from "~/http/sessions.server";
import { SessionsPage } from "~/ui/auth/sessions-page";
import { db } from "~db/client.server";

export const handle = { title: "auth:sessions.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireSignedIn(request);
  return {
    sessions: await listSessions(db, by),
    current: by.sessionId,
    timeZone: by.timeZone,
    idleMinutes: env().sessionIdleMinutes,
    hours: env().sessionHours,
  };
}

export default function OwnSessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />;
}
