import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { keepAddress } from "./keep-address.server";

type Made = {
  by: Member;
  name: string;
  /** 32 random bytes. */
  secret: Uint8Array;
  at: Date;
};

/** The secret of an address at which a calendar program reads the member's dates, shown this once. */
export function makeCalendarAddress(db: Db, made: Made) {
  return asViewer(db, made.by, async (tx) => {
    const kept = await keepAddress(tx, { kind: "calendar", ...made });
    if (!kept.ok) return kept;
    await recordEvent(tx, {
      action: "calendar_address.made",
      subject: { kind: "member", id: made.by.memberId },
      at: made.at,
    });
    return kept;
  });
}
