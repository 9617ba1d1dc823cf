import { randomUUID } from "node:crypto";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { findSheet } from "~/domain/answers/sheet.server";
import { signAnswers } from "~/domain/answers/sign-answers.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Member } from "~/domain/members/viewer";
import { openRound } from "~/domain/rounds/open-round.server";
import { planRound } from "~/domain/rounds/plan-round.server";
import { countedQuestions } from "~/domain/rounds/questions";
import type { Plan } from "~/domain/rounds/round.form";
import { findRound } from "~/domain/rounds/rounds.server";
import { aFlag, anIssued, aStaff, at, later, type Staff, text, value } from "./desk";
import { aMember, anOrganisation } from "./people";
import type { World } from "./world";

export const day = 24 * 60;
const secret = Buffer.alloc(32, 7);
/** The same secret for every purpose: nothing here asks which. */
export const keys = () => secret;

/** An authority with an advisory of two red flags, whoever convenes there, and institutions to ask. */
export async function aConvening(world: World, { institutions = 6 } = {}) {
  const staff = await aStaff(world);
  const convener = await aMember(world, { organisation: staff.authority, roles: ["convener"] });
  const { number } = await anIssued(world, staff, { redFlags: [aFlag(1), aFlag(2)] });
  const houses = [];
  for (let i = 0; i < institutions; i += 1) houses.push(await anInstitution(world));
  return { staff, convener, number, houses };
}
export type Convening = Awaited<ReturnType<typeof aConvening>>;

export async function anInstitution(world: World, jurisdiction = "MX") {
  const organisation = await anOrganisation(world, { kind: "institution", jurisdiction });
  return {
    organisation,
    officer: await aMember(world, { organisation, roles: ["compliance-officer"] }),
    analyst: await aMember(world, { organisation, roles: ["analyst"] }),
  };
}
export type House = Awaited<ReturnType<typeof anInstitution>>;

/** A plan that may be opened at `at`, inviting the convening's institutions. */
export const aPlan = ({ number, houses }: Convening, given: Partial<Plan> = {}): Plan => ({
  subject: { kind: "advisory", number, version: 1 },
  mode: "unattributed",
  title: text("¿Qué han visto?", "What have you seen?"),
  readersStatement: text("La leen tres personas.", "Three people read it."),
  invited: {
    jurisdictions: [],
    sectors: [],
    organisations: houses.map(({ organisation }) => organisation.id),
  },
  tlp: "GREEN",
  audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
  closesAt: later(7 * day),
  ...given,
});

export const plan = async (world: World, convening: Convening, given: Partial<Plan> = {}) =>
  value(await planRound(world.db, { plan: aPlan(convening, given), by: convening.convener, at })).id;

export const open = (
  world: World,
  { convener }: Convening,
  roundId: string,
  given: Partial<Parameters<typeof openRound>[1]> = {},
) =>
  openRound(world.db, {
    roundId,
    revision: 1,
    notForSupervision: true,
    evenIfUnpublished: false,
    keys,
    by: convener,
    at,
    ...given,
  });

/** An open round of that convening. */
export async function anOpenRound(
  world: World,
  convening: Convening,
  given: Partial<Plan> = {},
  sealing: SecretKeys = keys,
) {
  const roundId = await plan(world, convening, given);
  value(await open(world, convening, roundId, { evenIfUnpublished: true, keys: sealing }));
  return roundId;
}

type Given = Record<string, unknown>;

/** Fills in what is given by `row.question`, over nothing that was there. */
export const fill = (world: World, by: Member, roundId: string, given: Given, when = at) =>
  fillSheet(world.db, {
    roundId,
    filled: Object.entries(given).map(([place, answer]) => {
      const [row = "", question = ""] = place.split(".");
      return { row: Number(row), question, answer, revision: 0 };
    }),
    keys,
    by,
    at: when,
  });

/** All that must be answered of a round with two red flags, the first category of each. */
export const aWholeForm = (given: Given = {}): Given => ({
  ...Object.fromEntries(
    countedQuestions
      .filter(({ required }) => required)
      .flatMap(({ key, about, categories: [first] }) =>
        about === "round"
          ? [[`0.${key}`, first]]
          : [
              [`1.${key}`, first],
              [`2.${key}`, first],
            ],
      ),
  ),
  ...given,
});

export const sheetOf = (world: World, by: Member, roundId: string) =>
  findSheet(world.db, by, { roundId, keys });

/** Signs what stands in the sheet. */
export async function sign(world: World, by: Member, roundId: string, when = at) {
  const digest = (await sheetOf(world, by, roundId))?.digest ?? randomUUID();
  return signAnswers(world.db, { roundId, digest, keys, by, at: when });
}

export async function answer(world: World, { officer }: House, roundId: string, given: Given = {}) {
  value(await fill(world, officer, roundId, aWholeForm(given)));
  return value(await sign(world, officer, roundId));
}

export const roundAs = (world: World, by: Member | Staff["analyst"], roundId: string) =>
  findRound(world.db, by, roundId);
