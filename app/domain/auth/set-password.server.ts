import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { Db } from "~db/client.server";
import { keepPasswordAndTotp } from "./keep-password-and-totp.server";
import { noteSignInChange } from "./note-sign-in-change.server";
import { newPassword } from "./password.server";

type Set = {
  by: { memberId: string; sessionId: string };
  password: string;
  /** What an attacker would try first: name, address, organisation. */
  about: string[];
  secret: string;
  code: string;
  totpKey: Uint8Array;
  at: Date;
};

/** A password and the authenticator that goes with it, both new. */
export async function setPassword(db: Db, { by, password, about, ...given }: Set) {
  const made = await newPassword(password, about);
  if (!made.ok) return made;
  return allOrNothing(db, by, async (tx) => {
    const kept = await keepPasswordAndTotp(tx, {
      memberId: by.memberId,
      passwordHash: made.value,
      ...given,
    });
    if (kept.ok) await noteSignInChange(tx, { by, change: "password-set", at: given.at });
    return kept;
  });
}
