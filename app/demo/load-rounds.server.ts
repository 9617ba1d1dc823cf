import { eq } from "drizzle-orm";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { findSheet } from "~/domain/answers/sheet.server";
import { signAnswers } from "~/domain/answers/sign-answers.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Member } from "~/domain/members/viewer";
import { closeRound } from "~/domain/releases/close-round.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { openRound } from "~/domain/rounds/open-round.server";
import { planRound } from "~/domain/rounds/plan-round.server";
import type { Plan } from "~/domain/rounds/round.form";
import { listRows } from "~/domain/rounds/rounds.server";
import type { Transaction } from "~db/client.server";
import { demoReceipt, demoRoundId, demoRounds } from "~db/demo/rounds/demo-rounds";
import type { DemoRound } from "~db/demo/rounds/round-story";
import { rounds } from "~db/schema";
import { accepted } from "./accepted";
import { instantOf } from "./demo-day";
import { persona, signatory } from "./persona";
import { usualAnswers } from "./usual-answers";

const hour = 3_600_000;

type Loading = {
  /** When the demo is loaded. */
  now: Date;
  keys: SecretKeys;
  /** Organisations by short name. */
  ids: ReadonlyMap<string, string>;
  onProgress(line: string): void;
  /** The version that was just published; left out: all the advisories are there. */
  after?: { number: string; version: number };
};
type Asking = Loading & { round: DemoRound; roundId: string };
type Sheet = Asking & { rows: Awaited<ReturnType<typeof listRows>>; by: string };

/** The rounds of the demo by the same acts as anyone's: planned, opened, answered, signed, and counted by what counts every release. */
export async function loadRounds(tx: Transaction, loading: Loading) {
  const due = demoRounds.filter(
    ({ after }) => after?.number === loading.after?.number && after?.version === loading.after?.version,
  );
  for (const round of due) {
    loading.onProgress(`Loading the demo: the round "${round.title.en}"`);
    await tell(tx, { ...loading, round, roundId: demoRoundId(round.key) });
  }
}

async function tell(tx: Transaction, asking: Asking) {
  const { round, roundId, now, keys } = asking;
  const staff = (role: string) => persona(`${round.authority.toLowerCase()}-${role}`, now);
  const plannedAt = instantOf(round.plannedOn, now);
  accepted(
    await planRound(tx, { plan: planOf(asking), id: roundId, by: staff("analyst"), at: plannedAt }),
    round.key,
  );
  if (round.openedOn === undefined) return;
  const by = staff("officer");
  accepted(
    await openRound(tx, {
      roundId,
      revision: 1,
      notForSupervision: true,
      evenIfUnpublished: true,
      keys,
      by,
      at: instantOf(round.openedOn, now),
    }),
    round.key,
  );
  const rows = await listRows(tx, roundId);
  for (const house of round.signed) await sign(tx, { ...asking, rows, by: house });
  for (const { by: house, redFlags } of round.begun ?? []) {
    const begun = rows.slice(0, redFlags);
    await fill(tx, { ...asking, rows: begun, by: house }, signatory(house, now));
  }
  if (round.calledOffOn !== undefined)
    accepted(await callOffRound(tx, { roundId, by, at: instantOf(round.calledOffOn, now) }), round.key);
  else if (instantOf(round.closesOn, now) <= now) await close(tx, asking);
}

function planOf({ round, ids, now }: Asking): Plan {
  const idsOf = (names: string[]) =>
    names.map((name) => {
      const id = ids.get(name);
      if (!id) throw new Error(`No demo organisation is called ${name}`);
      return id;
    });
  const { subject, redFlags, mode, title, readersStatement, invited, tlp, audience } = round;
  return {
    subject,
    redFlags,
    mode,
    title,
    readersStatement,
    invited: { ...invited, organisations: idsOf(invited.organisations) },
    tlp,
    audience: { ...audience, organisations: idsOf(audience.organisations), members: [] },
    closesAt: instantOf(round.closesOn, now),
  };
}

async function fill(tx: Transaction, { round, roundId, rows, by: house, now, keys }: Sheet, by: Member) {
  const counted = usualAnswers({ round, by: house, jurisdiction: by.jurisdiction, rows });
  const written = round.points
    .filter((point) => point.by === house)
    .flatMap(({ redFlag, question, written: answer }) => {
      const row = redFlag === undefined ? 0 : rows.find(({ publicId }) => publicId === redFlag)?.n;
      return row === undefined ? [] : [{ row, question, answer }];
    });
  const filled = [...counted, ...written].map((one) => ({ ...one, revision: 0 }));
  const at = new Date(instantOf(round.openedOn ?? 0, now).getTime() + 48 * hour);
  accepted(await fillSheet(tx, { roundId, filled, keys, by, at }), `${round.key} by ${house}`);
  return at;
}

async function sign(tx: Transaction, sheet: Sheet) {
  const { round, roundId, by: house, now, keys } = sheet;
  const by = signatory(house, now);
  const at = await fill(tx, sheet, by);
  const digest = (await findSheet(tx, by, { roundId, keys }))?.digest ?? "";
  const kept = round.key === demoReceipt.round && house === demoReceipt.by;
  accepted(
    await signAnswers(tx, {
      roundId,
      digest,
      ...(kept ? { secret: demoReceipt.secret } : {}),
      keys,
      by,
      at: new Date(at.getTime() + 24 * hour),
    }),
    `${round.key} signed by ${house}`,
  );
}

async function close(tx: Transaction, { round, roundId, now, keys }: Asking) {
  const at = new Date(instantOf(round.closesOn, now).getTime() + hour / 60);
  const state = await closeRound(tx, { roundId, keys, at });
  const [row] = await tx.select({ closedAt: rounds.closedAt }).from(rounds).where(eq(rounds.id, roundId));
  if (state !== "closed" || !row?.closedAt) throw new Error(`The demo's ${round.key} could not be closed`);
}
