import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { closePoll } from "~/domain/floor/close-poll.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import type { Member } from "~/domain/members/viewer";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, open, patience, type Visit } from "../support/browser";
import { demoSecret } from "../support/demo";
import { text, value } from "../support/desk";
import { aRoomOpen, handOver, type RoomOpen, say } from "../support/rooms";
import { someTimes } from "../support/roundtables";
import { aSession } from "../support/session";
import { aWire } from "../support/wire";
import { freshDatabase, type World } from "../support/world";

// What becomes of an open session's page when its line, its seat or its poll ends: in a browser, by a proxy that the test cuts.

let world: World;
let keys: SecretKeys;
let visit: Visit;
let wire: Awaited<ReturnType<typeof aWire>>;
const windows: Page[] = [];

beforeAll(async () => {
  if (!chromiumPath) return;
  world = await freshDatabase();
  keys = await openSecretKeys({ dataDir: "", secret: demoSecret });
  visit = await aVisit({ database: world, environment: { RIBERA_DEMO: "0", HOST: "127.0.0.1" } });
  wire = await aWire({ host: "127.0.0.1", port: Number(new URL(visit.origin).port) });
}, 400_000);
afterEach(() => Promise.all(windows.splice(0).map((page) => page.context().close())));
afterAll(async () => {
  await wire?.close();
  await visit?.close();
  await world?.close();
});

/** Open, and not over for as long as these tests are run. */
async function aRoom(): Promise<RoomOpen> {
  const room = await aRoomOpen(world, { times: { ...someTimes, date: "2099-01-20" } });
  await handOver(world, room.roundtableId, keys);
  return room;
}
const speak = async (room: RoomOpen, by: Member, words: string) =>
  value(await say(world, room.roundtableId, by, words, { keys }));

type Device = { lang?: "es" | "en"; proxied?: boolean; before?: (page: Page) => Promise<unknown> };
/** A device of this person with the session open on it, hearing; `by` the proxy or not. */
async function aDevice(
  room: RoomOpen,
  by: Member,
  { lang = "es", proxied = false, before = async () => {} }: Device = {},
) {
  const page = await visit.as(null);
  windows.push(page);
  const [name = "", secret = ""] = (await aSession(world, by)).cookie.split("=", 2);
  await page.context().addCookies([{ name, value: secret, domain: "localhost", path: "/" }]);
  await before(page);
  const origin = proxied ? `http://localhost:${wire.port}` : visit.origin;
  expect(await open(page, origin + paths.room(lang, room.roundtableId))).toBe(200);
  await hearing(page);
  return page;
}
const still = async ({ clock }: Page) => {
  await clock.install();
  await clock.pauseAt(Date.now() + 60_000);
};
const hearing = (page: Page) => page.locator(".room-live[data-live]").waitFor();
const said = (page: Page, words: string) => page.locator(".said .words", { hasText: words });
const heard = (page: Page, words: string) => said(page, words).first().waitFor();

describe.skipIf(!chromiumPath)("an open page of a session", () => {
  test("behind a proxy that cuts its stream again and again, shows all that was said once and keeps what is being written, also while the server is away", {
    timeout: 240_000,
  }, async () => {
    const room = await aRoom();
    // Its clock stands: a page asks by itself when the test says so, and at no other time.
    const page = await aDevice(room, room.one, { proxied: true, before: still });
    const field = page.locator("#say-text");
    await field.fill("A medio escribir");
    const written = await field.elementHandle();
    const all: string[] = [];
    const withoutLine = async (round: string, meanwhile = async () => {}) => {
      const [before, during] = [`${round}: con línea.`, `${round}: sin línea.`];
      await speak(room, room.other, before);
      await heard(page, before);
      await wire.cut();
      await page.locator(".room-live:not([data-live])").waitFor();
      await meanwhile();
      await speak(room, room.other, during);
      await wire.mend();
      await heard(page, during);
      all.push(before, during);
    };
    for (const round of ["Primera", "Segunda"]) await withoutLine(round);
    const [unanswered, loaded]: [string[], string[]] = [[], []];
    page.on("requestfailed", (request) => unanswered.push(new URL(request.url()).pathname));
    page.on("requestfinished", (request) => loaded.push(new URL(request.url()).pathname));
    const askingUntil = (done: () => boolean) =>
      expect
        .poll(async () => {
          await page.clock.runFor(16_000);
          return done();
        }, patience)
        .toBe(true);
    await withoutLine("Tercera", () => askingUntil(() => unanswered.includes(paths.readiness())));
    await askingUntil(() => loaded.some((path) => path.endsWith("/room.data")));
    expect(unanswered.filter((path) => path.endsWith(".data"))).toEqual([]);
    expect(await page.locator("#room-conversation .said .words").allTextContents()).toEqual(all);
    expect(await written?.evaluate((one) => [one.isConnected, "value" in one && one.value])).toEqual([
      true,
      "A medio escribir",
    ]);
    // What a browser says of a line that was cut.
    expect(visit.complaints.splice(0).filter((words) => !words.includes("net::ERR"))).toEqual([]);
  });

  test("is the same on two devices of one member: what is said on one is once on both, and a ballot counts on both", {
    timeout: 120_000,
  }, async () => {
    const room = await aRoom();
    const [desk, phone] = [await aDevice(room, room.one), await aDevice(room, room.one)];
    await desk.locator("#say-text").fill("Desde el escritorio.");
    await desk.locator(".composer input[name=mode][value=named]").check();
    await desk.locator('form[action$="/contributions"] button[type=submit]').first().click();
    for (const page of [desk, phone]) await heard(page, "Desde el escritorio.");
    await phone.locator("#say-text").fill("Desde el teléfono.");
    await phone.locator(".composer input[name=mode][value=unattributed]").check();
    await phone.locator('form[action$="/contributions"] button[type=submit]').first().click();
    for (const page of [desk, phone]) {
      await heard(page, "Desde el teléfono.");
      for (const words of ["Desde el escritorio.", "Desde el teléfono."])
        expect(await said(page, words).count()).toBe(1);
    }
    await aPoll(room);
    await phone.locator('form[action$="/ballots"] input').first().check();
    await phone.locator('form[action$="/ballots"] button[type=submit]').click();
    const voted = i18nOf("es").t("floor:polls.voted");
    for (const page of [phone, desk])
      await page.locator(".floor-poll").getByText(voted, { exact: true }).first().waitFor();
    expect(await desk.locator('form[action$="/ballots"]').count()).toBe(0);
    expect(visit.complaints.splice(0)).toEqual([]);
  });

  test("says at the poll that it closed before a vote that was on its way, and what was chosen; nothing of that vote is kept", {
    timeout: 120_000,
  }, async () => {
    const room = await aRoom();
    const pollId = await aPoll(room);
    const page = await aDevice(room, room.one);
    await page.route("**/ballots*", async (route) => {
      value(
        await closePoll(world.db, {
          roundtableId: room.roundtableId,
          pollId,
          keys,
          by: room.chair,
          at: new Date(),
        }),
      );
      await route.continue();
    });
    await page.locator('form[action$="/ballots"] input').first().check();
    await page.locator('form[action$="/ballots"] button[type=submit]').click();
    const { t } = i18nOf("es");
    const place = page.locator(".floor-poll");
    await place.getByText(t("floor:polls.missed")).waitFor();
    await place.getByText(t("floor:polls.chosen", { choices: "Sí" })).waitFor();
    await place.getByText(t("floor:polls.closed"), { exact: true }).first().waitFor();
    expect(await world.owner`select 1 from room_voters where poll_id = ${pollId}`).toEqual([]);
    expect(await world.owner`select 1 from room_ballot_boxes where poll_id = ${pollId}`).toEqual([]);
    expect(visit.complaints.splice(0)).toEqual([]);
  });

  test("whose seat is withdrawn, or whose organisation is revoked, says so in its reader's language and shows nothing said before or after", {
    timeout: 120_000,
  }, async () => {
    const room = await aRoom();
    const { roundtableId, one, other, chair } = room;
    const seated = await aDevice(room, one);
    const revoked = await aDevice(room, other, { lang: "en" });
    const stays = await aDevice(room, chair);
    await speak(room, chair, "Antes del retiro.");
    for (const page of [seated, revoked, stays]) await heard(page, "Antes del retiro.");
    const [seat] = await world.owner<{ id: string }[]>`
      select id from roundtable_seats where roundtable_id = ${roundtableId} and member_id = ${one.memberId}`;
    const seatId = seat?.id ?? "";
    value(await withdrawSeat(world.db, { roundtableId, seatId, keys, by: chair, at: new Date() }));
    await world.owner`update organisations set vetting = 'revoked' where id = ${other.organisationId}`;
    await seated.getByRole("heading", { name: i18nOf("es").t("room:shut.title") }).waitFor();
    await revoked.getByRole("heading", { name: i18nOf("en").t("room:shut.title") }).waitFor();
    await speak(room, chair, "Después del retiro.");
    await heard(stays, "Después del retiro.");
    for (const page of [seated, revoked]) {
      const shown = await page.content();
      expect([shown.includes("del retiro"), await page.locator(".said").count()]).toEqual([false, 0]);
    }
    expect(visit.complaints.splice(0)).toEqual([]);
  });
});

async function aPoll({ roundtableId, chair }: RoomOpen) {
  const words = {
    question: text("¿Ayuda?", "Does it help?"),
    options: [text("Sí", "Yes"), text("No", "No")],
  };
  const poll = { roundtableId, item: 0, kind: "single" as const, words, keys, by: chair, at: new Date() };
  return value(await openPoll(world.db, poll)).id;
}
