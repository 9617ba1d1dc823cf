import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import type { Member } from "~/domain/members/viewer";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { asViewer } from "~db/client.server";
import {
  aFlag,
  aNextVersion,
  anIssued,
  aStaff,
  at,
  noted,
  type Staff,
  set,
  text,
  value,
} from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { anInquiry, ask, release, write } from "../../support/questions";
import { aWorld } from "../../support/world";

const world = aWorld();
let staff: Staff;
let reader: Member;
let stranger: Member;
beforeAll(async () => {
  staff = await aStaff(world);
  const mexican = await anOrganisation(world, { kind: "institution", jurisdiction: "MX", sector: "bank" });
  const american = await anOrganisation(world, { kind: "institution", jurisdiction: "US", sector: "bank" });
  reader = await aMember(world, { organisation: mexican, language: "es" });
  stranger = await aMember(world, { organisation: american, language: "en" });
});
beforeEach(() => world.owner`delete from news`);

const toMexico = { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] };
const kinds = async () =>
  (await world.owner<{ kind: string }[]>`select kind from news order by xid, kind`).map(({ kind }) => kind);

/** What each of these may be told of at this moment. */
async function told(...people: Member[]) {
  const rows = await world.owner<{ member: string; kind: string; flags: string[] }[]>`
    select f.member_id as member, n.kind, f.flags
    from news_for(${people.map(({ memberId }) => memberId)}::uuid[], array(select id from news)) f join news n on n.id = f.news_id
    order by n.xid, n.kind`;
  return people.map(({ memberId }) =>
    rows
      .filter(({ member }) => member === memberId)
      .map(({ kind, flags }) => [kind, ...flags.map((flag) => flag.replace(/.*#/, ""))].join(" ")),
  );
}

describe("news", () => {
  test("is written by what happens to an advisory, in its own transaction", async () => {
    const { number } = await anIssued(world, staff, { redFlags: [aFlag(1)] });
    expect(await kinds()).toEqual(["advisory-published"]);
    await aNextVersion(world, staff, number, noted);
    expect(await kinds()).toEqual(["advisory-published", "advisory-amended"]);
    const withdrawal = {
      number,
      reason: text("Ya no rige.", "No longer in force."),
      by: staff.publisher,
      at,
    };
    await expect(
      asViewer(world.db, staff.publisher, async (tx) => {
        value(await withdrawAdvisory(tx, withdrawal));
        throw new Error("taken back");
      }),
    ).rejects.toThrow("taken back");
    expect(await kinds()).not.toContain("advisory-withdrawn");
    value(await withdrawAdvisory(world.db, withdrawal));
    expect(await kinds()).toEqual(["advisory-published", "advisory-amended", "advisory-withdrawn"]);
  });

  test("names a red flag only where it changed, and only to who may read it", async () => {
    const flags = [aFlag(1), aFlag(2), aFlag(3, { tlp: "AMBER" })];
    const { number } = await anIssued(world, staff, { audience: toMexico, redFlags: flags });
    const changes = [0, 2].flatMap((i) => [
      set(`redFlags/${flags[i]?.id}/text/es`, flags[i]?.text.es, "Otra redacción."),
      set(`redFlags/${flags[i]?.id}/text/en`, flags[i]?.text.en, "Other words."),
      set(`redFlags/${flags[i]?.id}/state`, "active", "amended"),
      set(`redFlags/${flags[i]?.id}/changeNote/es`, "", "Se precisa."),
      set(`redFlags/${flags[i]?.id}/changeNote/en`, "", "Made precise."),
    ]);
    await aNextVersion(world, staff, number, [...noted, ...changes]);
    expect(await told(reader, stranger)).toEqual([
      ["advisory-published", "advisory-amended", "red-flags-changed RF-01 RF-03"],
      ["advisory-published", "advisory-amended", "red-flags-changed RF-01"],
    ]);
  });

  test("is for whoever may read the thing at that moment, not when it happened", async () => {
    const { number } = await anIssued(world, staff, { tlp: "AMBER", audience: toMexico });
    expect(await told(reader, stranger)).toEqual([["advisory-published"], []]);
    await world.owner`update advisories set audience = ${world.owner.json({ ...toMexico, jurisdictions: ["US"] })} where number = ${number}`;
    expect(await told(reader)).toEqual([[]]);
    await world.owner`update advisories set audience = ${world.owner.json(toMexico)} where number = ${number}`;
    await world.owner`update organisations set vetting = 'suspended' where id = ${reader.organisationId}`;
    expect(await told(reader)).toEqual([[]]);
    await world.owner`update organisations set vetting = 'vetted' where id = ${reader.organisationId}`;
  });

  test("of what is out of force is that alone", async () => {
    const { number } = await anIssued(world, staff);
    const { number: newer } = await anIssued(world, staff);
    value(await supersedeAdvisory(world.db, { number, replacement: newer, by: staff.publisher, at }));
    expect(await told(reader)).toEqual([["advisory-published", "advisory-withdrawn"]]);
  });

  test("of an answer to everyone ends with the answer", async () => {
    const inquiry = await anInquiry(world);
    await world.owner`delete from news`;
    const questionId = await ask(world, inquiry);
    value(await write(world, questionId, inquiry.staff.analyst));
    value(await release(world, questionId, inquiry.officer));
    expect(await kinds()).toEqual(["answer-published"]);
    expect(await told(reader)).toEqual([["answer-published"]]);
    const reason = text("No era exacto.", "It was not exact.");
    value(await withdrawAnswer(world.db, { questionId, reason, by: inquiry.officer, at }));
    expect(await told(reader)).toEqual([[]]);
  });

  test("is narrowed by what a member chose", async () => {
    await anIssued(world, staff, { corridors: [{ from: "CN", to: "MX" }] });
    const scope = (what: string, chosen: string) =>
      world.owner`insert into notice_scopes values (${reader.memberId}, ${what}, ${chosen}, now())`;
    await scope("corridor", "CN>MX");
    await scope("authority", staff.authority.id);
    expect(await told(reader)).toEqual([["advisory-published"]]);
    await scope("typology", "TBML");
    expect(await told(reader)).toEqual([[]]);
    await world.owner`delete from notice_scopes`;
  });

  test("can be neither read nor written by the web role, nor asked for in a member's name", async () => {
    const tried = (one: string) =>
      asViewer(world.db, staff.publisher, (tx) => tx.execute(one)).catch(
        (thrown: { cause?: { code?: string } }) => thrown.cause?.code,
      );
    expect(await tried("select * from news")).toBe("42501");
    expect(await tried("insert into news (kind) values ('advisory-published')")).toBe("42501");
    expect(await tried("select * from news_for('{}', '{}')")).toBe("42501");
  });
});
