import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { makeTheme } from "~/domain/replies/make-theme.server";
import { findOutcomes } from "~/domain/replies/outcomes.server";
import { placePoints } from "~/domain/replies/place-points.server";
import { asViewer } from "~db/client.server";
import { aStaff, text, value } from "../support/desk";
import { aHouse, aMember } from "../support/people";
import { ask, release, write } from "../support/questions";
import {
  aClosedRound,
  afterwards,
  aReply,
  type ClosedRound,
  pointsOf,
  write as writeReply,
} from "../support/replies";
import { anInstitution } from "../support/rounds";
import { aWorld } from "../support/world";

// Every column of questions and replies that the web role can read at all, read by each kind of viewer with no `where`.

const world = aWorld();
const tables = [
  "questions",
  "question_askers",
  "answer_drafts",
  "question_answers",
  "points",
  "themes",
  "theme_points",
  "replies",
  "reply_versions",
  "reply_citations",
];
let round: ClosedRound;
let replyId: string;
const viewers: Record<string, Viewer> = { "no one": anonymous };
/** What is in them, by what it is. */
const kept: Record<string, string> = {
  "what is asked": "ocelote",
  "a draft of an answer": "margay",
  "an answer to the asker": "tapir",
  "an answer to everyone": "cenzontle",
  "what an institution wrote in the round": "sucursal que abre",
  "a theme of which nothing is told": "nutria",
  "a reply in work": "jaguarundi",
  "a released reply": "tlacuache",
};
const ofTheAuthority = Object.keys(kept);
const ofTheAsker = ["what is asked", "an answer to the asker", "an answer to everyone", "a released reply"];

const mayFind: Record<string, string[]> = {
  "no one": ["an answer to everyone"],
  "who asked": [...ofTheAsker, "the institution that asked", "the person who asked"],
  "a colleague of who asked": [...ofTheAsker, "the institution that asked", "the person who asked"],
  "another bank of the round": ["an answer to everyone", "a released reply"],
  "a bank of another country": ["an answer to everyone"],
  "another authority": ["an answer to everyone"],
  "the authority": ofTheAuthority,
  "the operator": ["an answer to everyone"],
  "an asker who was revoked": ["an answer to everyone"],
};

beforeAll(async () => {
  round = await aClosedRound(world);
  const [house, other, revoked] = round.houses;
  if (!house || !other || !revoked) throw new Error("too few were asked");
  const { staff, number, officer, officer2 } = round;
  const inquiry = { staff, number, officer, officer2, house: { ...house, administrator: house.officer } };
  const answer = (word: string) => ({ answer: text(`Sí, ${word}.`, `Yes, ${word}.`) });

  const waiting = await ask(world, inquiry, { text: "¿Y el ocelote?", naming: "unnamed" });
  value(await write(world, waiting, staff.analyst, answer("margay")));
  const own = await ask(world, inquiry, { text: "¿Y los demás?" });
  value(await write(world, own, officer, { addressee: "asker", ...answer("tapir") }));
  value(await release(world, own, officer));
  const open = await ask(world, inquiry, { text: "¿Para todos?" }, revoked.officer);
  value(await write(world, open, staff.analyst, answer("cenzontle")));
  value(await release(world, open, officer));

  const name = text("Sobre la nutria", "On the nutria");
  const theme = value(
    await makeTheme(world.db, { roundId: round.roundId, name, by: officer, at: afterwards }),
  );
  const pointIds = (await pointsOf(world, round)).points.map(({ id }) => id);
  value(
    await placePoints(world.db, { themeId: theme.id, pointIds, into: true, by: officer, at: afterwards }),
  );
  replyId = await aReply(world, round, { texts: { answer: text("Sí, tlacuache.", "Yes, tlacuache.") } });
  const begun = { subject: { row: 2 }, texts: { answer: text("No, jaguarundi.", "No, jaguarundi.") } };
  value(await writeReply(world, round, begun));
  for (const secret of round.secrets) await findOutcomes(world.db, { roundId: round.roundId, secret });
  await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.organisation.id}`;

  Object.assign(kept, {
    "the institution that asked": house.organisation.id,
    "the person who asked": house.officer.memberId,
  });
  Object.assign(viewers, {
    "who asked": house.officer,
    "a colleague of who asked": house.analyst,
    "another bank of the round": other.officer,
    "a bank of another country": (await anInstitution(world, "US")).officer,
    "another authority": await aMember(world, {
      organisation: (await aStaff(world)).authority,
      roles: ["officer"],
    }),
    "the authority": officer,
    "the operator": (await aHouse(world)).operator,
    "an asker who was revoked": revoked.officer,
  });
});

/** All that this viewer reads of these tables, as one text. */
async function readBy(viewer: Viewer) {
  const columns = await world.owner<{ of: string; names: string }[]>`
    select c.relname as of, string_agg(quote_ident(a.attname), ', ') as names
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relname = any (${tables}) and c.relkind = 'r' and has_column_privilege('ribera_web', c.oid, a.attnum, 'select')
    group by 1`;
  expect(columns).toHaveLength(tables.length);
  const read: string[] = [];
  for (const { of, names } of columns) {
    const rows = await asViewer(world.db, viewer, (tx) => tx.execute(sql.raw(`select ${names} from ${of}`)));
    read.push(JSON.stringify(rows));
  }
  return read.join("\n");
}

test.each(Object.keys(mayFind))(
  "%s finds in questions and replies what is theirs to know, and nothing else",
  async (who) => {
    const read = await readBy(viewers[who] ?? anonymous);
    const found = Object.keys(kept).filter((what) => read.includes(kept[what] ?? ""));
    expect(found.sort()).toEqual([...(mayFind[who] ?? [])].sort());
  },
);

test("closing the loop joins nobody with a point: no row of any table names both, after all was sorted, replied to and looked up", async () => {
  const people = round.houses.flatMap((house) => [
    house.organisation.id,
    house.organisation.shortName,
    house.officer.memberId,
    house.analyst.memberId,
  ]);
  const points = await world.owner<{ id: string; claim: string; written: string }[]>`
    select id, encode(claim, 'hex') as claim, written from points where round_id = ${round.roundId}`;
  expect(points).toHaveLength(7);
  const marks = [...points.flatMap((point) => Object.values(point)), ...round.secrets];
  const all = await world.owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
  const joined: string[] = [];
  for (const { name } of all) {
    const rows = await world.owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
    for (const { row } of rows) {
      if (people.some((one) => row.includes(one)) && marks.some((mark) => row.includes(mark)))
        joined.push(name);
      // A secret is nowhere at all, whoever it would name.
      if (round.secrets.some((secret) => row.includes(secret))) joined.push(`a secret in ${name}`);
    }
  }
  expect(joined).toEqual([]);
  // Neither a time nor a running number orders what is not to be ordered.
  const dated = await world.owner`
    select table_name, column_name from information_schema.columns
    where table_name in ('points', 'theme_points', 'replies') and (data_type like 'timestamp%' or data_type = 'date' or is_identity = 'YES' or column_default like 'nextval%')`;
  expect(dated).toEqual([]);
});

describe("as the web role", () => {
  /** Rows touched, or why not. */
  const attempt = async (viewer: Viewer, statement: SQL) => {
    try {
      return (await asViewer(world.db, viewer, (tx) => tx.execute(statement))).count;
    } catch (thrown) {
      // Refused by a policy, a grant or a trigger; any other fault is one of this test.
      const { cause } = thrown as { cause?: { code?: string } };
      if (cause?.code === "42501" || cause?.code === "P0001") return 0;
      throw thrown;
    }
  };
  const words = sql`'{"es": "x", "en": "x"}'::jsonb`;

  test("nobody writes into what was released, releases what they wrote, or says that another wrote it", async () => {
    const { officer, officer2, houses } = round;
    for (const by of [officer, officer2, houses[0]?.officer ?? anonymous, anonymous]) {
      for (const statement of [
        sql`update reply_versions set answer = ${words} where released_at is not null`,
        sql`update reply_versions set answered_in = gen_random_uuid() where released_at is not null`,
        sql`delete from reply_versions`,
        sql`insert into reply_versions (reply_id, n, said, answer, outcome, note, writers, written_at)
          values (${replyId}, 2, ${words}, ${words}, 'accepted', ${words}, ${sql.param([officer.memberId, officer2.memberId])}::uuid[], now())`,
        sql`insert into reply_citations (reply_id, version_id, cited_by, cited_at)
          select ${replyId}, id, ${round.staff.legal.memberId}, now() from advisory_versions limit 1`,
        sql`update points set claim = decode('00', 'hex')`,
        sql`update points set organisation_id = ${houses[0]?.organisation.id ?? ""}`,
      ])
        expect(await attempt(by, statement)).toBe(0);
    }
    const itself = sql`update reply_versions set released_at = now(), released_by = ${officer.memberId} where released_at is null`;
    expect(await attempt(officer, itself)).toBe(0);
  });

  test("another authority or an institution neither replies, cites nor sorts", async () => {
    for (const who of ["another authority", "who asked", "the operator", "no one"]) {
      const by = viewers[who] ?? anonymous;
      for (const statement of [
        sql`insert into reply_citations (reply_id, version_id, cited_by, cited_at)
          select ${replyId}, id, ${by.memberId}, now() from advisory_versions limit 1`,
        sql`insert into replies (round_id, "row") values (${round.roundId}, 0)`,
        sql`insert into themes (round_id, name, created_by, created_at) values (${round.roundId}, ${words}, ${by.memberId}, now())`,
        sql`delete from theme_points`,
      ])
        expect([who, await attempt(by, statement)]).toEqual([who, 0]);
    }
  });
});
