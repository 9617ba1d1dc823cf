import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { Db } from "~db/client.server";
import { keepPasswordAndTotp } from "./keep-password-and-totp.server";
import { noteSignInChange } from "./note-sign-in-change.server";

type Set = {
  by: { memberId: string; sessionId: string };
  password: string;
  about: string[];
  secret: string;
  code: string;
  totpKey: Uint8Array;
  at: Date;
};

/** A password and the authenticator that goes with it, both new. */
export function setPassword(db: Db, { by, ...given }: Set) {
  return allOrNothing(db, by, async (tx) => {
    const kept = await keepPasswordAndTotp(tx, { memberId: by.memberId, ...given });
    if (kept.ok) await noteSignInChange(tx, { by, change: "password-set", at: given.at });
    return kept;
  });
}
