import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import type { RoomNews } from "~/domain/floor/room-news";
import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import type { Member } from "~/domain/members/viewer";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { paths } from "~/paths";
import { text, value } from "../support/desk";
import { aListener } from "../support/listener";
import { aRoomOpen, forSites, type RoomOpen } from "../support/rooms";
import { someTimes } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// A session by its pages, as a browser without scripts sends their forms, and its stream; two sites over one database.

let world: World;
let here: Site;
let there: Site;
beforeAll(async () => {
  world = await freshDatabase();
  here = await aSite(world);
  there = await aSite(world);
});
afterAll(async () => {
  await here.close();
  await there.close();
  await world.close();
});

type Given = RoomOpen & { id: string; keys: SecretKeys };

/** Open, and not over for as long as these tests are run. */
async function aRoom(): Promise<Given> {
  const room = await aRoomOpen(world, { times: { ...someTimes, date: "2099-01-20" } });
  return { ...room, id: room.roundtableId, keys: await forSites(world, room.roundtableId) };
}

const cookieOf = async (by: Member, confirmedAt: Date | null = new Date()) => ({
  Cookie: (await aSession(world, by, { confirmedAt })).cookie,
});

type Asked = { form?: Record<string, string>; confirmedAt?: Date | null };
async function ask(by: Member, path: string, { form, confirmedAt }: Asked = {}) {
  const answer = await here.ask(path, {
    method: form ? "POST" : "GET",
    headers: { ...(await cookieOf(by, confirmedAt)), Origin: here.origin },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  return {
    status: answer.status,
    to: answer.headers.get("Location"),
    cache: answer.headers.get("Cache-Control"),
    page: await answer.text(),
  };
}

const aForm = (given: Record<string, string> = {}) => ({
  id: randomUUID(),
  item: "0",
  parentId: "",
  kind: "words",
  mode: "named",
  language: "es",
  text: "Los depósitos llegan por la mañana.",
  ...given,
});
const send = (by: Member, { id }: Given, form: Record<string, string>) =>
  ask(by, paths.roomAct("es", id, "contributions"), { form });

const saySomething = (room: Given, by: Member, words: string, kind: "words" | "question" = "words") =>
  sayInRoom(world.db, {
    roundtableId: room.id,
    id: randomUUID(),
    kind,
    item: 0,
    parentId: null,
    mode: "unattributed",
    text: words,
    language: "es",
    pace: new SeatPace(),
    keys: room.keys,
    by,
    at: new Date(),
  });

const newTerms = (room: Given) =>
  changeTerms(world.db, {
    roundtableId: room.id,
    words: text("Otras condiciones.", "Other terms."),
    version: 1,
    keys: room.keys,
    by: room.chair,
    at: new Date(),
  });

describe("entering", () => {
  test("shows nothing of a session before its terms are accepted, and everything after", async () => {
    const room = await aRoom();
    const { id, other } = room;
    value(await saySomething(room, room.one, "Palabras de la mesa"));
    await world.owner`delete from roundtable_acceptances where member_id = ${other.memberId}`;
    const shut = await ask(other, paths.room("es", id));
    expect([shut.status, shut.to]).toEqual([302, paths.roomTerms("es", id)]);
    const terms = await ask(other, paths.roomTerms("es", id));
    expect(terms.page).toContain("Aceptar la versión 1");
    expect(terms.page).not.toContain("Palabras de la mesa");
    const form = { version: "1", language: "es" };
    const accepted = await ask(other, paths.roomAct("es", id, "acceptance"), { form });
    expect([accepted.status, accepted.to]).toEqual([302, paths.roomTerms("es", id)]);
    expect((await ask(other, paths.roomTerms("es", id))).page).toContain("Esta es su constancia");
    const open = await ask(other, paths.room("es", id));
    expect([open.status, open.cache]).toEqual([200, "private, no-store"]);
    expect(open.page).toContain("Palabras de la mesa");
  });

  test("asks who it is before terms are accepted, and keeps what was to be accepted", async () => {
    const { id, other } = await aRoom();
    const form = { version: "1", language: "en" };
    const asked = await ask(other, paths.roomAct("en", id, "acceptance"), { form, confirmedAt: null });
    expect(asked.status).toBe(403);
    expect(asked.page).toContain(paths.roomAct("en", id, "acceptance"));
  });

  test("answers whoever is not in it as for a session that does not exist", async () => {
    const { id, lead } = await aRoom();
    for (const path of [paths.room, paths.roomTerms])
      expect((await ask(lead.outside, path("es", id))).status).toBe(404);
    for (const act of ["contributions", "acceptance", "presence"] as const)
      expect((await ask(lead.outside, paths.roomAct("es", id, act), { form: aForm() })).status).toBe(404);
    const stream = await here.ask(paths.roomAct("es", id, "events"), {
      headers: await cookieOf(lead.outside),
    });
    expect(stream.status).toBe(404);
  });

  test("takes an old version of the terms for none", async () => {
    const room = await aRoom();
    value(await newTerms(room));
    const refused = await ask(room.one, paths.roomAct("es", room.id, "acceptance"), {
      form: { version: "1", language: "es" },
    });
    expect([refused.status, refused.page.includes("Las condiciones cambiaron")]).toEqual([422, true]);
  });
});

describe("speaking", () => {
  test("leads to what was said, and says it once however often it is sent", async () => {
    const room = await aRoom();
    const form = aForm({ mode: "unattributed" });
    const first = await send(room.one, room, form);
    expect([first.status, first.to]).toEqual([
      302,
      paths.roomPart("es", room.id, 0, paths.saidAnchor(form.id)),
    ]);
    expect((await send(room.one, room, form)).status).toBe(302);
    const { page } = await ask(room.other, paths.room("es", room.id));
    expect(page.split(`id="${paths.saidAnchor(form.id)}"`).length).toBe(2);
    expect(page).not.toContain(room.one.name);
  });

  test.each([
    ["words that identify somebody", { text: "Cuenta de juan.perez@banco.mx" }, "juan.perez@banco.mx"],
    ["nothing at all", { text: "  " }, "Escriba algo"],
    ["no choice of how it appears", { mode: "", text: "Sin elegir" }, "Elija cómo aparece"],
  ])("refuses %s at its field, with all that was typed", async (_, given, sentence) => {
    const room = await aRoom();
    const form = aForm(given);
    const refused = await send(room.one, room, form);
    expect([refused.status, refused.page.includes(sentence)]).toEqual([422, true]);
    expect(refused.page).toContain(`value="${form.id}"`);
    expect(refused.page).toContain(form.text.trim());
  });

  test("keeps what was typed when new terms have to be accepted first, and takes it afterwards", async () => {
    const room = await aRoom();
    value(await newTerms(room));
    const form = aForm({ text: "Escrito antes de que cambiaran." });
    const refused = await send(room.one, room, form);
    expect(refused.page).toContain("Escrito antes de que cambiaran.");
    expect(refused.page).toContain(paths.roomTerms("es", room.id));
    await ask(room.one, paths.roomAct("es", room.id, "acceptance"), {
      form: { version: "2", language: "es" },
    });
    expect((await send(room.one, room, form)).status).toBe(302);
  });

  test("tells whoever sends too much to wait, and keeps it", async () => {
    const room = await aRoom();
    for (let n = 0; n < 20; n += 1)
      expect((await send(room.one, room, aForm({ text: `Dicho ${n}` }))).status).toBe(302);
    const refused = await send(room.one, room, aForm({ text: "La veintiuna" }));
    expect([refused.status, refused.page.includes("La veintiuna")]).toEqual([422, true]);
  });

  test("puts a translation beside it under its translator's name", async () => {
    const room = await aRoom();
    const form = aForm();
    await send(room.one, room, form);
    const translated = await ask(
      room.other,
      paths.roomTaking("es", room.id, "contributions", form.id, "translation"),
      { form: { item: "0", from: "es", text: "Deposits come in the morning." } },
    );
    expect([translated.status, translated.to]).toEqual([
      302,
      paths.roomPart("es", room.id, 0, paths.saidAnchor(form.id)),
    ]);
    const { page } = await ask(room.one, paths.room("en", room.id));
    expect(page).toContain("Deposits come in the morning.");
    expect(page).toContain(`English translation by ${room.other.name}`);
  });
});

describe("the stream of a session", () => {
  const eventsOf = ({ id }: Given, after?: number) =>
    `${paths.roomAct("es", id, "events")}${after === undefined ? "" : `?after=${after}`}`;
  const listen = async (room: Given, by: Member, site = there, headers: Record<string, string> = {}) =>
    aListener(site, eventsOf(room), { ...(await cookieOf(by)), ...headers });
  const newsIn = (heard: { body: unknown } | undefined) => heard?.body as RoomNews;

  test("brings what was said to everyone at every process, once", async () => {
    const room = await aRoom();
    const listeners = [
      await listen(room, room.one, here),
      await listen(room, room.other),
      await listen(room, room.chair),
    ];
    for (const one of listeners) await one.next();
    const wanted = ["uno", "dos", "tres"];
    for (const words of wanted) value(await saySomething(room, room.one, words));
    for (const one of listeners) {
      const heard: string[] = [];
      while (heard.length < wanted.length)
        for (const { text: said } of newsIn(await one.next()).contributions) heard.push(said ?? "");
      expect(heard).toEqual(wanted);
      one.leave();
    }
  });

  test("goes on after the last event that was heard, without loss or double", async () => {
    const room = await aRoom();
    const first = await listen(room, room.other);
    await first.next();
    value(await saySomething(room, room.one, "antes"));
    const last = await first.next();
    first.leave();
    for (const words of ["mientras", "tanto"]) value(await saySomething(room, room.one, words));
    const again = await listen(room, room.other, here, { "Last-Event-ID": last?.id ?? "" });
    const missed = newsIn(await again.next()).contributions.map(({ text: said }) => said);
    expect(missed).toEqual(["mientras", "tanto"]);
    again.leave();
  });

  test("cut after any number of bytes, in the middle of an event too, goes on without loss or double", async () => {
    const room = await aRoom();
    const headers = await cookieOf(room.other);
    const heard: (string | null)[] = [];
    let last = "";
    const wanted = ["uno", "dos", "tres"];
    for (const words of wanted) {
      value(await saySomething(room, room.one, words));
      // Through a proxy that lets so many bytes pass and then cuts, a few more each time.
      for (let most = 100; !heard.includes(words); most += 150) {
        const from = { ...headers, ...(last ? { "Last-Event-ID": last } : {}) };
        const stream = await aListener(cutting(here, most), eventsOf(room), from);
        for (let event = await stream.next(); event; event = await stream.next()) {
          heard.push(...newsIn(event).contributions.map(({ text: said }) => said));
          last = event.id ?? last;
          if (heard.includes(words)) break;
        }
        stream.leave();
      }
    }
    expect(heard).toEqual(wanted);
  });

  test("begins after what the page shows already", async () => {
    const room = await aRoom();
    value(await saySomething(room, room.one, "en la página"));
    const before = await listen(room, room.other);
    const { revision } = newsIn(await before.next());
    before.leave();
    const stream = await aListener(there, eventsOf(room, revision), await cookieOf(room.other));
    expect(newsIn(await stream.next()).contributions).toEqual([]);
    stream.leave();
  });

  test("tells a reader's own votes to all their devices, and to nobody else", async () => {
    const room = await aRoom();
    const { id: contributionId } = value(await saySomething(room, room.one, "¿Qué regla?", "question"));
    const [phone, desk, another] = [
      await listen(room, room.other),
      await listen(room, room.other, here),
      await listen(room, room.chair),
    ];
    for (const one of [phone, desk, another]) await one.next();
    const vote = { roundtableId: room.id, contributionId, wanted: true, keys: room.keys };
    value(await voteForQuestion(world.db, { ...vote, by: room.other, at: new Date() }));
    for (const one of [phone, desk]) {
      let own: string[] | undefined;
      while (!own?.length) own = newsIn(await one.next()).own?.votes;
      expect(own).toEqual([contributionId]);
    }
    const heard = newsIn(await another.next());
    expect([heard.floor.votes[0]?.votes, heard.own?.votes ?? []]).toEqual([1, []]);
    for (const one of [phone, desk, another]) one.leave();
  });

  test("tells at once that the session is over, though nothing was said", async () => {
    const room = await aRoom();
    const listeners = [await listen(room, room.one), await listen(room, room.other)];
    for (const one of listeners) await one.next();
    // Announced, and not found by the heartbeat, which would bring it too.
    const announced = new Promise<void>((resolve) => {
      void world.owner.listen("ribera_live", (topic) => topic === `room:${room.id}` && resolve(), end);
    });
    async function end() {
      const later = new Date("2099-01-20T17:00:00.000Z");
      const ending = { roundtableId: room.id, keys: room.keys, by: room.chair, at: later };
      value(await endRoundtable(world.db, ending));
    }
    await announced;
    for (const one of listeners) {
      expect(newsIn(await one.next()).floor.over).toBe(true);
      one.leave();
    }
  });

  test("ends at once with the seat, and with terms that have to be accepted anew", async () => {
    const room = await aRoom();
    const { id: roundtableId, keys, chair, one, other } = room;
    const [seated, stays] = [await listen(room, one), await listen(room, other)];
    for (const listener of [seated, stays]) await listener.next();
    const [seat] = await world.owner<{ id: string }[]>`
      select id from roundtable_seats where roundtable_id = ${roundtableId} and member_id = ${one.memberId}`;
    value(
      await withdrawSeat(world.db, { roundtableId, seatId: seat?.id ?? "", keys, by: chair, at: new Date() }),
    );
    expect((await endOf(seated)).at(-1)).toBe("ended");
    value(await newTerms(room));
    expect((await endOf(stays)).at(-1)).toBe("ended");
    const again = await here.ask(eventsOf(room), { headers: await cookieOf(one) });
    expect(again.status).toBe(404);
  });

  /** The site by a line that ends after so many bytes of an answer. */
  function cutting({ ask: direct }: Site, most: number): Pick<Site, "ask"> {
    return {
      async ask(path, init) {
        const leaving = new AbortController();
        const answer = await direct(path, { ...init, signal: leaving.signal });
        let left = most;
        const cut = new TransformStream<Uint8Array, Uint8Array>({
          transform(piece, controller) {
            controller.enqueue(piece.subarray(0, left));
            left -= Math.min(left, piece.byteLength);
            if (left > 0) return;
            controller.terminate();
            leaving.abort();
          },
        });
        return new Response(answer.body?.pipeThrough(cut), {
          status: answer.status,
          headers: answer.headers,
        });
      },
    };
  }

  /** The names of what comes until nothing does. */
  async function endOf({ next }: Awaited<ReturnType<typeof listen>>) {
    const names: string[] = [];
    for (;;) {
      const heard = await next();
      if (!heard) return names;
      names.push(heard.name);
    }
  }
});
