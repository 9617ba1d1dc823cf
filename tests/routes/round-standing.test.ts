import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { asViewer } from "~db/client.server";
import { at, later, value } from "../support/desk";
import { aListener } from "../support/listener";
import { aMember } from "../support/people";
import { aConvening, anInstitution, anOpenRound, type Convening, day, type House } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let convening: Convening;
let house: House;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  convening = await aConvening(world, { institutions: 5 });
  const [first] = convening.houses;
  if (!first) throw new Error("nobody was invited");
  house = first;
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** The site's own clock and key: rounds end in days of the present. */
const soon = (days: number) => new Date(Date.now() + days * day * 60_000);
const round = async (closesAt = soon(3)) => anOpenRound(world, convening, { closesAt }, await secretKeys());
const headersOf = async (member: Member) => ({ Cookie: (await aSession(world, member)).cookie });
const page = async (member: Member, path: string) =>
  (await site.ask(path, { headers: await headersOf(member) })).text();
const es = i18nOf("es").t;

const ended = async (roundId: string) => {
  await world.owner`update rounds set closes_at = closes_at, taken_at = ${new Date()} where id = ${roundId}`;
};

test("pages of a round that is being counted say so, to its authority and to whom it asks, and hear when it fails", async () => {
  const roundId = await round();
  const standing = paths.roundAct("es", roundId, "standing");
  const listeners = [];
  for (const member of [convening.convener, house.officer]) {
    const listener = await aListener(site, standing, await headersOf(member));
    expect((await listener.next())?.body).toMatchObject({ state: "open", counting: null });
    listeners.push(listener);
  }
  await ended(roundId);
  for (const { next } of listeners)
    expect((await next())?.body).toMatchObject({ state: "closed", counting: { failed: false } });
  for (const member of [convening.convener, house.officer]) {
    const text = await page(member, paths.round("es", roundId));
    expect(text).toContain(es("rounds:counting.heading"));
    expect(text).not.toContain(es("rounds:run.closed"));
    expect(text).not.toContain(es("rounds:over.notAnswered"));
  }
  await world.owner`insert into round_closings (round_id, holder, held_until, attempts) values (${roundId}, null, ${soon(1)}, 1)`;
  await world.owner`update round_closings set problem = 'unsafe_release' where round_id = ${roundId}`;
  for (const { next, leave } of listeners) {
    expect((await next())?.body).toMatchObject({ counting: { failed: true } });
    leave();
  }
  const text = await page(house.officer, paths.round("es", roundId));
  expect(text).toContain(es("rounds:counting.failed"));
  expect(text).not.toContain("unsafe_release");
});

test("nobody else hears of a round", async () => {
  const roundId = await round();
  const stranger = (await anInstitution(world)).officer;
  const answer = await site.ask(paths.roundAct("es", roundId, "standing"), {
    headers: await headersOf(stranger),
  });
  expect(answer.status).toBe(404);
});

test("the day's page says what waits: to institutions their own sheet, to the authority what ends and what is counted", async () => {
  const open = await round();
  const counted = await round();
  await ended(counted);
  const own = await page(house.officer, paths.today("es"));
  expect(own).toContain(paths.round("es", open));
  expect(own).toContain(es("today:rounds.toAnswer"));
  expect(own).not.toContain(es("today:rounds.closing"));
  expect(own).not.toContain(paths.round("es", counted));
  const staff = await page(convening.convener, paths.today("es"));
  expect(staff).toContain(es("today:rounds.closing"));
  expect(staff).toContain(es("today:rounds.counting"));
  expect(staff).not.toContain(es("today:rounds.toAnswer"));
  const stranger = await page((await anInstitution(world)).officer, paths.today("es"));
  expect(stranger).not.toMatch(/rounds-(to-answer|closing|counting|released)/);
});

test("calendars of those who answer and of those who asked hold the end, no title, and nothing once it is over or access is", async () => {
  const closesAt = soon(3);
  const roundId = await round(closesAt);
  const addressOf = async (by: Member) =>
    value(
      await makeCalendarAddress(world.db, { by, name: "Outlook", secret: randomBytes(32), at: new Date() }),
    ).token;
  const read = async (token: string) => {
    const answer = await site.ask(paths.calendar(token));
    return { status: answer.status, text: (await answer.text()).replace(/\r\n /g, "") };
  };
  const entry = `UID:round-end-${roundId}@`;
  const ofRound = (text: string) => text.slice(text.indexOf(entry)).split("END:VEVENT")[0] ?? "";
  const leaver = (await aMember(world, {
    organisation: house.organisation,
    roles: ["analyst"],
  })) satisfies Member;
  const [officer, convener, leaving, stranger] = await Promise.all(
    [house.officer, convening.convener, leaver, (await anInstitution(world)).officer].map(addressOf),
  );
  if (!officer || !convener || !leaving || !stranger) throw new Error("no addresses");
  const end = `${closesAt.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const sequences = [];
  for (const token of [officer, convener, leaving]) {
    const { text } = await read(token);
    expect(text).toContain(entry);
    expect(ofRound(text)).toContain(`DTEND:${end}`);
    expect(text).not.toMatch(/¿Qué han visto\?/);
    sequences.push(Number(/SEQUENCE:(\d+)/.exec(ofRound(text))?.[1]));
  }
  expect((await read(stranger)).text).not.toContain(entry);

  value(await extendRound(world.db, { roundId, closesAt: soon(4), by: convening.convener, at: later(1) }));
  const moved = ofRound((await read(officer)).text);
  expect(moved).not.toContain(`DTEND:${end}`);
  expect(Number(/SEQUENCE:(\d+)/.exec(moved)?.[1])).toBeGreaterThan(sequences[0] ?? Number.NaN);

  await world.owner`update members set left_at = ${at} where id = ${leaver.memberId}`;
  expect((await read(leaving)).status).toBe(404);
  await world.owner`update organisations set vetting = 'suspended' where id = ${house.organisation.id}`;
  expect((await read(officer)).status).toBe(404);
  await world.owner`update organisations set vetting = 'vetted' where id = ${house.organisation.id}`;
  expect((await read(officer)).text).toContain(entry);
  await world.owner`update rounds set called_off_at = ${at} where id = ${roundId}`;
  for (const token of [officer, convener]) expect((await read(token)).text).not.toContain(entry);
  expect([...(await asViewer(world.db, anonymous, (tx) => tx.execute(sql`select 1 from rounds`)))]).toEqual(
    [],
  );
});
