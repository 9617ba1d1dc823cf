import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { endAddress } from "./keep-address.server";

type Revoked = { by: { memberId: string }; addressId: string; at: Date };

export function revokeFeedAddress(db: Db, { by, addressId, at }: Revoked) {
  return asViewer(db, by, async (tx) => {
    if (!(await endAddress(tx, { kind: "advisories", addressId, at }))) return refused("not_found");
    await recordEvent(tx, {
      action: "feed_address.revoked",
      subject: { kind: "member", id: by.memberId },
      at,
    });
    return done(undefined);
  });
}
