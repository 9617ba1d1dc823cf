import { done } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { issueRecoveryCodes } from "./issue-recovery-codes.server";
import { noteSignInChange } from "./note-sign-in-change.server";

type Renewal = {
  by: { memberId: string; sessionId: string };
  recoveryKey: Uint8Array;
  random: Uint8Array;
  at: Date;
};

export function renewRecoveryCodes(db: Db, { by, recoveryKey, random, at }: Renewal) {
  return asViewer(db, by, async (tx) => {
    const codes = await issueRecoveryCodes(tx, { memberId: by.memberId, recoveryKey, random, at });
    await noteSignInChange(tx, { by, change: "recovery-codes-issued", at });
    return done(codes);
  });
}
