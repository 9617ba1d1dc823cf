import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueRecoveryCodes } from "~/domain/auth/issue-recovery-codes.server";
import { keepPasswordAndTotp } from "~/domain/auth/keep-password-and-totp.server";
import { newPassword } from "~/domain/auth/password.server";
import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { signInWithPassword } from "~/domain/auth/sign-in-with-password.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import type { Member } from "~/domain/members/viewer";
import { asViewer, connect, type Db } from "~db/client.server";
import { value } from "../../support/desk";
import { aMember } from "../../support/people";
import { totpOf } from "../../support/totp";
import { freshDatabase, type World } from "../../support/world";

const password = "lluvia teclado oriente 47 bisagra";
const visit = { secure: false, idleMinutes: 60, hours: 12, device: "Firefox · Linux", deviceSecret: "d" };
let world: World;
let keys: SecretKeys;
beforeAll(async () => {
  world = await freshDatabase();
  keys = await openSecretKeys({ dataDir: "", secret: randomBytes(32).toString("base64") });
});
afterAll(() => world.close());

async function someone() {
  const member = await aMember(world);
  const secret = newTotpSecret(randomBytes(20));
  const at = new Date();
  const codes = await asViewer(world.db, member, async (tx) => {
    const { memberId } = member;
    const kept = await keepPasswordAndTotp(tx, {
      memberId,
      passwordHash: value(await newPassword(password, [])),
      secret,
      code: totpOf(secret, new Date(at.getTime() - 30_000)),
      totpKey: keys("totp"),
      at,
    });
    expect(kept.ok).toBe(true);
    return issueRecoveryCodes(tx, { memberId, recoveryKey: keys("recovery"), random: randomBytes(160), at });
  });
  const [row] = await world.owner<
    { email: string }[]
  >`select email from members where id = ${member.memberId}`;
  return { member, secret, codes, email: row?.email ?? "" };
}

type Given = { email: string; password?: string; code?: string; address?: string; db?: Db; at?: Date };
const signIn = ({
  db = world.db,
  at = new Date(),
  address = randomBytes(8).toString("hex"),
  ...given
}: Given) => signInWithPassword(db, { password, code: "000000", ...given, visit, address, keys, at });
const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? "in" : outcome.reason);
const vet = (member: Member, vetting: string) =>
  world.owner`update organisations set vetting = ${vetting} where id = ${member.organisationId}`;

test("a code opens once, and then never again", async () => {
  const { email, secret } = await someone();
  const at = new Date();
  const code = totpOf(secret, at);
  expect(reason(await signIn({ email, code, at }))).toBe("in");
  expect(reason(await signIn({ email, code, at }))).toBe("sign_in_refused");
});

test("a known and an unknown account, and one that is suspended, are refused in the same words", async () => {
  const { email, secret, member } = await someone();
  const wrong = await signIn({ email, password: "otra" });
  expect(await signIn({ email: "nadie@example.org" })).toEqual(wrong);
  await vet(member, "suspended");
  const at = new Date();
  expect(await signIn({ email, code: totpOf(secret, at), at })).toEqual(wrong);
});

test("an unknown account takes the same class of time: a password is weighed there too", async () => {
  const { email } = await someone();
  const times: Record<string, number[]> = { known: [], unknown: [] };
  for (let n = 0; n < 9; n += 1) {
    for (const [kind, account] of [
      ["known", email],
      ["unknown", `nadie${n}@example.org`],
    ] as const) {
      const before = performance.now();
      await signIn({ email: account, password: "otra" });
      times[kind]?.push(performance.now() - before);
    }
  }
  const middle = (of: number[] = []) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
  const ratio = middle(times.unknown) / middle(times.known);
  expect(ratio).toBeGreaterThan(0.4);
  expect(ratio).toBeLessThan(2.5);
});

test("tries at one account are counted together, whichever process and address they come from", async () => {
  const { email, secret } = await someone();
  const other = connect(world.webUrl, { max: 2 });
  const answers: (string | undefined)[] = [];
  for (let n = 0; n < 11; n += 1)
    answers.push(reason(await signIn({ email, password: "otra", db: n % 2 ? other.db : world.db })));
  await other.close();
  expect(answers).toEqual([...Array(10).fill("sign_in_refused"), "too_many_attempts"]);
  const at = new Date();
  expect(reason(await signIn({ email, code: totpOf(secret, at), at }))).toBe("too_many_attempts");
});

test("a recovery code needs the password of whoever has one, and works once", async () => {
  const { email, codes } = await someone();
  const recover = (typed: string) =>
    signInWithRecoveryCode(world.db, {
      email,
      recoveryCode: codes[3] ?? "",
      password: typed,
      visit,
      address: "here",
      keys,
      at: new Date(),
    });
  expect(reason(await recover(""))).toBe("recovery_refused");
  expect(reason(await recover(password))).toBe("in");
  expect(reason(await recover(password))).toBe("recovery_refused");
});
