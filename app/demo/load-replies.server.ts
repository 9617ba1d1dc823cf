import { and, eq, inArray } from "drizzle-orm";
import { makeTheme } from "~/domain/replies/make-theme.server";
import { placePoints } from "~/domain/replies/place-points.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import { writeReply } from "~/domain/replies/write-reply.server";
import type { Transaction } from "~db/client.server";
import { both } from "~db/demo/both";
import { demoRoundId, demoRounds } from "~db/demo/rounds/demo-rounds";
import type { DemoReply, DemoRound } from "~db/demo/rounds/round-story";
import { indicators, points, roundRows } from "~db/schema";
import { accepted } from "./accepted";
import { instantOf } from "./demo-day";
import { persona } from "./persona";

const day = 86_400_000;
type Loading = { now: Date };
type Answering = Loading & { round: DemoRound; roundId: string };

/** What authorities of the demo made of the points: an analyst sorts and writes, an officer lets go. */
export async function loadReplies(tx: Transaction, { now }: Loading) {
  for (const round of demoRounds) await answer(tx, { round, roundId: demoRoundId(round.key), now });
}

async function answer(tx: Transaction, answering: Answering) {
  const { round, now } = answering;
  const themes = new Map<string, string>();
  for (const { key, name } of round.themes) {
    const by = persona(`${round.authority.toLowerCase()}-analyst`, now);
    const at = new Date(instantOf(round.closesOn, now).getTime() + 3 * day);
    const made = await makeTheme(tx, { roundId: answering.roundId, name, by, at });
    const { id: themeId } = accepted(made, `theme ${key}`);
    const pointIds = await pointsOf(tx, answering, key);
    accepted(await placePoints(tx, { themeId, pointIds, into: true, by, at }), `theme ${key}`);
    themes.set(key, themeId);
  }
  for (const reply of round.replies) await write(tx, answering, reply, themes);
}

/** Found by what they say: whose they are the database does not know. */
async function pointsOf(tx: Transaction, { round, roundId }: Answering, theme: string) {
  const written = round.points.flatMap((point) =>
    point.theme === theme && typeof point.written === "string" ? [point.written] : [],
  );
  const found = await tx
    .select({ id: points.id })
    .from(points)
    .where(and(eq(points.roundId, roundId), inArray(points.written, written)));
  return found.map(({ id }) => id);
}

async function write(
  tx: Transaction,
  { round, roundId, now }: Answering,
  { to, said, answer: told, outcome, note, amendedIn, writtenOn, releasedOn }: DemoReply,
  themes: ReadonlyMap<string, string>,
) {
  const staff = (role: string) => persona(`${round.authority.toLowerCase()}-${role}`, now);
  const subject =
    "theme" in to ? { themeId: themes.get(to.theme) ?? "" } : { row: await rowOf(tx, roundId, to.redFlag) };
  const texts = {
    said,
    answer: told,
    outcome,
    note: note ?? both("", ""),
    amendedIn: amendedIn ?? null,
    answeredIn: null,
  };
  const what = `reply to ${"theme" in to ? to.theme : to.redFlag}`;
  const at = instantOf(writtenOn, now);
  const { replyId, revision } = accepted(
    await writeReply(tx, { roundId, subject, revision: 0, texts, by: staff("analyst"), at }),
    what,
  );
  if (releasedOn === undefined) return;
  const releasedAt = instantOf(releasedOn, now);
  accepted(await releaseReply(tx, { replyId, revision, by: staff("officer"), at: releasedAt }), what);
}

async function rowOf(tx: Transaction, roundId: string, redFlag: string) {
  const [found] = await tx
    .select({ n: roundRows.n })
    .from(roundRows)
    .innerJoin(indicators, eq(indicators.id, roundRows.indicatorId))
    .where(and(eq(roundRows.roundId, roundId), eq(indicators.publicId, redFlag)));
  if (!found) throw new Error(`The demo's round does not ask about ${redFlag}`);
  return found.n;
}
