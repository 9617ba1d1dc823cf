import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import { attachFile } from "~/domain/drafts/attach-file.server";
import { lockDraft } from "~/domain/drafts/drafts.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { issue } from "~/domain/drafts/publish-advisory.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import { asViewer } from "~db/client.server";
import { useFiles } from "~db/files.server";
import { aMember, anOrganisation } from "../../support/people";
import { aProgram, aToken, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

const at = new Date("2026-11-20T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "ribera-api-"));
let world: World;
let site: Site;
let author: Member;
let reader: Program;
let draftId: string;
let attachmentId: string;
const askers: Record<string, Program> = {};

const number = "AUT-2026-AD001";
const other = "AUT-2026-AD999";
const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";

const valueFrom = <Value>(outcome: Outcome<Value>) => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  await useFiles(folder);
  const authority = await anOrganisation(world, { shortName: "AUT" });
  const inAudience = await anOrganisation(world, { kind: "institution" });
  author = await aMember(world, { organisation: authority, roles: ["analyst", "publisher"] });
  const bytes = new TextEncoder().encode("anexo reservado");
  const content = {
    ...emptyContent("advisory", [
      { organisationId: authority.id, shortName: authority.shortName, role: "lead" },
    ]),
    title: { es: "Reservado", en: "Restricted" },
    tlp: "AMBER" as const,
    audience: { jurisdictions: [], sectors: [], organisations: [inAudience.id], members: [] },
    redFlags: [
      {
        ...emptyRedFlag("6f1c2a34-0000-4000-8000-000000000001", 1),
        text: { es: "Señal reservada.", en: "Restricted flag." },
        tlp: "AMBER" as const,
      },
    ],
  };
  const attach = (id: string, to: string) =>
    attachFile(world.db, { draftId: to, name: "anexo.txt", bytes, tlp: "AMBER", id, by: author, at });

  const first = valueFrom(await openDraft(world.db, { type: "advisory", number, content, by: author, at }));
  valueFrom(await attach("6f1c2a34-0000-4000-8000-000000000002", first.id));
  await asViewer(world.db, author, async (tx) => {
    const draft = await lockDraft(tx, first.id);
    if (draft) valueFrom(await issue(tx, draft, author, at));
  });
  const second = valueFrom(await openDraft(world.db, { type: "advisory", by: author, at }));
  draftId = second.id;
  attachmentId = "6f1c2a34-0000-4000-8000-000000000003";
  valueFrom(await attach(attachmentId, draftId));

  reader = await aProgram(
    world,
    site,
    await aMember(world, { organisation: inAudience, roles: ["compliance-officer"] }),
  );
  const left = await aMember(world, { organisation: authority, roles: ["analyst", "publisher"] });
  askers.nobody = await aProgram(world, site);
  askers["another authority"] = await aProgram(
    world,
    site,
    await aMember(world, { roles: ["analyst", "publisher"] }),
  );
  askers["a bank outside the audience"] = await aProgram(
    world,
    site,
    await aMember(world, {
      organisation: await anOrganisation(world, { kind: "institution" }),
      roles: ["compliance-officer"],
    }),
  );
  askers["a member who has left"] = await aProgram(world, site, left);
  await world.owner`update members set left_at = now() where id = ${left.memberId}`;
});
afterAll(async () => {
  await site.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const kinds = ["nobody", "another authority", "a bank outside the audience", "a member who has left"];
const hash = "0".repeat(64);

/** Each thing that is there, and one like it that is not. */
const pairs = (): [string, string, string, object?][] => [
  ["GET", `/advisories/${number}`, `/advisories/${other}`],
  ["GET", `/advisories/${number}/versions/1`, `/advisories/${other}/versions/1`],
  ["GET", `/advisories/${number}/changes/1...1`, `/advisories/${other}/changes/1...1`],
  [
    "GET",
    `/advisories/${number}/versions/1/attachments/anexo.txt`,
    `/advisories/${other}/versions/1/attachments/anexo.txt`,
  ],
  ["GET", `/red-flags/${number}/1`, `/red-flags/${other}/1`],
  ["POST", `/advisories/${number}/amendment`, `/advisories/${other}/amendment`],
  [
    "POST",
    `/advisories/${number}/withdrawal`,
    `/advisories/${other}/withdrawal`,
    { reason: { es: "x", en: "x" } },
  ],
  ["POST", `/advisories/${number}/supersession`, `/advisories/${other}/supersession`, { replacement: "X" }],
  ["GET", `/drafts/${draftId}`, `/drafts/${nowhere}`],
  ["GET", `/drafts/${draftId}`, "/drafts/not-an-id"],
  ["PATCH", `/drafts/${draftId}`, `/drafts/${nowhere}`, { changes: [] }],
  ["DELETE", `/drafts/${draftId}`, `/drafts/${nowhere}`],
  ["PUT", `/drafts/${draftId}/number`, `/drafts/${nowhere}/number`, { number: "X" }],
  ["GET", `/drafts/${draftId}/readiness`, `/drafts/${nowhere}/readiness`],
  ["GET", `/drafts/${draftId}/comments`, `/drafts/${nowhere}/comments`],
  ["POST", `/drafts/${draftId}/comments`, `/drafts/${nowhere}/comments`, { body: "x" }],
  [
    "POST",
    `/drafts/${draftId}/clearances`,
    `/drafts/${nowhere}/clearances`,
    { kind: "legal", contentHash: hash },
  ],
  ["POST", `/drafts/${draftId}/publication`, `/drafts/${nowhere}/publication`, { contentHash: hash }],
  ["GET", `/drafts/${draftId}/attachments/${attachmentId}`, `/drafts/${nowhere}/attachments/${attachmentId}`],
];

describe("what is there, asked for by who may not know of it, answers exactly as what is not", () => {
  test.each(kinds)("%s", async (kind) => {
    const ask = askers[kind];
    if (!ask) throw new Error(kind);
    for (const [method, there, not, json] of pairs()) {
      const sending = { ...(json ? { json } : {}), headers: { "If-Match": '"r2"' } };
      const [a, b] = [await ask(method, there, sending), await ask(method, not, sending)];
      const whole = ({ status, text, headers }: typeof a) => ({
        status,
        text,
        headers: [...headers].filter(([name]) => !["x-request-id", "date"].includes(name)),
      });
      expect(whole(a), `${method} ${there}`).toEqual(whole(b));
      expect([401, 403, 404], `${method} ${there}`).toContain(a.status);
      expect(a.text).not.toContain("eservad");
    }
  });

  test("and neither search, similar red flags nor a list tells of it", async () => {
    for (const kind of kinds) {
      const ask = askers[kind];
      const texts = await Promise.all([
        ask?.("GET", "/advisories?q=reservado"),
        ask?.("GET", "/advisories"),
        ask?.("GET", `/red-flags?language=es&q=${encodeURIComponent("Señal reservada.")}`),
        ask?.("GET", "/drafts"),
      ]);
      for (const answer of texts) expect(answer?.text).not.toMatch(/AD001|eservad/);
    }
  });

  test("while who may know of it reads it: the walls are not merely shut", async () => {
    expect((await reader("GET", `/advisories/${number}`)).json.title.en).toBe("Restricted");
    expect((await reader("GET", `/advisories/${number}/versions/1/attachments/anexo.txt`)).text).toBe(
      "anexo reservado",
    );
    expect((await reader("GET", "/advisories?q=reservado")).json.items).toHaveLength(1);
    const own = await aProgram(world, site, author);
    expect((await own("GET", `/drafts/${draftId}`)).status).toBe(200);
    expect((await own("GET", `/drafts/${draftId}/attachments/${attachmentId}`)).text).toBe("anexo reservado");
  });

  test("a token that has run out opens nothing", async () => {
    const token = await aToken(world, author, new Date(Date.now() - 1000));
    const answer = await site.ask(`/api/v1/drafts/${draftId}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  });
});
