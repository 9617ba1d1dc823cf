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

/** The secret of an address at which a program reads what is new of the advisories that the member may see, shown this once. */
export function makeFeedAddress(db: Db, made: Made) {
  return asViewer(db, made.by, async (tx) => {
    const kept = await keepAddress(tx, { kind: "advisories", ...made });
    if (!kept.ok) return kept;
    await recordEvent(tx, {
      action: "feed_address.made",
      subject: { kind: "member", id: made.by.memberId },
      at: made.at,
    });
    return kept;
  });
}
