import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { claimOf } from "~/domain/answers/claim.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { citeReplies } from "~/domain/replies/cite-replies.server";
import { makeTheme } from "~/domain/replies/make-theme.server";
import { findOutcomes, listOwnOutcomes } from "~/domain/replies/outcomes.server";
import { placePoints } from "~/domain/replies/place-points.server";
import { findPoints } from "~/domain/replies/points.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import { renameTheme } from "~/domain/replies/rename-theme.server";
import { listCitations, listReplies } from "~/domain/replies/replies.server";
import { mostRedFlags } from "~/domain/rounds/round";
import { asViewer } from "~db/client.server";
import { aFlag, anIssued, clearAll, noted, publish, reasonOf, save, text, value } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { aClosedRound, afterwards, aReply, type ClosedRound, pointsOf, write } from "../../support/replies";
import { anInstitution, anOpenRound } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let round: ClosedRound;
beforeAll(async () => {
  round = await aClosedRound(world);
});

const theme = async (of: ClosedRound, name = text("Datos de sucursal", "Branch records")) =>
  value(await makeTheme(world.db, { roundId: of.roundId, name, by: of.officer, at: afterwards })).id;
const place = async (of: ClosedRound, themeId: string, pointIds: string[], into = true) =>
  placePoints(world.db, { themeId, pointIds, into, by: of.officer, at: afterwards });
const release = (replyId: string, revision: number, by: Viewer) =>
  releaseReply(world.db, { replyId, revision, by, at: afterwards });
const listed = async (viewer: Viewer, roundId = round.roundId) =>
  (await listReplies(world.db, viewer, { roundId })).map(({ id }) => id);

describe("points of a closed round", () => {
  test("are read by the authority that asked, and by nobody else", async () => {
    const { points } = await pointsOf(world, round);
    expect(points).toHaveLength(7);
    expect(points.every(({ organisationId }) => organisationId === null)).toBe(true);
    const other = await aMember(world, { roles: ["officer"] });
    const [house] = round.houses;
    for (const viewer of [anonymous, other, house?.officer ?? anonymous])
      expect(await findPoints(world.db, viewer, round.roundId)).toBeUndefined();
  });

  test("are not there while the round is open", async () => {
    const roundId = await anOpenRound(world, round);
    expect(await findPoints(world.db, round.officer, roundId)).toBeUndefined();
    expect(
      reasonOf(
        await makeTheme(world.db, { roundId, name: text("Uno", "One"), by: round.officer, at: afterwards }),
      ),
    ).toBe("round_not_closed");
  });

  test("stand in any number of themes, once in each, and leave one while nothing was told of it", async () => {
    const of = await aClosedRound(world);
    const { points } = await pointsOf(world, of);
    const ids = points.slice(0, 3).map(({ id }) => id);
    const [a, b] = [await theme(of), await theme(of, text("Otro", "Another"))];
    await Promise.all([place(of, a, ids), place(of, a, ids), place(of, b, ids.slice(0, 1))]);
    value(await place(of, a, ids.slice(1, 2), false));
    const stands = (await pointsOf(world, of)).points.map(({ id, themes }) => [id, [...themes].sort()]);
    expect(Object.fromEntries(stands)).toMatchObject({
      [ids[0] ?? ""]: [a, b].sort(),
      [ids[1] ?? ""]: [],
      [ids[2] ?? ""]: [a],
    });
    await aReply(world, of, { subject: { themeId: a } });
    expect(reasonOf(await place(of, a, ids.slice(2, 3), false))).toBe("theme_replied");
    expect(reasonOf(await place(of, a, ids.slice(1, 2)))).toBe("done");
    expect(
      reasonOf(
        await renameTheme(world.db, { themeId: a, name: text("Dos", "Two"), by: of.officer, at: afterwards }),
      ),
    ).toBe("theme_replied");
  });

  test("of another round are not sorted here", async () => {
    const other = await aClosedRound(world);
    const [foreign] = (await pointsOf(world, other)).points;
    const themeId = await theme(round);
    expect(reasonOf(await place(round, themeId, [foreign?.id ?? ""]))).toBe("points_elsewhere");
    expect(reasonOf(await place(round, themeId, []))).toBe("no_points_chosen");
    expect(reasonOf(await place(round, randomUUID(), [foreign?.id ?? ""]))).toBe("not_found");
  });

  test("of fewer than five answers are none, and nothing is replied", async () => {
    const roundId = await anOpenRound(world, round);
    await world.owner`update rounds set closed_at = now() where id = ${roundId}`;
    expect(reasonOf(await write(world, { ...round, roundId }))).toBe("too_few_answered");
  });
});

describe("a reply", () => {
  test("is released by an officer who put no hand to it, as it was read, and once", async () => {
    const of = await aClosedRound(world);
    const { replyId, revision } = value(await write(world, of));
    expect(reasonOf(await release(replyId, revision, of.officer))).toBe("own_words");
    expect(reasonOf(await release(replyId, revision, of.staff.analyst))).toBe("not_allowed");
    expect(reasonOf(await release(replyId, revision, of.houses[0]?.officer ?? anonymous))).toBe("not_found");
    const changed = value(
      await write(world, of, { revision, texts: { outcome: "acknowledged" } }, of.staff.analyst),
    );
    expect(reasonOf(await release(replyId, revision, of.officer2))).toBe("reply_changed_meanwhile");
    const turns = await Promise.all([1, 2, 3].map(() => release(replyId, changed.revision, of.officer2)));
    expect(turns.map(reasonOf).sort()).toEqual([
      "done",
      "reply_changed_meanwhile",
      "reply_changed_meanwhile",
    ]);
  });

  test("is written over nobody's words: of two at once one is told", async () => {
    const of = await aClosedRound(world);
    const turns = await Promise.all([write(world, of), write(world, of, {}, of.officer2)]);
    expect(turns.map(reasonOf).sort()).toEqual(["done", "reply_changed_meanwhile"]);
  });

  test("does not change once released; a correction is its next version, read only when it is released too", async () => {
    const of = await aClosedRound(world);
    const id = await aReply(world, of);
    await expect(world.owner`update reply_versions set answer = '{}' where reply_id = ${id}`).rejects.toThrow(
      /does not change/,
    );
    const correction = value(await write(world, of, { texts: { outcome: "acknowledged" } }));
    const seen = async () =>
      (await listReplies(world.db, of.houses[0]?.officer ?? anonymous, { roundId: of.roundId }))[0];
    expect(await seen()).toMatchObject({ n: 1, outcome: "accepted" });
    value(await release(id, correction.revision, of.officer2));
    expect(await seen()).toMatchObject({ n: 2, outcome: "acknowledged" });
  });

  test.each([
    ["whole in both languages", { answer: text("Sí.", "") }, "reply_languages_differ"],
    [
      "the same figures in both",
      { answer: text("En 30 días.", "Within 20 days.") },
      "reply_languages_differ",
    ],
    ["a reason where it declines", { outcome: "declined" as const }, "reply_needs_reason"],
    ["a version where it says that one was amended", { outcome: "amended" as const }, "reply_needs_version"],
  ])("needs %s", async (_, texts, reason) => {
    const of = await aClosedRound(world);
    const { replyId, revision } = value(await write(world, of, { texts }));
    expect(reasonOf(await release(replyId, revision, of.officer2))).toBe(reason);
  });

  test("carries no one's own words, and nothing that identifies", async () => {
    const quoted = text(
      "Alguien dijo: nos falta el dato número 3 de la sucursal que abre las cuentas.",
      "Somebody said so.",
    );
    expect(reasonOf(await write(world, round, { texts: { said: quoted } }))).toBe("quotes_point");
    const named = text("Lo dijo ana@banco.example.", "Said by ana@banco.example.");
    expect(reasonOf(await write(world, round, { texts: { said: named } }))).toBe("screened");
    const kept =
      await world.owner`select 1 from reply_versions where said ->> 'es' in (${quoted.es}, ${named.es})`;
    expect(kept).toHaveLength(0);
  });

  test("is read by the readers of the statistics and by who was asked, as far as they may read its red flags", async () => {
    const of = await aClosedRound(world);
    const id = await aReply(world, of);
    const mexican = await anInstitution(world);
    const american = await anInstitution(world, "US");
    const operator = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "operator" }),
      roles: ["operator"],
    });
    const readers: [Viewer, string[]][] = [
      [of.houses[0]?.officer ?? anonymous, [id]],
      [mexican.analyst, [id]],
      [american.analyst, []],
      [await aMember(world, { roles: ["officer"] }), []],
      [operator, []],
      [anonymous, []],
    ];
    for (const [viewer, seen] of readers) expect(await listed(viewer, of.roundId)).toEqual(seen);
    // A red flag that the reader may not read takes its reply with it.
    await world.owner.unsafe("set session_replication_role = replica");
    await world.owner`update version_red_flags f set tlp = 'RED' from round_rows q
      where q.round_id = ${of.roundId} and q.n = 1 and f.version_id = q.version_id and f.indicator_id = q.indicator_id`;
    await world.owner.unsafe("set session_replication_role = origin");
    expect(await listed(mexican.analyst, of.roundId)).toEqual([]);
  });

  test("in work is read by the authority alone", async () => {
    const of = await aClosedRound(world);
    value(await write(world, of));
    expect(await listed(of.officer, of.roundId)).toEqual([]);
    expect((await pointsOf(world, of)).replies[0]?.open).toMatchObject({ outcome: "accepted" });
    for (const viewer of [of.houses[0]?.officer ?? anonymous, anonymous]) {
      const rows = await asViewer(world.db, viewer, (tx) =>
        tx.execute(
          sql`select 1 from reply_versions v join replies r on r.id = v.reply_id where r.round_id = ${of.roundId}`,
        ),
      );
      expect([...rows]).toEqual([]);
    }
  });

  test("is told to everyone who was asked, answered or not, once a day and round", async () => {
    const of = await aClosedRound(world);
    await aReply(world, of);
    await aReply(world, of, { subject: { row: 2 } });
    const told = await world.owner<{ member: string }[]>`
      select member_id as member from notices where kind = 'reply-published' and about ->> 'roundId' = ${of.roundId}`;
    expect(told.map(({ member }) => member).sort()).toEqual(
      of.houses.flatMap(({ officer, analyst }) => [officer.memberId, analyst.memberId]).sort(),
    );
  });
});

describe("a new version", () => {
  test("cites what led to it, and the reply says the same from its end", async () => {
    const of = await aClosedRound(world, { tlp: "GREEN" });
    const id = await aReply(world, of);
    const draft = value(
      await amendAdvisory(world.db, { number: of.number, by: of.staff.analyst, at: afterwards }),
    );
    const cite = (replyIds: string[], by = of.staff.analyst) =>
      citeReplies(world.db, { draftId: draft.id, replyIds, by, at: afterwards });
    expect(reasonOf(await cite([randomUUID()]))).toBe("reply_elsewhere");
    // What was said of another advisory of the same authority may be named too, but is not of this one.
    const { number } = await anIssued(world, of.staff, { redFlags: [aFlag(1), aFlag(2)] });
    const elsewhere = await aReply(world, await aClosedRound(world, {}, { ...of, number }));
    const offered = await listCitations(world.db, of.staff.analyst, { id: draft.id, number: of.number });
    expect(new Map(offered.map((one) => [one.id, one.ofAdvisory]))).toEqual(
      new Map([
        [id, true],
        [elsewhere, false],
      ]),
    );
    value(await cite([id]));
    value(await cite([]));
    value(await cite([id]));
    value(await cite([id]));
    const outside = of.houses[0]?.officer ?? anonymous;
    const cited = (version: number) =>
      listReplies(world.db, outside, { advisory: of.number, citedBy: [version] });
    expect(await cited(2)).toEqual([]);
    value(await save(world, of.staff.analyst, draft.id, noted));
    await clearAll(world, of.staff, draft.id);
    value(await publish(world, of.staff, draft.id));
    expect(await cited(2)).toMatchObject([
      { id, outcome: "amended", versions: [{ number: of.number, n: 2 }] },
    ]);
    expect(await cited(1)).toEqual([]);
    // What a version came of is not declined afterwards, nor is it unsaid.
    const { replyId, revision } = value(
      await write(world, of, { texts: { outcome: "declined", note: text("No.", "No.") } }),
    );
    expect(reasonOf(await release(replyId, revision, of.officer2))).toBe("reply_cited");
    expect(
      (await world.owner`select 1 from reply_citations where reply_id = ${id} and version_id is not null`)
        .length,
    ).toBe(1);
  });

  test("that was published since may be named when the reply is written: then it cites the reply", async () => {
    const of = await aClosedRound(world);
    const amendedIn = { number: of.number, n: 1 };
    expect(reasonOf(await write(world, of, { texts: { outcome: "amended", amendedIn } }))).toBe(
      "version_unknown",
    );
    const { number } = await anIssued(world, of.staff, { redFlags: [aFlag(1)] });
    await world.owner.unsafe("set session_replication_role = replica");
    await world.owner`update rounds set opened_at = opened_at - interval '1 hour' where id = ${of.roundId}`;
    await world.owner.unsafe("set session_replication_role = origin");
    const id = await aReply(world, of, { texts: { outcome: "amended", amendedIn: { number, n: 1 } } });
    expect(await listReplies(world.db, of.officer, { advisory: number, citedBy: [1] })).toMatchObject([
      { id, outcome: "amended", versions: [{ number, n: 1 }] },
    ]);
  });
});

describe("whoever holds the secret of a receipt", () => {
  test("sees what became of their own points and of no others, signed in or not", async () => {
    const of = await aClosedRound(world);
    const { points } = await pointsOf(world, of);
    const themeId = await theme(of);
    value(
      await place(
        of,
        themeId,
        points.filter(({ row }) => row === 0).map(({ id }) => id),
      ),
    );
    await aReply(world, of);
    await aReply(world, of, { subject: { themeId }, texts: { outcome: "acknowledged" } });
    const [first = "", second = ""] = of.secrets;
    const own = await findOutcomes(world.db, { roundId: of.roundId, secret: ` ${first}\n` });
    expect(
      own.map(({ row, question, replies }) => [row, question, replies.map(({ outcome }) => outcome)]),
    ).toEqual([
      [0, "questionToAuthority", ["acknowledged"]],
      [1, "missingRecords", ["accepted"]],
    ]);
    expect(own[1]?.written).toContain("número 0");
    const other = await findOutcomes(world.db, { roundId: of.roundId, secret: second });
    expect(other.map(({ written }) => written)).toEqual([expect.stringContaining("número 1")]);
  });

  test("sees them in whichever row of a round they stand, the last that one may have among them", async () => {
    const of = await aClosedRound(world);
    const [secret = ""] = of.secrets;
    const claimed = (row: number) =>
      claimOf({ roundId: of.roundId, secret, row, question: "missingRecords" });
    await world.owner.begin(async (tx) => {
      // A point does not change; it is set down in another row as if it had been written there.
      await tx`set local session_replication_role = replica`;
      await tx`update points set "row" = ${mostRedFlags}, claim = decode(${claimed(mostRedFlags)}, 'hex')
        where claim = decode(${claimed(1)}, 'hex')`;
    });
    const found = await findOutcomes(world.db, { roundId: of.roundId, secret });
    expect(found.map(({ row }) => row)).toEqual([0, mostRedFlags]);
  });

  test("that is garbled, of another round, or of nobody claims nothing, alike", async () => {
    const other = await aClosedRound(world);
    const [mine = "", theirs = ""] = [round.secrets[0], other.secrets[0]];
    for (const secret of ["", "?", mine.slice(1), theirs, "x".repeat(32)])
      expect(await findOutcomes(world.db, { roundId: round.roundId, secret })).toEqual([]);
    expect(await findOutcomes(world.db, { roundId: randomUUID(), secret: mine })).toEqual([]);
  });

  test("leaves no row anywhere by asking", async () => {
    const marks = async () => {
      const tables = await world.owner<{ name: string }[]>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
      const all: string[] = [];
      for (const { name } of tables) {
        const [row] = await world.owner.unsafe<{ mark: string }[]>(
          `select coalesce(md5(string_agg(t::text || xmin::text, '|' order by t::text, xmin::text)), '') as mark from ${name} t`,
        );
        all.push(`${name} ${row?.mark}`);
      }
      return all;
    };
    const before = await marks();
    await findOutcomes(world.db, { roundId: round.roundId, secret: round.secrets[0] ?? "" });
    await findOutcomes(world.db, { roundId: round.roundId, secret: "nobody's" });
    expect(await marks()).toEqual(before);
  });

  test("need not hold one in an identified round: its members see their own points", async () => {
    const of = await aClosedRound(world, { mode: "identified" });
    await aReply(world, of);
    const [house, other] = of.houses;
    const own = await listOwnOutcomes(world.db, house?.analyst ?? anonymous, of.roundId);
    expect(own.map(({ written }) => written)).toEqual([
      "¿Habrá otra ronda?",
      expect.stringContaining("número 0"),
    ]);
    expect(
      (await listOwnOutcomes(world.db, other?.officer ?? anonymous, of.roundId)).map(
        ({ written }) => written,
      ),
    ).toEqual([expect.stringContaining("número 1")]);
    expect(await listOwnOutcomes(world.db, of.houses[0]?.officer ?? anonymous, round.roundId)).toEqual([]);
    for (const viewer of [anonymous, of.officer])
      expect(await listOwnOutcomes(world.db, viewer, of.roundId)).toEqual([]);
  });
});

test("the audit log says who wrote and released, never of how many points or which", async () => {
  const of = await aClosedRound(world);
  const themeId = await theme(of);
  const { points } = await pointsOf(world, of);
  value(
    await place(
      of,
      themeId,
      points.slice(0, 4).map(({ id }) => id),
    ),
  );
  await aReply(world, of, { subject: { themeId } });
  const events = await world.owner<{ action: string; detail: unknown }[]>`
    select action, detail from audit_events where action ~ '^(theme|points|reply)[.]' and (subject_id = ${of.roundId}
      or subject_id in (select id::text from replies where round_id = ${of.roundId})) order by seq`;
  expect(events.map(({ action, detail }) => [action, detail])).toEqual([
    ["theme.made", {}],
    ["points.sorted", {}],
    ["reply.written", {}],
    ["reply.released", { version: 1 }],
  ]);
});
