import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { everyOperation } from "~/http/api/every-operation";
import { i18nOf } from "~/i18n/i18n.server";
import { useFiles } from "~db/files.server";
import { aMember, anOrganisation } from "../../support/people";
import { aProgram, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
const folder = mkdtempSync(join(tmpdir(), "ribera-api-"));
const staff: Record<string, { member: Member; ask: Program }> = {};
let nobody: Program;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  await useFiles(folder);
  const organisation = await anOrganisation(world, { shortName: "AUT" });
  const join = async (name: string, roles: Parameters<typeof aMember>[1]) => {
    const member = await aMember(world, { organisation, ...roles });
    staff[name] = { member, ask: await aProgram(world, site, member) };
  };
  await join("analyst", { roles: ["analyst"] });
  await join("legal", { roles: ["legal"] });
  await join("spanish", { roles: [{ role: "translator", language: "es" }] });
  await join("english", { roles: [{ role: "translator", language: "en" }] });
  await join("approver", { roles: ["approver"] });
  await join("second", { roles: ["approver"] });
  await join("publisher", { roles: ["publisher"] });
  await join("administrator", { roles: ["administrator"] });
  nobody = await aProgram(world, site);
});
afterAll(async () => {
  await site.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const as = (name: string): Program => {
  const one = staff[name];
  if (!one) throw new Error(`nobody is called ${name}`);
  return one.ask;
};

const set = (path: string, now: string) => ({ kind: "set", path, was: "", now });
const answerOf = (name: string) => {
  const operation = everyOperation.find((one) => one.name === name);
  if (!operation) throw new Error(`no operation ${name}`);
  return operation.answer;
};

test("an advisory goes from draft through clearances to publication, amendment and withdrawal by the API alone", async () => {
  const opened = await as("analyst")("POST", "/drafts", { json: { type: "advisory" } });
  expect(opened.status).toBe(201);
  const { id, number } = opened.json;
  expect(opened.headers.get("location")).toBe(`/api/v1/drafts/${id}`);

  const listed = await as("approver")("GET", "/drafts");
  expect(answerOf("listDrafts").parse(listed.json)).toMatchObject({ items: [{ id, number }], next: null });

  const read = await as("analyst")("GET", `/drafts/${id}`);
  expect(read.headers.get("etag")).toBe('"r1"');
  expect(answerOf("findDraft").parse(read.json)).toMatchObject({ revision: 1 });

  const saved = await as("analyst")("PATCH", `/drafts/${id}`, {
    headers: { "If-Match": '"r1"' },
    json: {
      changes: [
        set("title/es", "Aviso de prueba"),
        set("title/en", "Test advisory"),
        set("summary/es", "Un resumen breve."),
        set("summary/en", "A short summary."),
      ],
    },
  });
  expect(saved.status).toBe(200);
  expect(saved.headers.get("etag")).toBe('"r2"');

  const file = await as("analyst")("POST", `/drafts/${id}/attachments?name=anexo.csv`, {
    headers: { "Content-Type": "application/octet-stream" },
    body: "a,b\n1,2\n",
  });
  expect(file.status).toBe(201);
  expect(file.json.attachment).toMatchObject({ name: "anexo.csv", mediaType: "text/csv", tlp: "CLEAR" });
  const form = new FormData();
  form.set("file", new File(["hola"], "nota.txt"));
  form.set("tlp", "CLEAR");
  const second = await as("analyst")("POST", `/drafts/${id}/attachments`, { body: form });
  expect(second.json.attachment).toMatchObject({ name: "nota.txt", mediaType: "text/plain" });
  const false_ = await as("analyst")("POST", `/drafts/${id}/attachments?name=x.pdf`, {
    headers: { "Content-Type": "application/pdf" },
    body: "no pdf",
  });
  expect(false_).toMatchObject({ status: 422, json: { type: "/problems/file_kind_false" } });
  const bytes = await as("legal")("GET", `/drafts/${id}/attachments/${file.json.attachment.id}`);
  expect(bytes.text).toBe("a,b\n1,2\n");

  const comment = await as("legal")("POST", `/drafts/${id}/comments`, {
    json: { path: "title", body: "Más corto." },
  });
  expect(comment.status).toBe(201);
  const comments = await as("analyst")("GET", `/drafts/${id}/comments`);
  expect(answerOf("listComments").parse(comments.json)).toMatchObject({ items: [{ body: "Más corto." }] });

  const { contentHash } = (await as("analyst")("GET", `/drafts/${id}`)).json;
  const early = await as("publisher")("POST", `/drafts/${id}/publication`, { json: { contentHash } });
  expect(early).toMatchObject({ status: 409, json: { type: "/problems/not_ready" } });
  const readiness = await as("publisher")("GET", `/drafts/${id}/readiness`);
  expect(answerOf("findReadiness").parse(readiness.json)).toMatchObject({
    ready: false,
    blockers: [
      { reason: "comments_open", detail: "There is 1 unresolved comment.", count: 1 },
      { reason: "not_cleared" },
    ],
  });
  await as("analyst")("POST", `/drafts/${id}/comments/${comment.json.id}/resolution`);

  const clear = (name: string, kind: string) =>
    as(name)("POST", `/drafts/${id}/clearances`, { json: { kind, contentHash } });
  expect((await clear("analyst", "legal")).status).toBe(403);
  const legal = await clear("legal", "legal");
  expect(legal.status).toBe(201);
  expect(await clear("legal", "legal")).toMatchObject({
    status: 409,
    json: { type: "/problems/already_cleared" },
  });
  expect((await as("legal")("DELETE", `/drafts/${id}/clearances/${legal.json.id}`)).status).toBe(204);
  expect((await clear("legal", "legal")).status).toBe(201);
  expect((await clear("spanish", "language-es")).status).toBe(201);
  expect((await clear("english", "language-en")).status).toBe(201);
  expect((await clear("approver", "approval")).status).toBe(201);
  expect((await clear("second", "approval")).status).toBe(201);

  const embargo = { contentHash, until: "2099-01-01T08:00:00-06:00" };
  const scheduled = await as("publisher")("PUT", `/drafts/${id}/embargo`, { json: embargo });
  expect(scheduled).toMatchObject({ status: 200, json: { scheduledFor: "2099-01-01T14:00:00.000Z" } });
  expect((await as("publisher")("DELETE", `/drafts/${id}/embargo`)).status).toBe(204);
  expect(await as("publisher")("DELETE", `/drafts/${id}/publication`)).toMatchObject({
    status: 409,
    json: { type: "/problems/not_scheduled" },
  });
  const past = { ...embargo, until: "2001-01-01T00:00:00Z" };
  expect((await as("publisher")("PUT", `/drafts/${id}/embargo`, { json: past })).json).toMatchObject({
    type: "/problems/embargo_past",
    errors: [{ pointer: "/until", in: "body", reason: "embargo_past", detail: expect.stringContaining(" ") }],
  });

  expect((await nobody("GET", `/advisories/${number}`)).status).toBe(404);
  const published = await as("publisher")("POST", `/drafts/${id}/publication`, { json: { contentHash } });
  expect(published).toMatchObject({ status: 200, json: { number, version: 1 } });

  const seen = await nobody("GET", `/advisories/${number}`);
  expect(answerOf("findAdvisory").parse(seen.json)).toEqual(seen.json);
  expect(seen.json.title).toEqual({ es: "Aviso de prueba", en: "Test advisory" });
  const found = await nobody("GET", "/advisories?q=prueba");
  expect(answerOf("listAdvisories").parse(found.json)).toMatchObject({ items: [{ number }], next: null });
  const issued = await nobody("GET", `/advisories/${number}/versions/1/attachments/anexo.csv`);
  expect(issued.text).toBe("a,b\n1,2\n");
  expect(issued.headers.get("content-disposition")).toMatch(/^attachment/);

  const amended = await as("analyst")("POST", `/advisories/${number}/amendment`);
  expect(amended.status).toBe(201);
  expect((await as("analyst")("POST", `/advisories/${number}/amendment`)).json).toEqual(amended.json);
  expect(
    (await as("analyst")("DELETE", `/drafts/${amended.json.id}`, { headers: { "If-Match": '"r9"' } })).status,
  ).toBe(412);
  expect((await as("analyst")("DELETE", `/drafts/${amended.json.id}`)).status).toBe(204);

  const same = await nobody("GET", `/advisories/${number}/changes/1...1`);
  expect(answerOf("compareVersions").parse(same.json)).toMatchObject({ number, same: true });
  expect((await nobody("GET", `/advisories/${number}/changes/1...2`)).status).toBe(404);

  const reason = { es: "Se emitió por error.", en: "" };
  expect(
    (await as("publisher")("POST", `/advisories/${number}/withdrawal`, { json: { reason } })).json,
  ).toMatchObject({ type: "/problems/reason_missing_en", detail: "Write the reason in English." });
  const withdrawn = await as("publisher")("POST", `/advisories/${number}/withdrawal`, {
    json: { reason: { ...reason, en: "Issued by mistake." } },
  });
  expect(withdrawn.status).toBe(200);
  expect((await nobody("GET", `/advisories/${number}`)).json).toMatchObject({
    status: "withdrawn",
    withdrawal: { reason: { en: "Issued by mistake." } },
  });
});

test("documents, typologies, red flags, techniques and organisations are read and kept by the API", async () => {
  const document = {
    title: "Alerta de otro lugar",
    language: "es",
    regulator: "Supervisor",
    number: "ZZ-9",
    redFlags: [{ n: 1, text: "El cliente deposita efectivo en muchas sucursales el mismo día." }],
  };
  const imported = await as("publisher")("POST", "/imports", { json: { document, publish: true } });
  expect(imported).toMatchObject({ status: 200, json: { number: "ZZ-9", redFlags: 1, status: "published" } });
  const again = await as("publisher")("POST", "/imports", { json: { document, publish: true } });
  expect(again.json.status).toBe("unchanged");
  const bad = await as("publisher")("POST", "/imports", { json: { document: { title: "x" } } });
  expect(bad).toMatchObject({ status: 422, json: { type: "/problems/import_does_not_fit" } });
  expect(bad.json.detail).toMatch(/Nothing was stored/);
  expect(bad.json.errors).toContainEqual({
    pointer: "/document/redFlags",
    in: "body",
    reason: "red_flags_missing",
    detail: i18nOf("en").t("imports:red_flags_missing"),
  });

  const similar = await nobody(
    "GET",
    `/red-flags?language=es&q=${encodeURIComponent("cliente deposita efectivo en muchas sucursales")}`,
  );
  expect(answerOf("listSimilarRedFlags").parse(similar.json)).toMatchObject({
    items: [{ id: "ZZ-9#RF-01", text: { en: null } }],
  });
  const history = await nobody("GET", "/red-flags/ZZ-9/1");
  expect(answerOf("findRedFlag").parse(history.json)).toMatchObject({
    id: "ZZ-9#RF-01",
    printings: [{ version: 1 }],
  });

  const opened = await as("analyst")("POST", "/drafts", { json: { type: "alert" } });
  const reused = await as("analyst")("POST", `/drafts/${opened.json.id}/red-flags/reused`, {
    json: { redFlag: "ZZ-9#RF-01" },
  });
  expect(reused).toMatchObject({ status: 200, json: { revision: 2 } });
  const renumbered = await as("analyst")("PUT", `/drafts/${opened.json.id}/number`, {
    json: { number: "sin forma" },
  });
  expect(renumbered).toMatchObject({ status: 422, json: { type: "/problems/number_off_pattern" } });
  // An example that a person can imitate, not the notation of the series.
  expect(renumbered.json.detail).toMatch(/Write it like [\w-]+-\d{4}-AL001\.$/);
  const taken = await as("analyst")("POST", "/drafts", {
    json: { type: "alert", number: opened.json.number },
  });
  expect(taken).toMatchObject({
    status: 409,
    json: { type: "/problems/number_taken", title: "What is already there does not allow it" },
  });

  const entry = {
    name: { es: "Pitufeo", en: "Structuring" },
    description: { es: "Depósitos pequeños.", en: "Small deposits." },
    printed: [],
    amltrix: [],
  };
  expect((await as("analyst")("PUT", "/typologies/structuring", { json: entry })).status).toBe(200);
  const kept = await nobody("GET", "/typologies/structuring");
  expect(answerOf("findTypology").parse(kept.json)).toMatchObject({ name: entry.name });
  const catalogue = await nobody("GET", "/typologies");
  expect(answerOf("listTypologies").parse(catalogue.json)).toMatchObject({ next: null });
  expect(catalogue.json.items.map(({ code }: { code: string }) => code)).toContain("structuring");
  expect(answerOf("listTechniques").parse((await nobody("GET", "/amltrix?q=cash")).json)).toHaveProperty(
    "items",
  );
  await anOrganisation(world, { kind: "institution", shortName: "BANCO" });
  const names = async (ask: Program) =>
    (await ask("GET", "/organisations")).json.items.map((one: { shortName: string }) => one.shortName);
  expect(await names(nobody)).toEqual(["AUT"]);
  expect(await names(as("analyst"))).toEqual(["AUT", "BANCO"]);

  const exception = { severalKinds: true, approvalsNeeded: 1, reason: "Somos tres personas en la oficina." };
  expect((await as("analyst")("PUT", "/clearance-exception", { json: exception })).status).toBe(403);
  expect((await as("administrator")("PUT", "/clearance-exception", { json: exception })).status).toBe(200);
});
