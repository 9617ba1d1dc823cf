import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findMinutes } from "~/domain/minutes/minutes.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { mayHoldRecord } from "~/domain/vaults/vault.policy";
import { findVault } from "~/domain/vaults/vaults.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { RecordPage } from "~/ui/vaults/record-page";
import { db } from "~db/client.server";

export const handle = { title: "vaults:title" };

/** Also of a session whose record is destroyed, to those who convened it: its title is gone with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const vault = await findVault(db, by, { id, keys });
  if (!vault) throw notFound();
  const session = await findRoundtable(db, by, { id, keys, at });
  const chairs = session !== undefined && mayChair(by, session);
  return {
    vault,
    title: session?.agenda.title ?? null,
    timeZone: by.timeZone,
    me: by.memberId,
    chairs,
    entered: session !== undefined && (await findMinutes(db, by, { id, keys })) !== undefined,
    convenes: session !== undefined && session.parts.length > 0,
    mayEnd:
      chairs && vault.convenedAt !== null && !vault.cancelledAt && !vault.endedAt && vault.startsAt <= at,
    mayClose: chairs && vault.endedAt !== null && !vault.closedAt,
    mayHold: session !== undefined && mayHoldRecord(by, session),
  };
}

export default function RoundtableRecord() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
