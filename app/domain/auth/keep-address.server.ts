import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import { hashOf } from "./lucia.server";
import { type AddressKind, addressesOf } from "./own-sign-in.server";

const longestName = 60;
/** One for each program that a person reads with. */
const mostAddresses = 10;

const notices = { calendar: "calendar-address-made", advisories: "feed-address-made" } as const;

type Kept = {
  kind: AddressKind;
  by: Member;
  name: string;
  /** 32 random bytes. */
  secret: Uint8Array;
  at: Date;
};

/** The secret of an address that a program reads without signing in; its owner is told by mail. */
export async function keepAddress(tx: Transaction, { kind, by, name, secret, at }: Kept) {
  const label = storable(name.trim());
  if (label === "") return refused("calendar_unnamed");
  if (label.length > longestName) return refused("too_long", { most: longestName });
  const open = (await addressesOf(tx, kind)).filter(({ revokedAt }) => revokedAt === null);
  if (open.length >= mostAddresses) return refused("calendar_at_limit", { most: mostAddresses });

  const token = encodeBase64urlNoPadding(secret);
  const [kept] = await tx.execute<{ id: string | null }>(
    sql`select own_feed_token_keep(${hashOf(token)}, ${kind}, ${label}, ${at.toISOString()}::timestamptz) as id`,
  );
  // Their standing may have ended since the door let them in.
  if (!kept?.id) return refused("not_allowed");
  await queueNotice(tx, { kind: notices[kind], to: { memberId: by.memberId }, about: {}, at });
  return done({ token });
}

type Ended = { kind: AddressKind; addressId: string; at: Date };

/** Whether there was such an address of the asker's own, still in use. */
export async function endAddress(tx: Transaction, { kind, addressId, at }: Ended): Promise<boolean> {
  const [row] = await tx.execute<{ revoked: boolean }>(
    sql`select own_feed_token_revoke(${addressId}::uuid, ${kind}, ${at.toISOString()}::timestamptz) as revoked`,
  );
  return row?.revoked ?? false;
}
