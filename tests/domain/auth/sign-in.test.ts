import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { confirmIdentity } from "~/domain/auth/confirm-identity.server";
import { setPassword } from "~/domain/auth/set-password.server";
import { signInWithPassword } from "~/domain/auth/sign-in-with-password.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import type { Member } from "~/domain/members/viewer";
import { connect, type Db } from "~db/client.server";
import { site } from "../../support/authenticator";
import { reasonOf } from "../../support/desk";
import { aMember } from "../../support/people";
import { aSession } from "../../support/session";
import { totpOf } from "../../support/totp";
import { newKeys, password, somewhere, visit, withPassword } from "../../support/ways-in";
import { workOf } from "../../support/work";
import { aWorld } from "../../support/world";

const world = aWorld();
const keys = await newKeys();

const someone = async (at = new Date()) => withPassword(world, keys, await aMember(world), at);

type Given = { email: string; password?: string; code?: string; address?: string; db?: Db; at?: Date };
const signIn = ({ db = world.db, at = new Date(), address = somewhere(), ...given }: Given) =>
  signInWithPassword(db, { password, code: "000000", ...given, visit, address, keys, at });
type Recovering = { email: string; code: string; password?: string; db?: Db };
const recover = ({ db = world.db, code, ...given }: Recovering) =>
  signInWithRecoveryCode(db, {
    password,
    recoveryCode: code,
    ...given,
    visit,
    address: somewhere(),
    keys,
    at: new Date(),
  });
const vet = (member: Member, vetting: string) =>
  world.owner`update organisations set vetting = ${vetting} where id = ${member.organisationId}`;
const secondsOn = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

describe("a code of the authenticator", () => {
  test("opens once, and then never again", async () => {
    const { email, secret } = await someone();
    const at = new Date();
    const code = totpOf(secret, at);
    expect(reasonOf(await signIn({ email, code, at }))).toBe("done");
    expect(reasonOf(await signIn({ email, code, at }))).toBe("sign_in_refused");
  });

  test("opens for one of several who use it at the same moment", async () => {
    const { email, secret } = await someone();
    const other = connect(world.webUrl, { max: 2 });
    const at = new Date();
    const code = totpOf(secret, at);
    const answers = await Promise.all(
      [world.db, other.db, world.db, other.db].map((db) => signIn({ email, code, at, db })),
    );
    await other.close();
    expect(answers.map(reasonOf).sort()).toEqual(["done", ...Array(3).fill("sign_in_refused")]);
  });

  test("may be one step early or late, and no more", async () => {
    const at = new Date();
    for (const [steps, answer] of [
      [-2, "sign_in_refused"],
      [-1, "done"],
      [0, "done"],
      [1, "done"],
      [2, "sign_in_refused"],
    ] as const) {
      const { email, secret } = await someone(secondsOn(at, -600));
      const code = totpOf(secret, secondsOn(at, steps * 30));
      expect(reasonOf(await signIn({ email, code, at })), `${steps} steps off`).toBe(answer);
    }
  });

  test("that is older than one used already opens nothing", async () => {
    const { email, secret } = await someone(new Date(Date.now() - 600_000));
    const at = new Date();
    expect(reasonOf(await signIn({ email, code: totpOf(secret, at), at }))).toBe("done");
    const before = totpOf(secret, secondsOn(at, -30));
    expect(reasonOf(await signIn({ email, code: before, at }))).toBe("sign_in_refused");
  });

  test("used to confirm is used to sign in with as well", async () => {
    const { email, secret, member } = await someone();
    const by = await aSession(world, member);
    const at = new Date();
    const code = totpOf(secret, at);
    const proof = { password, code };
    const confirm = () => confirmIdentity(world.db, { by, proof, site, address: somewhere(), keys, at });
    expect(reasonOf(await confirm())).toBe("done");
    expect(reasonOf(await confirm())).toBe("confirmation_refused");
    expect(reasonOf(await signIn({ email, code, at }))).toBe("sign_in_refused");
  });

  test("without the right password is not used up, and without a code no password opens", async () => {
    const { email, secret } = await someone();
    const at = new Date();
    const code = totpOf(secret, at);
    expect(reasonOf(await signIn({ email, code, at, password: "otra" }))).toBe("sign_in_refused");
    for (const none of ["", "000000", "abcdef", `${code}0`, code.slice(0, 5)])
      expect(reasonOf(await signIn({ email, code: none, at }))).toBe("sign_in_refused");
    expect(reasonOf(await signIn({ email, code: ` ${code.slice(0, 3)} ${code.slice(3)} `, at }))).toBe(
      "done",
    );
  });

  test("of a phone whose clock is wrong is told so, with by how much, when it is set up", async () => {
    const member = await aMember(world);
    const by = await aSession(world, member);
    const at = new Date();
    const secret = newTotpSecret(randomBytes(20));
    const setUp = (seconds: number) =>
      setPassword(world.db, {
        by,
        password: "lluvia teclado oriente 49 bisagra",
        about: [],
        secret,
        code: totpOf(secret, secondsOn(at, seconds)),
        totpKey: keys("totp"),
        at,
      });
    expect(await setUp(600)).toMatchObject({ reason: "totp_clock_ahead", facts: { count: 10 } });
    expect(await setUp(-1200)).toMatchObject({ reason: "totp_clock_behind", facts: { count: 20 } });
    expect(await setUp(6 * 3600)).toMatchObject({ reason: "totp_wrong" });
    expect(reasonOf(await setUp(30))).toBe("done");
  });
});

describe("whether an account is known", () => {
  const accounts = async () => {
    const suspended = await someone();
    await vet(suspended.member, "suspended");
    const left = await someone();
    await world.owner`update members set left_at = now() where id = ${left.member.memberId}`;
    const keysOnly = await someone();
    await world.owner`delete from totps where member_id = ${keysOnly.member.memberId}`;
    await world.owner`delete from passwords where member_id = ${keysOnly.member.memberId}`;
    return {
      known: (await someone()).email,
      unknown: "nadie@example.org",
      malformed: "nadie",
      suspended: suspended.email,
      left: left.email,
      keysOnly: keysOnly.email,
    };
  };

  test.each([
    ["a password", (email: string, db: Db) => signIn({ email, db, password: "otra lluvia teclado 48" })],
    [
      "a recovery code",
      (email: string, db: Db) => recover({ email, db, code: "0000-0000-0000-0000", password: "otra lluvia" }),
    ],
  ])("is told by no answer to %s, nor by the work that it takes", async (_, tryAt) => {
    // What stands in for nobody's password is made once.
    await tryAt("nadie@example.org", world.db);
    const seen: Record<string, unknown> = {};
    for (const [kind, email] of Object.entries(await accounts())) {
      seen[kind] = await workOf(world, (db) => tryAt(email, db));
    }
    const { known, ...others } = seen;
    expect(known).toMatchObject({ answer: { ok: false }, weighed: 1 });
    expect(JSON.stringify(known)).toContain("secrets_by_email");
    for (const [kind, other] of Object.entries(others)) expect(other, kind).toEqual(known);
  });

  test("is told to nobody who has the right password of a suspended one", async () => {
    const { email, secret, member } = await someone();
    await vet(member, "suspended");
    const at = new Date();
    const right = await signIn({ email, code: totpOf(secret, at), at });
    expect(right).toEqual(await signIn({ email: "nadie@example.org" }));
  });
});

describe("a recovery code", () => {
  test("needs the password of whoever has one, and works once", async () => {
    const { email, codes } = await someone();
    const code = codes[3] ?? "";
    expect(reasonOf(await recover({ email, code, password: "" }))).toBe("recovery_refused");
    expect(reasonOf(await recover({ email, code }))).toBe("done");
    expect(reasonOf(await recover({ email, code }))).toBe("recovery_refused");
  });

  test("works for one of several who use it at the same moment", async () => {
    const { email, codes } = await someone();
    const other = connect(world.webUrl, { max: 2 });
    const answers = await Promise.all(
      [world.db, other.db, world.db].map((db) => recover({ email, code: codes[0] ?? "", db })),
    );
    await other.close();
    expect(answers.map(reasonOf).sort()).toEqual(["done", "recovery_refused", "recovery_refused"]);
    expect(
      await world.owner`select 1 from notices where about ->> 'change' = 'recovery-code-used'
      and member_id = (select id from members where email = ${email})`,
    ).toHaveLength(1);
  });

  test("is its own member's alone, and over once there are new ones", async () => {
    const [one, two] = [await someone(), await someone()];
    expect(reasonOf(await recover({ email: one.email, code: two.codes[0] ?? "" }))).toBe("recovery_refused");
    const again = await withPassword(world, keys, one.member);
    expect(reasonOf(await recover({ email: one.email, code: one.codes[0] ?? "" }))).toBe("recovery_refused");
    expect(reasonOf(await recover({ email: one.email, code: again.codes[0] ?? "" }))).toBe("done");
  });

  test("is read as it was meant, however it was typed", async () => {
    const { email, codes } = await someone();
    const typed = (codes[5] ?? "")
      .toLowerCase()
      .replaceAll("-", " ")
      .replaceAll("0", "o")
      .replaceAll("1", "l");
    expect(reasonOf(await recover({ email, code: typed }))).toBe("done");
  });
});
