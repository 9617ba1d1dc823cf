import { randomUUID } from "node:crypto";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type {
  AdvisoryContent,
  Language,
  RedFlag,
  Section,
  Text,
  Tlp,
} from "~/domain/advisories/advisory.form";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import type { ClearanceKind } from "~/domain/drafts/draft";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { findDraft } from "~/domain/drafts/drafts.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import { aMember, anOrganisation } from "./people";
import type { World } from "./world";

export type Authority = Awaited<ReturnType<typeof anOrganisation>>;
export type Staff = Awaited<ReturnType<typeof aStaff>>;

export const at = new Date("2026-11-20T12:00:00Z");
export const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
export const text = (es: string, en: string): Text => ({ es, en });

/** One person in every role that a publication needs. */
export async function aStaff(world: World, organisation?: Authority) {
  const authority = organisation ?? (await anOrganisation(world));
  const one = (role: Parameters<typeof aMember>[1] & object) =>
    aMember(world, { ...role, organisation: authority });
  return {
    authority,
    analyst: await one({ roles: ["analyst"] }),
    legal: await one({ roles: ["legal"] }),
    es: await one({ roles: [{ role: "translator", language: "es" }] }),
    en: await one({ roles: [{ role: "translator", language: "en" }] }),
    approver: await one({ roles: ["approver"] }),
    approver2: await one({ roles: ["approver"] }),
    publisher: await one({ roles: ["publisher"] }),
    administrator: await one({ roles: ["administrator"] }),
  };
}

export function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
}

export const reasonOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.reason);

export const aFlag = (n: number, given: Partial<RedFlag> = {}): RedFlag => ({
  ...emptyRedFlag(randomUUID(), n),
  text: text("Una señal que se repite.", "A signal that repeats."),
  ...given,
});

export const aSection = (given: Partial<Section> & { tlp?: Tlp } = {}): Section => ({
  id: randomUUID(),
  kind: "background",
  heading: text("Antecedentes", "Background"),
  body: text("Lo que se sabe.", "What is known."),
  tlp: "CLEAR",
  ...given,
});

export const aGroup = (es: string, en: string) => ({ id: randomUUID(), name: text(es, en) });

export const aKeyTerm = (printed: string, appliesTo: string | null = null, secondary = true) => ({
  id: randomUUID(),
  printed,
  normalised: printed,
  appliesTo,
  secondary,
});

export const aFiling = (keyTerms: ReturnType<typeof aKeyTerm>[]) => ({
  us: { keyTerms, fields: [] },
  mx: { reportTypes: [], fields: [], suggestedWording: text("", "") },
});

/** Content that is complete in both languages, led by `staff` and issued jointly with `joint`. */
export const aContent = (
  staff: Staff,
  given: Partial<AdvisoryContent> = {},
  joint: Staff[] = [],
): AdvisoryContent => ({
  ...emptyContent("advisory", [
    { organisationId: staff.authority.id, shortName: staff.authority.shortName, role: "lead" },
    ...joint.map(({ authority }) => ({
      organisationId: authority.id,
      shortName: authority.shortName,
      role: "joint" as const,
    })),
  ]),
  title: text("Aviso de prueba", "Test advisory"),
  summary: text("Un resumen.", "A summary."),
  ...given,
});

export async function aDraft(
  world: World,
  staff: Staff,
  given: Partial<AdvisoryContent> = {},
  joint: Staff[] = [],
) {
  return value(
    await openDraft(world.db, {
      type: "advisory",
      content: aContent(staff, given, joint),
      by: staff.analyst,
      at,
    }),
  );
}

export async function draftOf(world: World, by: Member, id: string) {
  const draft = await findDraft(world.db, by, id);
  if (!draft) throw new Error("the draft is not seen");
  return draft;
}

export async function clear(
  world: World,
  by: Member,
  draftId: string,
  kind: ClearanceKind,
  contentHash?: string,
) {
  const hash = contentHash ?? (await hashOf(world, draftId));
  return clearDraft(world.db, { draftId, kind, contentHash: hash, note: "", by, at });
}

export async function hashOf({ owner }: World, draftId: string): Promise<string> {
  const [row] = await owner<
    { hash: string }[]
  >`select content_hash as hash from drafts where id = ${draftId}`;
  return row?.hash ?? "";
}

/** Every clearance that the draft needs, each by its own person. */
export async function clearAll(world: World, staff: Staff, draftId: string, joint: Staff[] = []) {
  value(await clear(world, staff.legal, draftId, "legal"));
  value(await clear(world, staff.es, draftId, "language-es"));
  value(await clear(world, staff.en, draftId, "language-en"));
  value(await clear(world, staff.approver, draftId, "approval"));
  value(await clear(world, staff.approver2, draftId, "approval"));
  for (const { approver } of joint) value(await clear(world, approver, draftId, "approval"));
}

/** What a document from elsewhere needs once its original was edited here. */
export async function clearEdited(world: World, staff: Staff, draftId: string, original: Language) {
  value(await clear(world, staff.legal, draftId, "legal"));
  value(await clear(world, staff[original], draftId, `language-${original}`));
  value(await clear(world, staff.approver, draftId, "approval"));
  value(await clear(world, staff.approver2, draftId, "approval"));
}

export const publish = (world: World, staff: Staff, draftId: string) =>
  publishAdvisory(world.db, { draftId, by: staff.publisher, at });

/** An advisory that went the whole way. */
export async function anIssued(
  world: World,
  staff: Staff,
  given: Partial<AdvisoryContent> = {},
  joint: Staff[] = [],
) {
  const draft = await aDraft(world, staff, given, joint);
  await clearAll(world, staff, draft.id, joint);
  return { ...draft, ...value(await publish(world, staff, draft.id)) };
}

/** The next version of an issued advisory with these changes, all the way. */
export async function aNextVersion(world: World, staff: Staff, number: string, changes: DraftChange[] = []) {
  const { id } = value(await amendAdvisory(world.db, { number, by: staff.analyst, at }));
  value(await save(world, staff.analyst, id, [...noted, ...changes]));
  await clearAll(world, staff, id);
  return value(await publish(world, staff, id));
}

export const noted: DraftChange[] = [
  { kind: "set", path: "changeNote/es", was: "", now: "Se precisa el texto." },
  { kind: "set", path: "changeNote/en", was: "", now: "The text is made precise." },
];

export const save = (world: World, by: Member, draftId: string, changes: DraftChange[]) =>
  saveDraft(world.db, { draftId, changes, by, at });

export const set = (path: string, was: unknown, now: unknown): DraftChange => ({
  kind: "set",
  path,
  was,
  now,
});

/** Reasons why the draft cannot be published now, as the publisher is told. */
export async function blockersOf(world: World, staff: Staff, draftId: string): Promise<string[]> {
  const outcome = await publish(world, staff, draftId);
  if (outcome.ok) throw new Error("it was published");
  const { blockers } = outcome.facts;
  return Array.isArray(blockers) ? blockers.map(({ reason }) => String(reason)) : [outcome.reason];
}

/** What is outstanding: `approval LEAD 1/2`. */
export async function missingOf(world: World, staff: Staff, draftId: string): Promise<string[]> {
  const outcome = await publish(world, staff, draftId);
  if (outcome.ok) return [];
  const blockers = outcome.facts.blockers as {
    reason: string;
    missing?: { kind: string; given: number; needed: number }[];
  }[];
  return blockers.flatMap(({ missing = [] }) =>
    missing.map((one) => `${one.kind} ${one.given}/${one.needed}`),
  );
}
