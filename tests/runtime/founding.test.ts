import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareWorld } from "~/demo/prepare-world.server";
import { keepSecretKeyMark, replaceSecretKeyMark } from "~/domain/auth/keep-secret-key-mark.server";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { readEnvironment } from "~/env.server";
import { asViewer, connect } from "~db/client.server";
import { value } from "../support/desk";
import { apply, type Bank, decide, standing } from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

// An installation as production begins: an empty database, no demo, NODE_ENV=production from outside (decision 010).

const secret = Buffer.alloc(32, 7).toString("base64");
let world: World;
let dataDir: string;
let key: Uint8Array;

beforeAll(async () => {
  world = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "ribera-founding-"));
  key = (await openSecretKeys({ dataDir, secret }))("invitation");
});
afterAll(async () => {
  await world.close();
  await rm(dataDir, { recursive: true, force: true });
});

const production = () => ({
  NODE_ENV: "production",
  DATABASE_URL: world.ownerUrl,
  DATABASE_WEB_URL: world.webUrl,
  RIBERA_DATA_DIR: dataDir,
  RIBERA_SECRET_KEY: secret,
});

async function found(...args: string[]) {
  const child = spawn(process.execPath, ["bin/run.mjs", "app/commands/found.ts", ...args], {
    cwd: join(import.meta.dirname, "../.."),
    env: Object.assign({}, process.env, { VITEST: "", RIBERA_DEMO: "", RESEND_API_KEY: "" }, production()),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const [code] = await once(child, "close");
  const answer: { status?: string; reason?: string; invitationId?: string } = JSON.parse(said || "{}");
  return { code, told, ...answer };
}

const cnbv = ["--authority", "CNBV", "--country", "MX", "--language", "es"].concat(
  ["--name-es", "Comisión Nacional Bancaria y de Valores"],
  ["--name-en", "National Banking and Securities Commission"],
);

const tokenOf = (id: string, generation = 1) => invitationToken({ id, generation, key });

/** The member that whoever holds this link becomes. */
async function becomeMember(invitationId: string, name: string): Promise<Member> {
  const token = tokenOf(invitationId);
  const accepted = await asViewer(world.db, anonymous, (tx) =>
    acceptInvitation(tx, { token, name, language: "es", timeZone: "America/Mexico_City", at: new Date() }),
  );
  const [row] = await world.owner<{ viewer: Member }[]>`
    select member_as_viewer(${value(accepted).memberId}) as viewer`;
  if (!row?.viewer) throw new Error("whoever joined does not stand");
  return row.viewer;
}

const invite = async (by: Member, email: string, roles: string[]) =>
  value(await inviteMember(world.db, { email, name: null, language: "es", roles, by, at: new Date(), key }))
    .id;

describe("founding", () => {
  let first: Member;
  let invitationId: string;

  test("makes one authority of a country, once, however many ask at once", async () => {
    const both = await Promise.all([
      found(...cnbv, "--email", "ana@cnbv.example"),
      found(...cnbv, "--email", "ana@cnbv.example"),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.find(({ code }) => code === 1)).toMatchObject({
      status: "refused",
      reason: "already_founded",
    });
    expect(both.find(({ code }) => code === 0)?.told).toContain("RESEND_API_KEY");
    expect(await world.owner`select short_name, kind, vetting, vetted_until from organisations`).toEqual([
      { short_name: "CNBV", kind: "authority", vetting: "vetted", vetted_until: null },
    ]);
    expect(await world.owner`select kind, address from notices`).toEqual([
      { kind: "founder-invited", address: "ana@cnbv.example" },
    ]);
    expect(
      await world.owner`select member_id, detail->>'kind' as kind from audit_events where action = 'organisation.founded'`,
    ).toEqual([{ member_id: null, kind: "authority" }]);
    expect(await world.owner`select from demo_personas`).toHaveLength(0);
  });

  test("sends another link while nobody has joined, and the earlier one is dead", async () => {
    const [before] = await world.owner<{ id: string }[]>`select id from invitations`;
    const again = await found(...cnbv, "--email", "ana.perez@cnbv.example", "--again");
    expect(again).toMatchObject({ code: 0, status: "founded" });
    invitationId = again.invitationId ?? "";
    const at = new Date();
    expect(await findInvitationByToken(world.db, { token: tokenOf(before?.id ?? ""), at })).toMatchObject({
      state: "withdrawn",
    });
    expect(await findInvitationByToken(world.db, { token: tokenOf(invitationId), at })).toMatchObject({
      state: "open",
      email: "ana.perez@cnbv.example",
      invitedBy: null,
    });
  });

  test("leads to an authority that vets: its first person invites a second officer, and the two vet a bank", async () => {
    first = await becomeMember(invitationId, "Ana Pérez");
    expect(first.roles.map(({ role }) => role)).toEqual(["administrator", "officer"]);
    const second = await becomeMember(await invite(first, "luis@cnbv.example", ["officer"]), "Luis Ortega");

    const contact = { contact: "Eva Ríos", email: "eva@banco.example", language: "es" as const };
    const invited = value(
      await inviteOrganisation(world.db, {
        kind: "institution",
        shortName: "Banco Uno",
        nameEs: "Banco Uno, S.A.",
        nameEn: "Banco Uno",
        ...contact,
        by: first,
        at: new Date(),
        key,
      }),
    );
    const token = tokenOf(invited.invitationId);
    const joined = value(
      await asViewer(world.db, anonymous, (tx) =>
        acceptInvitation(tx, {
          token,
          name: "Eva Ríos",
          language: "es",
          timeZone: "America/Mexico_City",
          at: new Date(),
        }),
      ),
    );
    const administrator = { ...first, memberId: joined.memberId, organisationId: invited.id };
    const bank = { id: invited.id, administrator } as Bank;
    const application = await apply(world, bank);
    value(await decide(world, bank, application, first));
    value(await decide(world, bank, application, second));
    expect(await standing(world, bank)).toMatchObject({ vetting: "vetted" });
  });

  test("is over once somebody joined, also for --again", async () => {
    expect(await found(...cnbv, "--email", "x@cnbv.example", "--again")).toMatchObject({
      code: 1,
      reason: "founder_joined",
    });
  });

  test("makes the operator too, whose administrator invites the auditor", async () => {
    const operator = ["--operator", "Operación", "--country", "MX", "--name-es", "Operación de Ribera"];
    const made = await found(
      ...operator,
      "--name-en",
      "Ribera Operations",
      "--email",
      "op@ribera.example",
      "--language",
      "en",
    );
    expect(made).toMatchObject({ code: 0 });
    const runs = await becomeMember(made.invitationId ?? "", "Olga Paz");
    const auditor = await becomeMember(
      await invite(runs, "auditora@ribera.example", ["auditor"]),
      "Irma Solís",
    );
    expect(auditor.roles).toEqual([{ role: "auditor", language: "" }]);
  });

  test("without all that it needs founds nothing and says how it is asked", async () => {
    const answer = await found("--authority", "UIF", "--country", "Mexico");
    expect(answer.code).toBe(2);
    expect(answer.told).toContain("--country");
    expect(answer.told).toContain("npm run found");
  });

  test("is nothing that the web role can do, though it knew how", async () => {
    for (const statement of [
      `insert into organisations (kind, short_name, name_es, name_en, jurisdiction, vetting) values ('authority', 'FALSA', 'f', 'f', 'US', 'vetted')`,
      `insert into invitations (kind, organisation_id, email, language, roles, invited_at, token_hash, sent_at, expires_at)
       select 'organisation', id, 'yo@example.org', 'es', '[]', now(), '\\x00', now(), now() + interval '1 day' from organisations`,
    ]) {
      const answer = await asViewer(world.db, first, (tx) => tx.execute(statement)).catch(
        (thrown: { cause?: { code?: string } }) => thrown.cause?.code,
      );
      expect(answer).toBe("42501");
    }
  });
});

describe("the secret key", () => {
  const marked = (byte: number) => ({ mark: Buffer.alloc(32, byte), at: new Date() });

  test("is one: a process with another does not start, and is told what to do", async () => {
    const other = readEnvironment({
      ...production(),
      RIBERA_SECRET_KEY: Buffer.alloc(32, 9).toString("base64"),
    });
    await expect(prepareWorld(other, new Date())(world.ownerUrl, () => {})).rejects.toThrow(
      /another secret key[\s\S]*RIBERA_SECRET_KEY/,
    );
    await prepareWorld(readEnvironment(production()), new Date())(world.ownerUrl, () => {});
  });

  test("of two first processes at once sets one mark; replacing it is recorded, and the earlier one no longer holds", async () => {
    const own = await freshDatabase();
    try {
      const owner = connect(own.ownerUrl, { max: 2 });
      const both = await Promise.all([1, 2].map((byte) => keepSecretKeyMark(owner.db, marked(byte))));
      expect(both.filter(Boolean)).toHaveLength(1);
      const [loser, winner] = both[0] ? [2, 1] : [1, 2];
      expect(await replaceSecretKeyMark(owner.db, marked(winner))).toBe(false);
      expect(await replaceSecretKeyMark(owner.db, marked(loser))).toBe(true);
      expect(await keepSecretKeyMark(owner.db, marked(loser))).toBe(true);
      expect(await keepSecretKeyMark(owner.db, marked(winner))).toBe(false);
      expect(await own.owner`select from audit_events where action = 'secret_key.replaced'`).toHaveLength(1);
      await owner.close();
    } finally {
      await own.close();
    }
  });
});
