import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { translateByLibreTranslate } from "~/domain/contributions/translate-by-libre-translate.server";
import type { Member } from "~/domain/members/viewer";
import { arriveProposals } from "~/domain/proposals/arrive-proposals.server";
import { showSummaries } from "~/domain/summaries/show-summaries.server";
import { everyOperation } from "~/http/api/every-operation";
import * as translators from "~/http/translator.server";
import { text } from "../../support/desk";
import { aMember } from "../../support/people";
import { aProgram, type Program } from "../../support/program";
import { anInstitution, type House } from "../../support/rounds";
import { aConvener, anAgenda, aPlace, type Convener, someTimes } from "../../support/roundtables";
import { aSiteOf } from "../../support/site";
import { aTranslationService } from "../../support/translation-service";
import { aWorld } from "../../support/world";

// A session through its whole life by programs alone: each thing that the API does is done once by somebody at the table who may, and
// asked once by somebody in the same session who may not, who is told so.

const machine = await aTranslationService(undefined, afterAll);
// The application reads its environment once for all files of a worker.
const translator = translateByLibreTranslate({ url: machine.url, apiKey: undefined });

const world = aWorld();
const site = aSiteOf(world);
let lead: Convener;
let house: House;
type Who = "chair" | "legal" | "officer" | "second" | "rapporteur" | "sender" | "seated" | "desk";
const people: Partial<Record<Who, Member>> = {};
const programs: Partial<Record<Who, Program>> = {};
beforeAll(async () => {
  lead = await aConvener(world);
  house = await anInstitution(world);
  const { authority: organisation } = lead;
  Object.assign(people, {
    ...{ chair: lead.chair, legal: lead.legal, officer: lead.officer },
    second: await aMember(world, { organisation, roles: ["officer"] }),
    rapporteur: await aMember(world, { organisation, roles: ["rapporteur"] }),
    ...{ sender: house.officer, seated: house.analyst },
    desk: await aMember(world, { organisation, roles: ["analyst"] }),
  });
  for (const [who, member] of Object.entries(people))
    programs[who as Who] = await aProgram(world, site, member);
});

const idOf = (who: Who) => people[who]?.memberId ?? "";
const did: Record<"done" | "refused", Set<string>> = { done: new Set(), refused: new Set() };
let session = "";

type Given = { id?: string; part?: string; json?: unknown; file?: string };

async function ask(who: Who, name: string, { id = session, part = "", json, file }: Given) {
  const operation = everyOperation.find((one) => one.name === name);
  const program = programs[who];
  if (!operation || !program) throw new Error(`${who} ${name}`);
  const path = operation.path.replace("{id}", id).replace("{part}", part);
  const asking =
    file === undefined
      ? { ...(json === undefined ? {} : { json }) }
      : { body: "Hola.", headers: { "Content-Type": "application/octet-stream" } };
  return { operation, answer: await program(operation.method, `${path}${file ?? ""}`, asking) };
}

async function may(who: Who, name: string, given: Given = {}) {
  const { operation, answer } = await ask(who, name, given);
  expect([name, answer.status, answer.status === operation.status ? "" : answer.text]).toEqual([
    name,
    operation.status,
    "",
  ]);
  if (answer.json) operation.answer.parse(answer.json);
  did.done.add(name);
  return answer.json;
}

async function mayNot(who: Who, name: string, reason: string, given: Given = {}) {
  const { answer } = await ask(who, name, given);
  expect([who, name, answer.json?.type]).toEqual([who, name, `/problems/${reason}`]);
  did.refused.add(name);
}

/** A list of what they may not read is an empty one. */
async function findsNone(who: Who, name: string) {
  const { answer } = await ask(who, name, {});
  expect([who, name, answer.json]).toEqual([who, name, { items: [], next: null }]);
  did.refused.add(name);
}

/** Both, one after the other; who may not asks first, so that nothing is there yet that would be refused for another reason. */
async function both(not: Who, who: Who, name: string, given: Given = {}, reason = "not_allowed") {
  await mayNot(not, name, reason, given);
  return may(who, name, given);
}

/** As if it had been so: what guards a row asks who does it and when, and these tests have one day. */
const backdated = (column: string, table: string, to: string) =>
  world.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`update ${table} set ${column} = ${to}`);
  });

const reason = text("No.", "No.");

test("everything that can be done in a session by program is done by who may, and refused with its reason to who is in it and may not", async () => {
  vi.spyOn(translators, "machineTranslator").mockReturnValue(translator);
  const proposed = { agenda: anAgenda(), place: aPlace, times: { ...someTimes, date: "2099-01-20" } };
  ({ id: session } = await both("sender", "chair", "proposeRoundtable", { json: proposed }));
  const spare = (await may("chair", "proposeRoundtable", { json: proposed })).id;
  const part = (member: Who, which: string) => ({ json: { memberId: idOf(member), part: which } });
  await may("chair", "givePart", part("legal", "clearer"));
  for (const one of ["officer", "second", "desk"] as const)
    await (one === "desk" ? undefined : may("chair", "givePart", part(one, "clearer")));
  await mayNot("legal", "givePart", "not_allowed", part("rapporteur", "rapporteur"));
  const { id: given } = await may("chair", "givePart", part("rapporteur", "rapporteur"));
  await both("legal", "chair", "endPart", { part: given });
  await may("chair", "givePart", part("rapporteur", "rapporteur"));
  const agenda = { ...anAgenda({ chathamHouse: false }), revision: 1 };
  await both("legal", "chair", "changeAgenda", { json: agenda });
  await mayNot("rapporteur", "clearAgenda", "not_allowed", { json: { kind: "legal", revision: 2 } });
  await may("legal", "clearAgenda", { json: { kind: "legal", revision: 2 } });
  await may("officer", "clearAgenda", { json: { kind: "competition", revision: 2 } });
  const invited = { organisationId: house.organisation.id, seats: 3 };
  await both("legal", "chair", "inviteToRoundtable", { json: invited });
  await both("legal", "chair", "withdrawRoundtableInvitation", { part: house.organisation.id });
  await may("chair", "inviteToRoundtable", { json: invited });
  await both("legal", "chair", "conveneRoundtable", { json: { revision: 2 } });
  const moved = { times: { ...someTimes, date: "2099-01-21" }, place: aPlace, sequence: 0 };
  await both("sender", "chair", "moveRoundtable", { json: moved });
  const seat = { json: { memberId: idOf("seated") } };
  const { id: seatId } = await both("chair", "sender", "nameAttendee", seat);
  await both("seated", "sender", "withdrawSeat", { part: seatId });
  await may("sender", "nameAttendee", seat);
  await both("sender", "seated", "answerSeat", { json: { answer: "coming" } });
  await both("desk", "seated", "findRoundtable", {}, "not_found");
  await findsNone("desk", "listRoundtables");
  expect((await may("seated", "listRoundtables")).items).toMatchObject([{ id: session }]);
  await mayNot("legal", "cancelRoundtable", "not_found", { id: spare, json: { reason } });
  await may("chair", "cancelRoundtable", { id: spare, json: { reason } });

  await both("desk", "seated", "findTerms", {}, "not_found");
  const terms = { words: text("Otras condiciones.", "Other terms."), version: 1 };
  await both("seated", "chair", "changeTerms", { json: terms });
  await mayNot("seated", "findRoom", "not_found");
  await mayNot("sender", "acceptTerms", "not_allowed", { json: { version: 2, language: "es" } });
  for (const who of ["chair", "rapporteur", "seated"] as const)
    await may(who, "acceptTerms", { json: { version: 2, language: "es" } });
  await may("seated", "findRoom");

  const aFile = "?name=a.txt";
  const material = { part: randomUUID(), file: aFile };
  await both("seated", "chair", "addMaterial", material);
  await mayNot("sender", "listMaterials", "not_found");
  expect((await may("seated", "listMaterials")).items).toHaveLength(1);
  await both("sender", "seated", "takeMaterial", { part: material.part });
  await both("seated", "chair", "withdrawMaterial", { part: material.part });
  await both("seated", "chair", "openRoom");
  await both("seated", "chair", "takeUpItem", { json: { item: 1 } });
  const saying = (kind: string) => ({
    part: randomUUID(),
    json: { kind, item: 0, mode: "unattributed", text: "Se ve en ventanilla.", language: "es" },
  });
  const [said, asked] = [saying("words"), saying("question")];
  await both("sender", "seated", "sayInRoom", said);
  await may("seated", "sayInRoom", asked);
  await mayNot("sender", "listContributions", "not_found");
  await may("seated", "listContributions");
  await both("sender", "seated", "translateContribution", { part: said.part, json: { text: "It is seen." } });
  await both("sender", "chair", "translateByMachine", { part: asked.part });
  await both("sender", "chair", "voteForQuestion", { part: asked.part, json: { wanted: true } });
  await both("seated", "chair", "settleQuestion", { part: asked.part, json: { settlement: "answered" } });
  await both("seated", "chair", "hideContribution", { part: said.part, json: { reason: "off-agenda" } });
  const shown = { part: randomUUID(), file: `${aFile}&item=0&mode=unattributed` };
  await both("sender", "seated", "showInRoom", shown);
  await both("sender", "chair", "takeFile", { part: shown.part });
  await both("sender", "seated", "raiseHand");
  await both("seated", "chair", "giveFloor", { part: idOf("seated") });
  await mayNot("rapporteur", "lowerHand", "not_allowed", { part: idOf("seated") });
  await may("seated", "lowerHand", { part: idOf("seated") });
  await both("seated", "chair", "stopTalk", { json: { item: 1, reason: "prices" } });
  await both("seated", "chair", "resumeTalk", { json: { item: 1 } });
  const poll = { item: 0, kind: "scale", words: { question: text("¿Sí?", "Yes?"), options: [] } };
  const { id: pollId } = await both("seated", "chair", "openPoll", { json: poll });
  await both("sender", "seated", "castBallot", { part: pollId, json: { choices: [0] } });
  await both("seated", "chair", "closePoll", { part: pollId });
  await both("seated", "chair", "closeItem", { json: { item: 1 } });
  await backdated("starts_at", "roundtables", "now() - interval '1 day'");
  await both("seated", "chair", "endRoundtable");

  const notes = {
    summary: text("Se comparó.", "Compared."),
    items: [text("Tres.", "Three."), text("Dos.", "Two.")],
  };
  await both("seated", "rapporteur", "writeMinutes", { json: { notes, revision: 0 } });
  await mayNot("sender", "findMinutes", "not_found");
  await both("seated", "rapporteur", "submitMinutes", { json: { revision: 1, days: 2 } });
  await may("seated", "findMinutes");
  await both("sender", "seated", "commentOnMinutes", { json: { words: "Falta." } }, "not_allowed");
  await backdated("comments_until", "roundtable_minutes", "now() - interval '1 hour'");
  await both("rapporteur", "chair", "approveMinutes", { json: { revision: 1 } });
  const owed = {
    what: text("Enviar.", "To send."),
    organisationId: house.organisation.id,
    due: "2098-01-01",
  };
  const { id: commitment } = await both("seated", "chair", "makeCommitment", { json: owed });
  await findsNone("sender", "listCommitments");
  expect((await may("seated", "listCommitments")).items).toHaveLength(1);
  await both("rapporteur", "seated", "settleCommitment", { id: commitment, json: { state: "met" } });

  const summary = {
    ...{ title: text("Lo que se observa", "What is observed"), body: text("Tres cosas.", "Three things.") },
    ...{ tlp: "AMBER", period: "day", issuers: [lead.authority.id] },
    audience: { jurisdictions: ["MX"], sectors: [], organisations: [lead.authority.id] },
  };
  await both("seated", "rapporteur", "writeSummary", { json: { summary, revision: 0 } });
  await mayNot("sender", "findOwnSummary", "not_found");
  await may("rapporteur", "findOwnSummary");
  await both("rapporteur", "chair", "approveSummary", { json: { revision: 1 } });
  const { id: told } = await both("rapporteur", "chair", "publishSummary", { json: { revision: 1 } });
  await findsNone("seated", "listSummaries");
  await mayNot("seated", "findSummary", "not_found", { id: told });
  await showSummaries(world.db, { at: new Date(Date.now() + 2 * 86_400_000) });
  expect((await may("seated", "listSummaries")).items).toMatchObject([{ id: told }]);
  await may("seated", "findSummary", { id: told });
  await both("rapporteur", "chair", "withdrawOwnSummary", { json: { reason } });
  // What another session told, in the same authority's name.
  const [another] = await world.owner<{ id: string }[]>`
    insert into summaries (title, body, issuers, tlp, audience, authorities, period, shows_from, shown_on, secret_hash)
    select title, body, issuers, tlp, audience, authorities, period, shows_from, shown_on, '' from summaries returning id`;
  await both("seated", "chair", "withdrawSummary", { id: another?.id ?? "", json: { reason } });

  const flag = {
    kind: "red-flag",
    name: text("", ""),
    words: text("Depósitos.", "Deposits."),
    reason: text("", ""),
    concerns: "",
  };
  await both("seated", "rapporteur", "proposeFromRoom", { json: { proposal: flag } });
  await findsNone("sender", "listSentProposals");
  await may("rapporteur", "listSentProposals");
  await both("seated", "desk", "proposeToDesk", {
    json: { proposal: { ...flag, kind: "typology", name: text("Depósitos", "Deposits") } },
  });
  await arriveProposals(world.db, { at: new Date(Date.now() + 9 * 86_400_000) });
  await mayNot("seated", "listProposals", "not_allowed");
  const { items } = await may("desk", "listProposals");
  const lying = (kind: string) => items.find((one: { kind: string }) => one.kind === kind)?.id;
  await both("seated", "desk", "declineProposal", { id: lying("red-flag"), json: { reason } });
  await both("seated", "desk", "takeUpProposal", { id: lying("typology"), json: { into: "depositos" } });

  await mayNot("desk", "findVault", "not_found");
  await may("chair", "findVault");
  await both("rapporteur", "officer", "placeHold", { json: { reason: "Requerimiento." } });
  await may("second", "placeHold", { json: { reason: "Requerimiento." } });
  await both("rapporteur", "officer", "liftHold", { json: { reason: "Se archivó." } });
  await may("second", "liftHold", { json: { reason: "Se archivó." } });
  await both("rapporteur", "chair", "closeRoundtable");

  const all = everyOperation
    .filter(({ path }) => /^\/(roundtables|commitments|summaries|proposals)\b/.test(path))
    .map(({ name }) => name)
    .sort();
  expect(all.filter((name) => !did.done.has(name))).toEqual([]);
  expect(all.filter((name) => !did.refused.has(name))).toEqual([]);
}, 120_000);
