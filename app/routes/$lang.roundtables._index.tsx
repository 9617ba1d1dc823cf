import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayProposeRoundtable } from "~/domain/roundtables/roundtable.policy";
import { listRoundtables } from "~/domain/roundtables/roundtables.server";
import { listPurged } from "~/domain/vaults/vaults.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { RoundtableList } from "~/ui/roundtables/roundtable-list";
import { db } from "~db/client.server";

export const handle = { title: "roundtables:title" };

/** The same page for everyone who is in no room: it says nothing of any. */
export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  return {
    purged: await listPurged(db, by),
    sessions: await listRoundtables(db, by, { keys: await secretKeys(), at: now() }),
    timeZone: by.timeZone,
    mayPropose: mayProposeRoundtable(by),
  };
}

export default function Roundtables() {
  return <RoundtableList {...useLoaderData<typeof loader>()} />;
}
