import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  mayAmend,
  mayComment,
  mayDraft,
  mayEditDraft,
  mayImport,
  mayKeepTypologies,
  mayPublish,
  mayWithdraw,
} from "~/domain/advisories/advisory.policy";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { mayClear, mayDiscardDraft } from "~/domain/drafts/draft.policy";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { mayInviteMembers } from "~/domain/invitations/invitation.policy";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import {
  makeClearanceException,
  mayMakeException,
} from "~/domain/organisations/make-clearance-exception.server";
import type { Outcome } from "~/domain/outcome";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { setVettingPeriod } from "~/domain/vetting/set-vetting-period.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import {
  mayApply,
  mayInviteOrganisation,
  maySetVettingPeriod,
  mayTakeMeasures,
  mayVet,
} from "~/domain/vetting/vetting.policy";
import { withdrawMeasure } from "~/domain/vetting/withdraw-measure.server";
import type { Db } from "~db/client.server";
import { aDraft, anIssued, aStaff, at, hashOf, later, type Staff, set, text, value } from "./support/desk";
import { aMember, anOrganisation } from "./support/people";
import { columns, nameOf, roleTable, sentences } from "./support/role-table";
import { aBank, apply, type Bank, reason, someFacts } from "./support/vetting";
import { freshDatabase, type World } from "./support/world";

const root = join(import.meta.dirname, "..");
const modules = import.meta.glob<Record<string, unknown>>("../app/domain/**/*.policy.ts", { eager: true });

test("every sentence of the house is in the table", () => {
  const written = Object.entries(modules).flatMap(([path, module]) =>
    Object.keys(module)
      .filter((name) => name.startsWith("may"))
      .map((name) => `${path.match(/domain\/([^/]+)/)?.[1]}: ${name}`),
  );
  const told = Object.entries(sentences).flatMap(([room, all]) =>
    Object.keys(all).map((name) => `${room}: ${name.split(" ")[0]}`),
  );
  expect([...new Set(told)].sort()).toEqual(written.sort());
});

test("docs/roles.md is what the sentences say", () => {
  const file = join(root, "docs/roles.md");
  if (process.env.UPDATE_ROLES === "1") writeFileSync(file, roleTable());
  expect(readFileSync(file, "utf8")).toBe(roleTable());
});

let world: World;
let lead: Staff;
let bank: Bank;
let draftId: string;
let number: string;
let replacement: string;
let contentHash: string;
let applicationId: string;
let measured: Bank;
let measureId: string;
/** Everyone of one country, in every role, besides those who arranged it. */
let everyone: { name: string; who: Member }[];

beforeAll(async () => {
  world = await freshDatabase();
  lead = await aStaff(world);
  ({ id: draftId } = await aDraft(world, lead));
  contentHash = await hashOf(world, draftId);
  ({ number } = await anIssued(world, lead));
  ({ number: replacement } = await anIssued(world, lead));
  bank = await aBank(world);
  applicationId = await apply(world, bank);
  measured = await aBank(world, "vetted", "2027-06-30");
  const proposer = await aMember(world, { organisation: lead.authority, roles: ["officer"] });
  measureId = value(
    await proposeMeasure(world.db, {
      organisationId: measured.id,
      kind: "suspension",
      emergency: false,
      reason,
      by: proposer,
      at,
    }),
  ).id;
  const houses = new Map<string, Awaited<ReturnType<typeof anOrganisation>>>();
  everyone = [];
  for (const column of columns) {
    const { kind, role, language } = column;
    const house =
      kind === "authority" ? lead.authority : (houses.get(kind) ?? (await anOrganisation(world, { kind })));
    houses.set(kind, house);
    const given = language === "" ? role : { role, language };
    everyone.push({
      name: `${kind} ${nameOf(column)}`,
      who: await aMember(world, { organisation: house, roles: [given] }),
    });
  }
  const abroad = await anOrganisation(world, { jurisdiction: "US" });
  everyone.push({
    name: "officer and publisher abroad",
    who: await aMember(world, { organisation: abroad, roles: ["officer", "publisher"] }),
  });
});
afterAll(() => world.close());

type Try = [
  name: string,
  may: (by: Member) => boolean,
  act: (db: Db, by: Member) => Promise<Outcome<unknown>>,
];

const led = () => ({ leadOrganisationId: lead.authority.id, authorities: [lead.authority.id] });
const key = new Uint8Array(32);
const ofCountry = (id: string) => ({ id, jurisdiction: "MX", lone: false });
const typology = {
  code: "nueva",
  name: text("a", "b"),
  description: text("a", "b"),
  printed: [],
  amltrix: [],
};
const document = {
  title: "Un título",
  language: "es",
  regulator: "Supervisor",
  redFlags: [{ n: 1, text: "Una señal cualquiera." }],
};

const tries: Try[] = [
  ["openDraft", mayDraft, (db, by) => openDraft(db, { type: "advisory", by, at })],
  [
    "saveDraft",
    (by) => mayEditDraft(by, led()),
    (db, by) => saveDraft(db, { draftId, changes: [set("summary/es", "x", "y")], by, at }),
  ],
  [
    "renumberDraft",
    (by) => mayEditDraft(by, led()),
    (db, by) => renumberDraft(db, { draftId, number: "x", by, at }),
  ],
  [
    "commentOnDraft",
    (by) => mayComment(by, led()),
    (db, by) => commentOnDraft(db, { draftId, path: "title", body: "x", by, at }),
  ],
  [
    "discardDraft",
    (by) => mayDiscardDraft(by, { ...led(), openedBy: lead.analyst.memberId }),
    (db, by) => discardDraft(db, { draftId, by, at }),
  ],
  ...(["legal", "language-es", "language-en", "approval"] as const).map(
    (kind): Try => [
      `clearDraft ${kind}`,
      (by) => mayClear(by, led(), kind),
      (db, by) => clearDraft(db, { draftId, kind, contentHash, note: "", by, at }),
    ],
  ),
  [
    "publishAdvisory",
    (by) => mayPublish(by, led()),
    (db, by) => publishAdvisory(db, { draftId, contentHash, by, at }),
  ],
  ["amendAdvisory", (by) => mayAmend(by, led()), (db, by) => amendAdvisory(db, { number, by, at })],
  [
    "withdrawAdvisory",
    (by) => mayWithdraw(by, led()),
    (db, by) => withdrawAdvisory(db, { number, reason: text("a", "b"), by, at }),
  ],
  [
    "supersedeAdvisory",
    (by) => mayWithdraw(by, led()),
    (db, by) => supersedeAdvisory(db, { number, replacement, by, at }),
  ],
  ["importDocument", mayImport, (db, by) => importDocument(db, { file: document, publish: false, by, at })],
  ["keepTypology", mayKeepTypologies, (db, by) => keepTypology(db, { typology, by, at })],
  [
    "makeClearanceException",
    mayMakeException,
    (db, by) => makeClearanceException(db, { severalKinds: true, approvalsNeeded: 1, reason, by, at }),
  ],
  [
    "inviteMember",
    mayInviteMembers,
    (db, by) =>
      inviteMember(db, {
        email: "x@y.example",
        name: null,
        language: "es",
        roles: ["administrator"],
        by,
        at,
        key,
      }),
  ],
  [
    "inviteOrganisation",
    mayInviteOrganisation,
    (db, by) =>
      inviteOrganisation(db, {
        kind: "institution",
        shortName: "Nueva",
        nameEs: "Nueva",
        nameEn: "New",
        contact: "Ana",
        email: "x@y.example",
        language: "es",
        by,
        at,
        key,
      }),
  ],
  [
    "submitApplication",
    (by) => mayApply(by, { id: by.organisationId }),
    (db, by) => submitApplication(db, { facts: someFacts, by, at }),
  ],
  [
    "decideOnApplication",
    (by) => mayVet(by, ofCountry(bank.id)),
    (db, by) =>
      decideOnApplication(db, { organisationId: bank.id, applicationId, kind: "approval", reason, by, at }),
  ],
  [
    "proposeMeasure",
    (by) => mayTakeMeasures(by, ofCountry(bank.id)),
    (db, by) =>
      proposeMeasure(db, { organisationId: bank.id, kind: "revocation", emergency: false, reason, by, at }),
  ],
  [
    "confirmMeasure",
    (by) => mayTakeMeasures(by, ofCountry(measured.id)),
    (db, by) => confirmMeasure(db, { organisationId: measured.id, measureId, reason, by, at: later(5) }),
  ],
  [
    "withdrawMeasure",
    (by) => mayTakeMeasures(by, ofCountry(measured.id)),
    (db, by) => withdrawMeasure(db, { organisationId: measured.id, measureId, by, at: later(5) }),
  ],
  ["setVettingPeriod", maySetVettingPeriod, (db, by) => setVettingPeriod(db, { months: 6, by, at })],
];

class Undo extends Error {}

/** What the act answers, with nothing left behind. */
async function attempt(act: Try[2], by: Member) {
  let answer = "";
  await world.db
    .transaction(async (tx) => {
      const outcome = await act(tx, by);
      answer = outcome.ok ? "done" : outcome.reason;
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return answer;
}

test.each(tries)("%s is for whom its sentence says, tried by everyone in every role", async (_, may, act) => {
  const wrong: string[] = [];
  for (const { name, who } of everyone) {
    const answer = await attempt(act, who);
    const letIn = answer !== "not_allowed" && answer !== "not_found";
    if (letIn !== may(who)) wrong.push(`${name}: ${answer}`);
  }
  expect(wrong).toEqual([]);
  expect(everyone.some(({ who }) => may(who))).toBe(true);
});
