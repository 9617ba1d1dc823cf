import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { persona } from "~/demo/persona";
import { checkPiece } from "~/domain/parity/check-piece";
import { listEarlySignals } from "~/domain/releases/early-signals.server";
import { findOutcomes } from "~/domain/replies/outcomes.server";
import { demoPanel } from "~db/demo/panel";
import { demoQuestions } from "~db/demo/questions";
import { demoReceipt, demoRoundId, demoRounds } from "~db/demo/rounds/demo-rounds";
import { demoDatabase } from "../support/demo";
import type { World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await demoDatabase();
}, 300_000);
afterAll(() => world.close());

const statesOf = async () =>
  new Map(
    (
      await world.owner<
        { id: string; opened: boolean; closed: boolean; calledOff: boolean; released: boolean }[]
      >`
        select id, opened_at is not null as opened, closed_at is not null as closed, called_off_at is not null as "calledOff",
          exists (select from releases where round_id = rounds.id) as released from rounds`
    ).map(({ id, ...state }) => [id, state]),
  );

describe("the rounds of the demo", () => {
  test("are planned, open, closed and called off", async () => {
    const states = await statesOf();
    expect(states.size).toBe(demoRounds.length);
    expect(states.get(demoRoundId("precursors-planned"))?.opened).toBe(false);
    expect(states.get(demoRoundId("trade-open"))).toMatchObject({ opened: true, closed: false });
    expect(states.get(demoRoundId("cash-called-off"))?.calledOff).toBe(true);
    for (const key of ["networks-first", "networks-second", "funnel-pilot"])
      expect(states.get(demoRoundId(key)), key).toMatchObject({ closed: true, released: true });
  });

  test("of which four institutions were asked tells nothing", async () => {
    const states = await statesOf();
    expect(states.get(demoRoundId("fuel-of-four"))).toMatchObject({ closed: true, released: false });
  });

  test("have statistics of thirty institutions and more, some of them withheld and most of them not", async () => {
    const [figures] = await world.owner<{ answered: number; shown: number; withheld: number }[]>`
      select max(r.answered) as answered, count(*) filter (where jsonb_typeof(c.value) = 'number')::int as shown,
        count(*) filter (where jsonb_typeof(c.value) = 'null')::int as withheld
      from releases r join release_tables t using (round_id), jsonb_array_elements(t.tables) q,
        jsonb_array_elements(case jsonb_typeof(q.value -> 'overall') when 'array' then q.value -> 'overall' else '[]' end) c
      where r.round_id = ${demoRoundId("networks-second")}`;
    expect(figures?.answered).toBeGreaterThanOrEqual(30);
    expect(figures?.withheld).toBeGreaterThan(0);
    expect(figures?.shown).toBeGreaterThan(100);
  });

  test("hand out one receipt, which opens what its institution wrote and what became of it", async () => {
    const { round, by, secret } = demoReceipt;
    const found = await findOutcomes(world.db, { roundId: demoRoundId(round), secret });
    const wrote = demoRounds
      .find(({ key }) => key === round)
      ?.points.filter((point) => point.by === by)
      .map(({ written }) => written);
    expect(found.map(({ written }) => written).sort()).toEqual(wrote?.sort());
    for (const { written, replies } of found) expect(replies.length, written).toBeGreaterThan(0);
  });

  test("hold one early signal, counted like any other, on the red flag that institutions came to see", async () => {
    const found = await listEarlySignals(world.db, { by: persona("fincen-analyst", new Date()) });
    const flags = found.signals.flatMap(({ about }) => (about.kind === "red-flag" ? [about.publicId] : []));
    expect(flags).toEqual(["FIN-2025-A014#RF-11"]);
  });

  test("leave no letter of long ago waiting to be sent", async () => {
    const [row] = await world.owner<{ waiting: number }[]>`
      select count(*)::int as waiting from notices n
      where state = 'queued' and exists (select from members m where m.id = n.member_id and m.email like 'officer@%')
        and not exists (select from demo_personas p where p.member_id = n.member_id)`;
    expect(row?.waiting).toBe(0);
  });
});

test("questions of the demo stand in every state", async () => {
  const [row] = await world.owner<Record<string, number>[]>`
    select count(*) filter (where taken_on is null and withdrawn_on is null)::int as asked,
      count(*) filter (where taken_on is not null and answered_on is null)::int as taken,
      count(*) filter (where withdrawn_on is not null)::int as withdrawn,
      (select count(*)::int from question_answers where n > 1) as corrected,
      (select count(*)::int from question_answers where addressee = 'asker') as "toAsker",
      (select count(*)::int from question_answers where withdrawn_on is not null) as "takenBack",
      (select count(*)::int from answer_drafts where answer ->> 'es' <> '') as written from questions`;
  for (const [state, count] of Object.entries(row ?? {})) expect(count, state).toBeGreaterThan(0);
});

test("what the demo's rounds and answers say to readers says the same in both languages", () => {
  const texts = [
    ...demoRounds.flatMap(({ title, readersStatement, themes, replies }) => [
      title,
      readersStatement,
      ...themes.map(({ name }) => name),
      ...replies.flatMap(({ said, answer, note }) => [said, answer, ...(note ? [note] : [])]),
    ]),
    ...demoQuestions.flatMap(({ answers, withdrawal }) => [
      ...answers.flatMap(({ question, answer, correction }) =>
        [question, answer, correction].flatMap((text) => text ?? []),
      ),
      ...(withdrawal ? [withdrawal.reason] : []),
    ]),
  ];
  for (const text of texts)
    expect({ text, wrong: checkPiece(text).filter(({ severity }) => severity === "blocking") }).toEqual({
      text,
      wrong: [],
    });
});

test("institutions that only answer rounds have names, addresses and ids of their own", () => {
  for (const values of [
    demoPanel.map(({ id }) => id),
    demoPanel.map(({ shortName }) => shortName),
    demoPanel.map(({ officer }) => officer.email),
    demoPanel.map(({ officer }) => officer.id),
  ])
    expect(new Set(values).size).toBe(demoPanel.length);
});
