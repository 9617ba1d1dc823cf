import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PostBatch } from "~/domain/digests/mail";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { importDocument } from "~/domain/imports/import-document.server";
import type { Member } from "~/domain/members/viewer";
import type { NoticeChoice } from "~/domain/notices/notice";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { i18nOf } from "~/i18n/i18n.server";
import {
  aStaff,
  at,
  clearAll,
  clearEdited,
  noted,
  publish,
  type Staff,
  save,
  set,
  value,
} from "../../support/desk";
import { aBatchService, choices, turn } from "../../support/digests";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let staff: Staff;
let american: Awaited<ReturnType<typeof anOrganisation>>;
let english: Member;
let weekly: Member;
let spanish: Member;
let stranger: Member;
let made = 0;
beforeAll(async () => {
  staff = await aStaff(world);
  const aBank = (jurisdiction: string) =>
    anOrganisation(world, { kind: "institution", jurisdiction, sector: "bank" });
  american = await aBank("US");
  const mexican = await aBank("MX");
  // Whoever issues reads nothing here.
  await world.owner`update members set created_at = '2099-01-01'`;
  english = await aMember(world, { organisation: american, language: "en" });
  weekly = await aMember(world, { organisation: american, language: "en" });
  spanish = await aMember(world, { organisation: american, language: "es" });
  stranger = await aMember(world, { organisation: mexican, language: "en" });
  await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC' where created_at < '2099-01-01'`;
});
beforeEach(async () => {
  await world.owner`truncate digests, digest_batches, digest_runs, notices, news, notice_choices, notice_scopes, digest_habits`;
});

const morning = (day: number, hour = 7) => new Date(Date.UTC(2026, 10, day, hour));
const choose = (by: Member, choice: NoticeChoice) =>
  chooseNotices(world.db, {
    chosen: choices({ choices: [{ kind: "translation-stale", choice }] }),
    by,
    at,
  }).then(value);

/** A Spanish document from elsewhere, translated, that its American readers may know of and nobody else. */
async function aTranslated() {
  made += 1;
  const { number } = value(
    await importDocument(world.db, {
      file: {
        title: "Alerta de prueba",
        number: `IMP-${made}`,
        language: "es",
        regulator: "Supervisor de Prueba",
        summary: "Resumen.",
        redFlags: [],
      },
      publish: false,
      by: staff.analyst,
      at,
    }),
  );
  const [row] = await world.owner<{ id: string }[]>`
    select d.id from drafts d join advisories a on a.id = d.advisory_id where a.number = ${number}`;
  const id = row?.id ?? "";
  const translated = [
    set("title/en", "", "Test alert"),
    set("summary/en", "", "Summary."),
    set("translation/en", "missing", "human-reviewed"),
    set("tlp", "CLEAR", "AMBER"),
    set("audience/jurisdictions", [], ["US"]),
  ];
  value(await save(world, staff.analyst, id, translated));
  await clearAll(world, staff, id);
  value(await publish(world, staff, id));
  return number;
}

async function next(number: string, changes: DraftChange[], clearing: (id: string) => Promise<void>) {
  const { id } = value(await amendAdvisory(world.db, { number, by: staff.analyst, at }));
  value(await save(world, staff.analyst, id, [...noted, ...changes]));
  await clearing(id);
  value(await publish(world, staff, id));
}
const changeOriginal = (number: string) =>
  next(number, [set("summary/es", "Resumen.", "Otro resumen.")], (id) => clearEdited(world, staff, id, "es"));
const mendTranslation = (number: string) =>
  next(
    number,
    [set("summary/en", "Summary.", "Another summary."), set("translation/en", "stale", "human-reviewed")],
    (id) => clearAll(world, staff, id),
  );

const told = i18nOf("en").t("digest:change.translation-en");
/** What each of them got in this turn; null: no mail. */
async function textsOf(when: Date, people: Member[], service = aBatchService()) {
  await turn(world.db, when, service.post);
  const textOf = ({ memberId }: Member) =>
    service.mails().find(({ headers }) => headers?.["List-Unsubscribe"]?.includes(memberId))?.text ?? null;
  return people.map((one) => textOf(one)?.replace(/\s+/g, " ") ?? null);
}

describe("a translation that its original left behind", () => {
  test("is told in the next digest of those who read in its language and may read the document, and of nobody else", async () => {
    await turn(world.db, morning(16), aBatchService().post);
    const number = await aTranslated();
    await world.owner`delete from news`;
    await choose(english, "daily");
    await changeOriginal(number);
    const [daily, later, original, outside] = await textsOf(morning(21), [
      english,
      weekly,
      spanish,
      stranger,
    ]);
    expect(daily).toContain(`${number} · Test alert`);
    expect(daily).toContain(told);
    // It reads the original: amended, and no translation of its own is behind.
    expect(original).toContain(`${number} · Alerta de prueba`);
    expect(original).not.toContain(i18nOf("es").t("digest:change.translation-en"));
    expect(original).not.toContain(i18nOf("es").t("digest:change.translation-es"));
    expect(later).toContain(number);
    expect(later).not.toContain(told);
    expect(outside).toBeNull();
    const monday = await textsOf(morning(23), [english, weekly, spanish, stranger]);
    expect(monday).toEqual([null, expect.stringContaining(told), null, null]);
    expect(await textsOf(morning(24), [english, weekly])).toEqual([null, null]);
  });

  const busy: PostBatch = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
  /** The first attempt fails before anything was accepted; what the next one tells an hour later. */
  async function betweenAttempts(change: (number: string) => Promise<unknown>) {
    await choose(english, "daily");
    const number = await aTranslated();
    await world.owner`delete from news`;
    await changeOriginal(number);
    await turn(world.db, morning(21), busy);
    const [batched] = await world.owner`
      select 1 from digests where member_id = ${english.memberId} and state = 'batched'`;
    expect(batched).toBeDefined();
    await change(number);
    const [text] = await textsOf(morning(21, 8), [english]);
    return text;
  }

  test("is not told any more once it has caught up before the mail leaves", async () => {
    const text = await betweenAttempts(mendTranslation);
    expect(text).toContain("Test alert");
    expect(text).not.toContain(told);
  });

  test("is told to nobody whom the document's audience left before the mail leaves", async () => {
    const nobody = world.owner.json({ jurisdictions: [], sectors: [], organisations: [], members: [] });
    expect(
      await betweenAttempts(
        (number) => world.owner`update advisories set audience = ${nobody} where number = ${number}`,
      ),
    ).toBeNull();
  });
});
