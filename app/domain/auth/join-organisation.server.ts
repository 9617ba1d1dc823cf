import type { Language } from "~/domain/advisories/advisory.form";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import type { FoundInvitation } from "~/domain/invitations/invitation";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { anonymous } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { takeAttempt } from "./attempts.server";
import { beginSession, type Visit } from "./begin-session.server";
import { issueRecoveryCodes } from "./issue-recovery-codes.server";
import { keepPasskey } from "./keep-passkey.server";
import { keepPasswordAndTotp } from "./keep-password-and-totp.server";
import { newPassword } from "./password.server";
import type { SecretKeys } from "./secret-key.server";
import type { Site } from "./site";
import { verifyMadePasskey } from "./verify-passkey.server";

type Joining = {
  token: string;
  name: string;
  language: Language;
  timeZone: string;
  way: { passkey: string; passkeyName: string } | { password: string; secret: string; code: string };
  site: Site;
  visit: Visit;
  address: string;
  keys: SecretKeys;
  random: Uint8Array;
  at: Date;
};

/** Takes an invitation up: the member, a way in that works, recovery codes and a first session, or none of them. */
export async function joinOrganisation(db: Db, joining: Joining) {
  const { token, name, language, timeZone, visit, address, keys, random, at } = joining;
  const invitation = await findInvitationByToken(db, { token, at });
  const limited = await takeAttempt(db, {
    purpose: "invitation",
    account: invitation?.id,
    address,
    key: keys("attempts"),
  });
  if (limited) return limited;
  if (!invitation) return refused("not_found");
  const prepared = await prepareWayIn(db, joining, invitation);
  if (!prepared.ok) return prepared;

  return allOrNothing(db, anonymous, async (tx) => {
    const accepted = await acceptInvitation(tx, { token, name, language, timeZone, at });
    if (!accepted.ok) return accepted;
    const { memberId } = accepted.value;
    const kept = await prepared.value(tx, memberId);
    if (!kept.ok) return kept;
    const codes = await issueRecoveryCodes(tx, { memberId, recoveryKey: keys("recovery"), random, at });
    const cookie = await beginSession(tx, { memberId, way: "invitation", visit, at });
    return done({ cookie, codes });
  });
}

type KeepWayIn = (tx: Transaction, memberId: string) => Promise<Outcome<unknown>>;

/** All that takes time is done before the transaction, for in it everybody's next event waits. */
async function prepareWayIn(
  db: Db,
  { name, way, site, keys, at }: Joining,
  { id, email, organisation }: FoundInvitation,
): Promise<Outcome<KeepWayIn>> {
  if ("passkey" in way) {
    const passkey = await verifyMadePasskey(db, {
      answer: way.passkey,
      site,
      purpose: "accept",
      subject: id,
    });
    if (!passkey) return refused("passkey_not_made");
    return done((tx) => keepPasskey(tx, { passkey, name: way.passkeyName, at }));
  }
  const { secret, code } = way;
  const { shortName, es, en } = organisation;
  const made = await newPassword(way.password, [name, email, shortName, es, en]);
  if (!made.ok) return made;
  return done((tx, memberId) =>
    keepPasswordAndTotp(tx, { memberId, passwordHash: made.value, totpKey: keys("totp"), secret, code, at }),
  );
}
