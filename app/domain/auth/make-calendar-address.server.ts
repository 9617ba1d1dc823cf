import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { asViewer, type Db } from "~db/client.server";
import { hashOf } from "./lucia.server";
import { listCalendarAddresses } from "./own-sign-in.server";

const longestName = 60;
/** One for each program that a person reads a calendar with. */
const mostAddresses = 10;

type Made = {
  by: Member;
  name: string;
  /** 32 random bytes. */
  secret: Uint8Array;
  at: Date;
};

/** The secret of an address at which a calendar program reads the member's dates, shown this once. */
export function makeCalendarAddress(db: Db, { by, name, secret, at }: Made) {
  const label = storable(name.trim());
  return asViewer(db, by, async (tx) => {
    if (label === "") return refused("calendar_unnamed");
    if (label.length > longestName) return refused("too_long", { most: longestName });
    const open = (await listCalendarAddresses(tx, by)).filter(({ revokedAt }) => revokedAt === null);
    if (open.length >= mostAddresses) return refused("calendar_at_limit", { most: mostAddresses });

    const token = encodeBase64urlNoPadding(secret);
    const [kept] = await tx.execute<{ id: string | null }>(
      sql`select own_feed_token_keep(${hashOf(token)}, 'calendar', ${label}, ${at.toISOString()}::timestamptz) as id`,
    );
    // Their standing may have ended since the door let them in.
    if (!kept?.id) return refused("not_allowed");
    await queueNotice(tx, {
      kind: "calendar-address-made",
      to: { memberId: by.memberId },
      about: {},
      at,
    });
    await recordEvent(tx, {
      action: "calendar_address.made",
      subject: { kind: "member", id: by.memberId },
      at,
    });
    return done({ token });
  });
}
