import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { PostBatch } from "~/domain/digests/mail";
import { tellNews } from "~/domain/digests/tell-news.server";
import type { Member } from "~/domain/members/viewer";
import type { NoticeChoice, NoticeKind } from "~/domain/notices/notice";
import type { Choosing } from "~/domain/notices/notice-choices.form";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { connect } from "~db/client.server";
import { composeMail } from "../../../emails/compose-mail";
import { aNextVersion, anIssued, aStaff, at, noted, type Staff, text, value } from "../../support/desk";
import { aBatchService, address, choices, turn } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let staff: Staff;
let bank: Awaited<ReturnType<typeof anOrganisation>>;
let reader: Member;
beforeAll(async () => {
  staff = await aStaff(world);
  bank = await anOrganisation(world, { kind: "institution", jurisdiction: "MX", sector: "bank" });
  reader = await aMember(world, {
    organisation: bank,
    roles: ["administrator"],
    name: "Íñigo <b>Robles</b>",
  });
  // Everybody was here before anything happened, and only one person reads.
  await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC'`;
});
beforeEach(async () => {
  await world.owner`truncate digests, digest_batches, digest_runs, notices, news, notice_choices, notice_scopes, digest_habits`;
});

const toMexico = { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] };
/** 20 November 2026 is a Friday; `at` is noon of it. */
const morning = (day: number, hour = 7) => new Date(Date.UTC(2026, 10, day, hour));
const states = () =>
  world.owner<{ day: string; state: string; problem: string | null }[]>`
    select local_date::text as day, state, problem from digests where member_id = ${reader.memberId} order by local_date`;
const choose = (kind: NoticeKind, choice: NoticeChoice, quietLine = false) =>
  chooseNotices(world.db, {
    chosen: choices({ choices: [{ kind, choice } as never], quietLine }),
    by: reader,
    at: new Date(at.getTime() - 3_600_000),
  });
/** What the reader got in this turn. */
async function mailOf(when: Date, service = aBatchService()) {
  await turn(world.db, when, service.post);
  return service.mails().filter(({ headers }) => headers?.["List-Unsubscribe"]?.includes(reader.memberId));
}

describe("a digest", () => {
  test("tells what is new since the one before, once, and comes on no day without news", async () => {
    const { number } = await anIssued(world, staff);
    expect(await mailOf(morning(21, 6))).toEqual([]);
    const [first] = await mailOf(morning(21));
    expect(first?.text).toContain(number);
    expect(await mailOf(morning(21, 9))).toEqual([]);
    expect(await mailOf(morning(22))).toEqual([]);
    await aNextVersion(world, staff, number, noted);
    const [third] = await mailOf(morning(23));
    expect(third?.text).toContain("la versión 2");
    expect((await states()).map(({ state }) => state)).toEqual(["accepted", "nothing-new", "accepted"]);
  });

  test("is written to its reader alone, in both forms, with an address that stops it", async () => {
    await anIssued(world, staff, { title: text("Uno & dos <i>", "One & two <i>") });
    const [mail] = await mailOf(morning(21));
    expect(mail?.subject).toBe("Su boletín de Ribera del sábado 21 de noviembre de 2026");
    expect(mail?.html).toContain("Íñigo &lt;b&gt;Robles&lt;/b&gt;");
    expect(mail?.html).not.toMatch(/<i>|<(img|script|iframe)\b|[\uE000-\uF8FF]/);
    expect(mail?.text).toContain("Uno & dos <i>");
    expect(mail?.text).toContain(`https://ribera.example/unsubscribe/STOP-${reader.memberId}`);
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": `<https://ribera.example/unsubscribe/STOP-${reader.memberId}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  test("loses nothing that was written before it and committed after", async () => {
    const { number } = await anIssued(world, staff);
    await world.owner`delete from news`;
    const [advisory] = await world.owner<
      { id: string }[]
    >`select id from advisories where number = ${number}`;
    await world.owner.begin(async (late) => {
      await late`insert into news (kind, at, advisory_id, authorities, typologies, corridors)
        values ('advisory-published', ${at}, ${advisory?.id ?? ""}, '{}', '{}', '{}')`;
      expect(await mailOf(morning(21))).toEqual([]);
    });
    expect(await mailOf(morning(22))).toHaveLength(1);
  });

  test("is one, whatever the number of processes, and whatever their clocks say", async () => {
    await anIssued(world, staff);
    const service = aBatchService();
    await Promise.all([0, 0, 0, 1].map((ahead) => turn(world.db, morning(21, 7 + ahead), service.post)));
    for (const day of [21, 20, 21]) await turn(world.db, morning(day, 8), service.post);
    expect(service.mails().filter(({ to }) => to === service.mails()[0]?.to)).toHaveLength(1);
    expect((await states()).filter(({ state }) => state === "accepted")).toHaveLength(1);
  });

  test("tells weekly news with the first one of the week", async () => {
    await choose("advisory-published", "weekly");
    await turn(world.db, morning(16), aBatchService().post);
    const { number } = await anIssued(world, staff);
    expect(await mailOf(morning(21))).toEqual([]);
    expect(await mailOf(morning(22))).toEqual([]);
    const [mail] = await mailOf(morning(24));
    expect(mail?.text).toContain(number);
    expect(await mailOf(morning(25))).toEqual([]);
  });

  const within = { typologies: ["tbml"], corridors: [{ from: "CN", to: "MX" }] };
  /** By another authority if told so. */
  const issued = async (given: { typologies: string[]; corridors: typeof within.corridors }, by = staff) => {
    const typologies = given.typologies.map((code) => ({ code, printed: text(code, code) }));
    return (await anIssued(world, by, { ...given, typologies })).number;
  };
  test.each<[string, () => Partial<Choosing>, () => Promise<string>[]]>([
    [
      "typology",
      () => ({ typologies: ["tbml"] }),
      () => [issued({ ...within, typologies: ["fraud"] }), issued({ ...within, typologies: [] })],
    ],
    [
      "authority",
      () => ({ authorities: [staff.authority.id] }),
      () => [aStaff(world).then((other) => issued(within, other))],
    ],
    [
      "corridor",
      () => ({ corridors: ["CN>MX"] }),
      // The other way round is another corridor.
      () => [
        issued({ ...within, corridors: [{ from: "MX", to: "CN" }] }),
        issued({ ...within, corridors: [] }),
      ],
    ],
  ])("tells who narrowed it to one %s of that alone", async (_, narrowed, others) => {
    value(await chooseNotices(world.db, { chosen: choices(narrowed()), by: reader, at }));
    const theirs = await issued({ ...within, corridors: [{ from: "US", to: "MX" }, ...within.corridors] });
    const numbers = await Promise.all(others());
    const [mail] = await mailOf(morning(21));
    expect(mail?.text).toContain(theirs);
    for (const number of numbers) expect(mail?.text).not.toContain(number);
  });

  test("tells who narrowed it in more than one way of what is within all of them", async () => {
    const both = await issued(within);
    const one = await issued({ ...within, typologies: [] });
    const chosen = choices({ typologies: ["tbml"], corridors: ["CN>MX", "US>MX"] });
    value(await chooseNotices(world.db, { chosen, by: reader, at }));
    const [mail] = await mailOf(morning(21));
    expect([both, one].map((number) => mail?.text.includes(number))).toEqual([true, false]);
  });

  test("is never empty, unless a line was asked for", async () => {
    expect(await mailOf(morning(23))).toEqual([]);
    await choose("advisory-published", "weekly", true);
    const [mail] = await mailOf(morning(30));
    expect(mail?.text).toContain("no hubo nada nuevo");
    expect(await mailOf(new Date("2026-12-01T08:00:00Z"))).toEqual([]);
  });

  test("holds for its reader what they chose not to hear at once, and drops what is no longer so", async () => {
    const arranging = connect(world.ownerUrl, { max: 1 });
    const queue = () =>
      arranging.db.transaction((tx) =>
        queueNotice(tx, {
          kind: "organisation-vetted",
          to: { memberId: reader.memberId },
          about: { organisationId: bank.id, until: "2027-11-20" },
          at,
        }),
      );
    await choose("organisation-vetted", "daily");
    await queue();
    const letters: string[] = [];
    const deliver = () =>
      deliverNotices(world.db, {
        compose: (notice) => composeMail(notice, address),
        ...bothWays(async ({ subject }) => {
          letters.push(subject);
          return { ok: true };
        }),
        at,
        random: () => 0.5,
      });
    expect(await deliver()).toMatchObject({ held: 1, sent: 0 });
    const [mail] = await mailOf(morning(21));
    expect(mail?.text).toContain("La autoridad resolvió la solicitud de su organización");
    expect(await world.owner`select state from notices`).toEqual([{ state: "sent" }]);

    await queue();
    await deliver();
    await choose("organisation-vetted", "at-once");
    expect(await deliver()).toMatchObject({ sent: 1 });
    await arranging.close();
  });

  test("at once is a letter of its own, and nothing of the digest", async () => {
    await choose("advisory-published", "at-once");
    await anIssued(world, staff);
    await tellNews(world.db, at);
    await tellNews(world.db, at);
    expect(await world.owner`select kind, member_id as member from notices`).toEqual([
      { kind: "advisory-published", member: reader.memberId },
    ]);
    expect(await mailOf(morning(21))).toEqual([]);
  });
});

describe("above CLEAR a mail holds", () => {
  const titled = { title: text("Título reservado", "Restricted title"), audience: toMexico };

  test.each(["GREEN", "AMBER"] as const)("the title at most, with its label: %s", async (tlp) => {
    const { number } = await anIssued(world, staff, {
      ...titled,
      tlp,
      summary: text("Resumen secreto.", "Secret summary."),
    });
    const [mail] = await mailOf(morning(21));
    expect(mail?.text).toContain(`${number} · Título reservado`);
    expect(mail?.text).toContain(`TLP:${tlp}`);
    expect(mail?.text).not.toContain("Resumen secreto");
    expect(mail?.subject).not.toContain("reservado");
  });

  test("not even the title or the number where its label keeps it within", async () => {
    const { number } = await anIssued(world, staff, { ...titled, tlp: "AMBER+STRICT" });
    const [mail] = await mailOf(morning(21));
    expect(mail?.text).toContain("Hay una novedad que le espera en Ribera");
    for (const part of [mail?.text, mail?.html, mail?.subject]) {
      expect(part).not.toContain("reservado");
      expect(part).not.toContain(number);
    }
  });
});

describe("at the moment of sending", () => {
  /** A batch whose first attempt fails before anything was accepted; the next comes an hour later. */
  async function betweenAttempts(change: () => Promise<unknown>) {
    const busy: PostBatch = async () => ({
      ok: false,
      again: "later",
      inDoubt: false,
      problem: "rate_limit_exceeded",
    });
    await turn(world.db, morning(21), busy);
    await change();
    return mailOf(morning(21, 8));
  }

  test("whoever left the audience meanwhile is told nothing", async () => {
    const { number } = await anIssued(world, staff, { tlp: "AMBER", audience: toMexico });
    const nobody = world.owner.json({ ...toMexico, jurisdictions: [] });
    expect(
      await betweenAttempts(
        () => world.owner`update advisories set audience = ${nobody} where number = ${number}`,
      ),
    ).toEqual([]);
    expect(await states()).toMatchObject([{ state: "nothing-new" }]);
  });

  test.each([
    ["suspended", "shut_out"],
    ["expired", "not_vetted"],
  ])("whose organisation is %s gets none", async (vetting, problem) => {
    await anIssued(world, staff);
    expect(
      await betweenAttempts(
        () => world.owner`update organisations set vetting = ${vetting} where id = ${bank.id}`,
      ),
    ).toEqual([]);
    expect(await states()).toMatchObject([{ state: "dropped", problem }]);
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
    expect(await mailOf(morning(22))).toHaveLength(1);
  });

  test("an address that returned mail gets none, by digest or by letter", async () => {
    await anIssued(world, staff);
    const email = await world.owner<
      { email: string }[]
    >`select email from members where id = ${reader.memberId}`;
    const stop = () =>
      world.owner`insert into mail_stops (address_hash, since) values (sha256(convert_to(${email[0]?.email ?? ""}, 'UTF8')), now())`;
    expect(await betweenAttempts(stop)).toEqual([]);
    expect(await states()).toMatchObject([{ state: "dropped", problem: "address_stopped" }]);
    const arranging = connect(world.ownerUrl, { max: 1 });
    await arranging.db.transaction((tx) =>
      queueNotice(tx, { kind: "device-seen", to: reader, about: { device: "Firefox" }, at }),
    );
    await arranging.close();
    const compose = (notice: Parameters<typeof composeMail>[0]) => composeMail(notice, address);
    const post = async () => ({ ok: true as const });
    expect(
      await deliverNotices(world.db, { compose, ...bothWays(post), at, random: () => 0.5 }),
    ).toMatchObject({
      dropped: 1,
    });
    await world.owner`truncate mail_stops`;
  });

  test("whoever wants it at once and left the audience meanwhile, or is not vetted any more, gets no letter", async () => {
    await choose("advisory-published", "at-once");
    const post = async () => ({ ok: true as const });
    const deliver = () =>
      deliverNotices(world.db, {
        compose: (notice) => composeMail(notice, address),
        ...bothWays(post),
        at,
        random: () => 0.5,
      });
    const tell = async () => {
      const { number } = await anIssued(world, staff, { tlp: "AMBER", audience: toMexico });
      await tellNews(world.db, at);
      return number;
    };
    await tell();
    expect(await deliver()).toMatchObject({ sent: 1 });
    const number = await tell();
    const nobody = world.owner.json({ ...toMexico, jurisdictions: [] });
    await world.owner`update advisories set audience = ${nobody} where number = ${number}`;
    expect(await deliver()).toMatchObject({ sent: 0, dropped: 1 });
    await tell();
    await world.owner`update organisations set vetting = 'expired' where id = ${bank.id}`;
    expect(await deliver()).toMatchObject({ sent: 0, dropped: 1 });
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
  });

  test("an advisory that was withdrawn is not told as new, and as withdrawn by the next one", async () => {
    const { number } = await anIssued(world, staff);
    const reason = text("Ya no rige.", "No longer in force.");
    const withdrawal = { number, reason, by: staff.publisher, at };
    expect(await betweenAttempts(() => withdrawAdvisory(world.db, withdrawal).then(value))).toEqual([]);
    const [mail] = await mailOf(morning(22));
    expect(mail?.text).toContain("Se retiró");
    expect(mail?.text).not.toContain("Aviso nuevo");
  });
});

describe("a batch", () => {
  test("whose answer was lost is tried again under its key, and was accepted if the service knows the key", async () => {
    await anIssued(world, staff);
    const service = aBatchService();
    const lost: PostBatch = async (key, mails) => {
      await service.post(key, mails);
      throw new Error("connection lost");
    };
    await turn(world.db, morning(21), lost);
    expect(await states()).toMatchObject([{ state: "batched" }]);
    await world.owner`update organisations set vetting = 'suspended' where id = ${bank.id}`;
    await turn(world.db, morning(21, 8), service.post);
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
    expect(new Set(service.tried).size).toBe(service.accepted.size);
    await turn(world.db, morning(22), service.post);
    expect(
      service.mails().filter(({ headers }) => headers?.["List-Unsubscribe"]?.includes(reader.memberId)),
    ).toHaveLength(1);
  });

  test("that may have gone out is never sent again by itself once its key has expired", async () => {
    await anIssued(world, staff);
    const lost: PostBatch = async () => {
      throw new Error("connection lost");
    };
    await turn(world.db, morning(21), lost);
    const service = aBatchService();
    await turn(world.db, morning(22, 8), service.post);
    expect(service.tried).toEqual([]);
    expect(await states()).toMatchObject([{ state: "uncertain" }, {}]);
  });

  test("that surely did not leave is sent under a new key once its own has expired", async () => {
    await anIssued(world, staff);
    const busy: PostBatch = async () => ({
      ok: false,
      again: "later",
      inDoubt: false,
      problem: "rate_limit_exceeded",
    });
    await turn(world.db, morning(21), busy);
    expect(await mailOf(morning(22, 8))).toHaveLength(1);
    expect((await states()).map(({ state }) => state)).toEqual(["accepted", "nothing-new"]);
  });

  test("that is refused as a whole because of one mail harms none of the others", async () => {
    await anIssued(world, staff);
    const service = aBatchService();
    const strict: PostBatch = async (key, mails) =>
      mails.some(({ headers }) => headers?.["List-Unsubscribe"]?.includes(reader.memberId))
        ? { ok: false, again: "never", inDoubt: false, problem: "validation_error" }
        : service.post(key, mails);
    await turn(world.db, morning(21), strict);
    expect(await states()).toMatchObject([{ state: "failed", problem: "validation_error" }]);
    const others = await world.owner`
      select state, count(*)::int as n from digests where member_id <> ${reader.memberId} group by 1`;
    expect(others).toEqual([{ state: "accepted", n: service.mails().length }]);
    expect(service.mails().length).toBeGreaterThan(3);
  });

  test("in which one mail was refused sends the others", async () => {
    await anIssued(world, staff);
    const service = aBatchService();
    const picky: PostBatch = async (key, mails) => {
      await service.post(key, mails);
      const place = mails.findIndex(({ headers }) =>
        headers?.["List-Unsubscribe"]?.includes(reader.memberId),
      );
      return { ok: true, earlier: false, refused: [place] };
    };
    await turn(world.db, morning(21), picky);
    expect(await states()).toMatchObject([{ state: "failed", problem: "not_accepted" }]);
    const others =
      await world.owner`select distinct state from digests where member_id <> ${reader.memberId}`;
    expect(others).toEqual([{ state: "accepted" }]);
  });
});
