import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { endAddress } from "./keep-address.server";

type Revoked = { by: { memberId: string }; addressId: string; at: Date };

export function revokeCalendarAddress(db: Db, { by, addressId, at }: Revoked) {
  return asViewer(db, by, async (tx) => {
    if (!(await endAddress(tx, { kind: "calendar", addressId, at }))) return refused("not_found");
    await recordEvent(tx, {
      action: "calendar_address.revoked",
      subject: { kind: "member", id: by.memberId },
      at,
    });
    return done(undefined);
  });
}
