import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { findRoom } from "~/domain/floor/room.server";
import type { Member } from "~/domain/members/viewer";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import type refusedWords from "~locales/es/refused.json";
import { text, value } from "../support/desk";
import { aRoomEntered, say } from "../support/rooms";
import { keys as testKeys } from "../support/rounds";
import { someTimes } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// The floor of a session by its addresses, as a browser without scripts sends its forms.

const world = aWorld();
const site = aSiteOf(world);
let keys: SecretKeys;
beforeAll(async () => {
  keys = await secretKeys();
});

/** A room whose key the site can open, all of whose people entered; open unless told otherwise. The server tells the time itself. */
async function aRoom(given: { opened?: boolean } = {}) {
  const room = await aRoomEntered(world, { times: { ...someTimes, date: "2099-01-20" } });
  const about = `roundtable:${room.roundtableId}`;
  const [row] = await world.owner<{ sealed: Uint8Array }[]>`
    select sealed from roundtable_keys where roundtable_id = ${room.roundtableId}`;
  const key = openKey(row?.sealed ?? new Uint8Array(), { under: testKeys(), about });
  await world.owner`update roundtable_keys set sealed = ${sealKey(key, { under: keys("room"), about })}
    where roundtable_id = ${room.roundtableId}`;
  if (given.opened !== false) await done(room.chair, actOf(room.roundtableId, "opening"));
  return { ...room, id: room.roundtableId };
}
type Room = Awaited<ReturnType<typeof aRoom>>;

type Form = Record<string, string | string[]>;
type Act = Parameters<typeof paths.roomAct>[2];
const actOf = (id: string, act: Act, language: "es" | "en" = "es") => paths.roomAct(language, id, act);
const takingOf = (
  id: string,
  what: "contributions" | "hands" | "polls",
  which: string,
  act: Parameters<typeof paths.roomTaking>[4],
  language: "es" | "en" = "es",
) => paths.roomTaking(language, id, what, which, act);

const cookies = new Map<string, string>();
/** One session for all that somebody does, and one more for what they do without having confirmed who they are. */
async function cookieOf(by: Member, confirmedAt?: Date) {
  const name = `${by.memberId} ${confirmedAt?.getTime()}`;
  const cookie = cookies.get(name) ?? (await aSession(world, by, confirmedAt ? { confirmedAt } : {})).cookie;
  cookies.set(name, cookie);
  return cookie;
}

async function ask(by: Member, path: string, form?: Form, confirmedAt?: Date) {
  const body = new URLSearchParams();
  for (const [name, given] of Object.entries(form ?? {}))
    for (const one of [given].flat()) body.append(name, one);
  const answer = await site.ask(path, {
    method: form ? "POST" : "GET",
    headers: { Cookie: await cookieOf(by, confirmedAt), Origin: site.origin },
    ...(form ? { body } : {}),
  });
  return { status: answer.status, to: answer.headers.get("Location"), page: await answer.text() };
}

async function done(by: Member, path: string, form: Form = {}) {
  const { status, to, page } = await ask(by, path, form);
  expect([path, status, status === 302 ? "" : page.slice(0, 3000)]).toEqual([path, 302, ""]);
  return to ?? "";
}

type Reason = keyof typeof refusedWords | "languages_differ";

/** That an act is refused, with the sentence of its reason in the language of its address. */
async function refusedAs(
  by: Member,
  path: (language: "es" | "en") => string,
  form: Form,
  reason: Reason,
  status = 422,
) {
  for (const language of ["es", "en"] as const) {
    const answer = await ask(by, path(language), form);
    const sentence = i18nOf(language).t(`refused:${reason}` as "refused:not_found", { most: 10, count: 1 });
    expect([path(language), answer.status, answer.page.includes(sentence)]).toEqual([
      path(language),
      status,
      true,
    ]);
  }
}

const floorOf = async (room: Room, by: Member) =>
  (await findRoom(world.db, by, { id: room.id, after: 0, keys, at: new Date() }))?.floor;
const pageOf = async (by: Member, id: string, language: "es" | "en" = "es") => {
  const { status, page } = await ask(by, paths.room(language, id));
  expect(status).toBe(200);
  return page;
};

async function aQuestion(room: Room, words = "¿Qué umbral conviene?") {
  const { id } = value(await say(world, room.id, room.one, words, { kind: "question", keys }));
  return id;
}

const pollForm = (given: Form = {}): Form => ({
  item: "0",
  kind: "single",
  questionEs: "¿Conviene compartirlo?",
  questionEn: "Should it be shared?",
  "option.0.Es": "Sí, ahora",
  "option.0.En": "Yes, now",
  "option.3.Es": "No",
  "option.3.En": "No",
  ...given,
});
async function aPoll(room: Room, given: Form = {}) {
  await done(room.chair, actOf(room.id, "polls"), pollForm(given));
  const poll = (await floorOf(room, room.chair))?.polls.at(-1);
  if (!poll) throw new Error("no poll was opened");
  return poll;
}

describe("the agenda", () => {
  test("is led by a chair alone: opened once, moved, an item stopped with a reason, let go on, and closed for good", async () => {
    const room = await aRoom({ opened: false });
    const { id, chair, one } = room;
    expect(await pageOf(chair, id)).toContain("Abrir la sesión");
    expect(await pageOf(one, id)).not.toContain("Abrir la sesión");
    expect((await ask(one, actOf(id, "opening"), {})).status).toBe(403);
    expect(await done(chair, actOf(id, "opening"))).toBe(paths.room("es", id));
    await refusedAs(chair, (language) => actOf(id, "opening", language), {}, "session_open_already");

    await done(chair, actOf(id, "floor"), { item: "1" });
    expect((await floorOf(room, one))?.item).toBe(1);
    for (const item of ["2", "-1", "x", ""])
      for (const act of ["floor", "closings", "resumptions", "stops"] as const)
        await refusedAs(
          chair,
          (language) => actOf(id, act, language),
          { item, reason: "prices" },
          "no_such_item",
        );

    const stop = { item: "1", note: "Se nombró una tarifa." };
    for (const reason of ["", "weather"])
      await refusedAs(
        chair,
        (language) => actOf(id, "stops", language),
        { ...stop, reason },
        "choose_reason",
      );
    const again = (await ask(chair, actOf(id, "stops"), stop)).page;
    expect(again).toContain(">Se nombró una tarifa.</textarea>");
    const identified = await ask(chair, actOf(id, "stops"), {
      ...stop,
      reason: "prices",
      note: "HEGG560427MVZRRL04",
    });
    expect([identified.status, identified.page.includes("CURP")]).toEqual([422, true]);
    expect((await ask(one, actOf(id, "stops"), { ...stop, reason: "prices" })).status).toBe(403);

    expect(await done(chair, actOf(id, "stops"), { ...stop, reason: "prices" })).toContain("item=1");
    for (const [language, words] of [
      ["es", "Detenido: precios"],
      ["en", "Stopped: prices"],
    ] as const) {
      const page = await pageOf(one, id, language);
      expect([page.includes(words), page.includes("Se nombró una tarifa.")]).toEqual([true, true]);
    }
    await done(chair, actOf(id, "resumptions"), { item: "1" });
    await refusedAs(
      chair,
      (language) => actOf(id, "resumptions", language),
      { item: "1" },
      "talk_not_stopped",
    );
    const after = await pageOf(one, id);
    expect([after.includes("Este punto se detuvo una vez"), after.includes("Se nombró una tarifa.")]).toEqual(
      [true, true],
    );

    await done(chair, actOf(id, "closings"), { item: "1" });
    for (const act of ["closings", "floor", "stops"] as const)
      await refusedAs(
        chair,
        (language) => actOf(id, act, language),
        { item: "1", reason: "prices" },
        "item_closed",
      );
  });
});

describe("hands", () => {
  test("go up and down by whoever's they are; a chair calls on them in their order", async () => {
    const room = await aRoom();
    const { id, chair, one, other } = room;
    await done(one, actOf(id, "hands"));
    await Promise.all([done(other, actOf(id, "hands")), done(other, actOf(id, "hands"))]);
    expect(await pageOf(other, id)).toContain("Usted es el turno 2 de la lista.");
    expect(await pageOf(chair, id)).toContain(`Dar la palabra a ${one.name}, que sigue`);
    const call = (by: Member, whom: Member) => ask(by, takingOf(id, "hands", whom.memberId, "call"), {});
    const lower = (by: Member, whom: Member) =>
      ask(by, takingOf(id, "hands", whom.memberId, "withdrawal"), {});
    expect([(await call(one, one)).status, (await lower(one, other)).status]).toEqual([403, 403]);
    expect((await call(chair, one)).to).toBe(paths.roomFloor("es", id, "hands"));
    expect(await pageOf(one, id)).toContain("Usted tiene la palabra.");
    expect((await lower(one, one)).status).toBe(302);
    await refusedAs(
      chair,
      (language) => takingOf(id, "hands", one.memberId, "call", language),
      {},
      "no_hand",
    );
    expect((await ask(chair, takingOf(id, "hands", "nobody", "call"), {})).status).toBe(404);
  });

  test("wait until the session is open", async () => {
    const { id, one } = await aRoom({ opened: false });
    await refusedAs(one, (language) => actOf(id, "hands", language), {}, "session_not_open");
    expect(await pageOf(one, id)).not.toContain("Pedir la palabra<");
  });
});

describe("questions", () => {
  test("are voted for once and given back, stand by their votes, and leave the queue when a chair settles them", async () => {
    const room = await aRoom();
    const { id, chair, one, other } = room;
    const [first, second] = [await aQuestion(room, "¿Primera?"), await aQuestion(room, "¿Segunda?")];
    const vote = (which: string, language: "es" | "en" = "es") =>
      takingOf(id, "contributions", which, "vote", language);
    await Promise.all([
      done(other, vote(second), { wanted: "1" }),
      done(other, vote(second), { wanted: "1" }),
    ]);
    const queue = (page: string) => page.slice(page.indexOf('id="questions"'), page.indexOf('id="polls"'));
    const page = queue(await pageOf(other, id));
    expect(page.indexOf("¿Segunda?")).toBeLessThan(page.indexOf("¿Primera?"));
    expect(page).toMatch(/1 voto.*Con su voto/s);
    expect(queue(await pageOf(one, id))).not.toContain("Con su voto");
    await done(other, vote(second), { wanted: "0" });
    expect((await floorOf(room, other))?.votes).toEqual([]);

    const settle = takingOf(id, "contributions", first, "settlement");
    expect((await ask(one, settle, { settlement: "answered" })).status).toBe(403);
    await refusedAs(
      chair,
      (language) => takingOf(id, "contributions", first, "settlement", language),
      { settlement: "forgotten" },
      "choose_settlement",
    );
    await done(chair, settle, { settlement: "set-aside" });
    expect(queue(await pageOf(one, id))).toMatch(/1 pregunta atendida.*¿Primera\?.*Apartada/s);
    await refusedAs(one, (language) => vote(first, language), { wanted: "1" }, "question_settled");
  });

  test("of another room, or of none, are not there", async () => {
    const [room, elsewhere] = [await aRoom(), await aRoom()];
    const theirs = await aQuestion(elsewhere);
    for (const which of [theirs, randomUUID(), "x"])
      for (const [act, form] of [
        ["vote", { wanted: "1" }],
        ["settlement", { settlement: "answered" }],
        ["hiding", { reason: "report" }],
      ] as const)
        expect((await ask(room.chair, takingOf(room.id, "contributions", which, act), form)).status).toBe(
          404,
        );
  });
});

test("a chair hides what was said, with a reason and a note in its place for everyone", async () => {
  const room = await aRoom();
  const { id, chair, one, other } = room;
  const { id: said } = value(await say(world, id, one, "Palabras de más.", { keys }));
  const hide = (language: "es" | "en" = "es") => takingOf(id, "contributions", said, "hiding", language);
  const form = { item: "0", note: "Fuera de lugar." };
  expect(await pageOf(other, id)).not.toContain("Ocultar esta aportación");
  expect((await ask(other, hide(), { ...form, reason: "disrespect" })).status).toBe(403);
  await refusedAs(chair, hide, form, "choose_reason");
  expect((await ask(chair, hide(), form)).page).toContain(">Fuera de lugar.</textarea>");
  expect((await ask(chair, hide(), { ...form, note: "x".repeat(501), reason: "report" })).status).toBe(422);
  expect(await done(chair, hide(), { ...form, reason: "disrespect" })).toContain(`#said-${said}`);
  const page = await pageOf(other, id);
  expect([page.includes("Palabras de más."), page.includes("Fuera de lugar.")]).toEqual([false, true]);
  await refusedAs(chair, hide, { ...form, reason: "report" }, "hidden_already");
});

describe("polls", () => {
  test("that cannot be opened come back whole, with what is missing said at its field", async () => {
    const room = await aRoom();
    const { id, chair, one } = room;
    const refusals: [Form, Reason][] = [
      [{ "option.3.Es": "", "option.3.En": "" }, "poll_options"],
      [{ questionEn: "" }, "poll_incomplete"],
      [{ kind: "opinion" }, "choose_poll_kind"],
      [{ item: "1" }, "item_not_open"],
      [{ item: "9" }, "no_such_item"],
      [{ "option.0.Es": "Sí, en 12 días" }, "languages_differ"],
    ];
    for (const [given, sentences] of refusals) {
      await refusedAs(chair, (language) => actOf(id, "polls", language), pollForm(given), sentences);
      const { page } = await ask(chair, actOf(id, "polls"), pollForm(given));
      expect(page).toContain('value="¿Conviene compartirlo?"');
    }
    expect((await ask(one, actOf(id, "polls"), pollForm())).status).toBe(403);
    expect((await floorOf(room, chair))?.polls).toEqual([]);
  });

  test("are answered once by each, of which nobody sees more than how many until they are closed", async () => {
    const room = await aRoom();
    const { id, chair, one, other, people } = room;
    const poll = await aPoll(room);
    expect(poll.options).toHaveLength(2);
    const ballots = (language: "es" | "en" = "es") => takingOf(id, "polls", poll.id, "ballots", language);
    for (const choices of [[], ["2"], ["-1"], ["0", "1"], ["x"]])
      await refusedAs(one, ballots, { choices }, "ballot_unreadable");
    await done(one, ballots(), { choices: "0" });
    await refusedAs(one, ballots, { choices: "1" }, "voted_already");
    const open = await pageOf(one, id);
    expect(open).toContain("Votó 1 persona");
    expect(open).toContain("El resultado se ve cuando quien preside cierre la votación.");
    expect(open).not.toContain("Lo más elegido");
    for (const by of people.filter((by) => by !== one && by !== other))
      await done(by, ballots(), { choices: "0" });
    expect((await ask(one, takingOf(id, "polls", poll.id, "closing"), {})).status).toBe(403);
    await done(chair, takingOf(id, "polls", poll.id, "closing"));

    const late = await ask(other, ballots(), { choices: "1" });
    expect(late.status).toBe(422);
    for (const words of ["La votación ya se cerró. Su voto no se contó.", "Usted había elegido: No."])
      expect(late.page).toContain(words);
    const lateEn = (await ask(other, ballots("en"), { choices: "0" })).page;
    expect(lateEn).toContain("You had chosen: Yes, now.");
    const closed = await pageOf(other, id, "en");
    for (const words of ["Chosen most: “Yes, now” (3 of 3).", "See the table", "3 people voted"])
      expect(closed).toContain(words);
  });

  test("with fewer than three votes tell nothing more, and say why", async () => {
    const room = await aRoom();
    const { id, chair, one } = room;
    const poll = await aPoll(room, { kind: "scale" });
    expect(poll).toMatchObject({ kind: "scale", options: [] });
    await done(one, takingOf(id, "polls", poll.id, "ballots"), { choices: "4" });
    await Promise.all([
      done(chair, takingOf(id, "polls", poll.id, "ballots"), { choices: "3" }),
      ask(chair, takingOf(id, "polls", poll.id, "ballots"), { choices: "3" }),
    ]).catch(() => undefined);
    expect((await floorOf(room, one))?.polls[0]?.voters).toBe(2);
    await done(chair, takingOf(id, "polls", poll.id, "closing"));
    expect(await pageOf(one, id)).toContain("Resultado reservado: votaron menos de tres personas");
  });

  test("of several choices count each of them", async () => {
    const room = await aRoom();
    const poll = await aPoll(room, { kind: "multiple", "option.7.Es": "Quizá", "option.7.En": "Perhaps" });
    for (const by of [room.one, room.other, room.chair])
      await done(by, takingOf(room.id, "polls", poll.id, "ballots"), { choices: ["0", "2"] });
    await done(room.chair, takingOf(room.id, "polls", poll.id, "closing"));
    expect((await floorOf(room, room.one))?.polls[0]?.counts).toEqual([3, 0, 3]);
    expect(await pageOf(room.one, room.id)).toContain("Lo más elegido: “Sí, ahora” y “Quizá” (3 de 3).");
  });
});

describe("while a session goes on", () => {
  const acts = (room: Room): [string, Form][] => [
    [actOf(room.id, "hands"), {}],
    [actOf(room.id, "floor"), { item: "0" }],
    [actOf(room.id, "stops"), { item: "0", reason: "prices" }],
    [actOf(room.id, "polls"), pollForm()],
    [takingOf(room.id, "hands", room.one.memberId, "withdrawal"), {}],
  ];

  test("other terms stop every act until they are accepted", async () => {
    const room = await aRoom();
    const words = text("Otras condiciones.", "Other terms.");
    value(
      await changeTerms(world.db, {
        roundtableId: room.id,
        words,
        version: 1,
        keys,
        by: room.chair,
        at: new Date(),
      }),
    );
    for (const [path, form] of acts(room)) {
      const { status, page } = await ask(room.chair, path, form);
      expect([path, status, page.includes("acepte antes las condiciones que rigen ahora")]).toEqual([
        path,
        422,
        true,
      ]);
    }
    expect((await ask(room.one, paths.room("es", room.id))).to).toBe(paths.roomTerms("es", room.id));
  });

  test("whoever is no longer in it is answered as for a session that does not exist", async () => {
    const room = await aRoom();
    const nowhere = { ...room, id: randomUUID() };
    await world.owner`update roundtable_seats set withdrawn_at = now(), withdrawn_by = ${room.houses[1].officer.memberId} where roundtable_id = ${room.id} and member_id = ${room.other.memberId}`;
    const without = (page: string) =>
      page
        .replaceAll(room.id, "ID")
        .replaceAll(nowhere.id, "ID")
        .replace(/nonce="[^"]*"|[0-9a-f-]{36}/g, "");
    for (const [n, [path, form]] of acts(room).entries()) {
      const [elsewhere = ""] = acts(nowhere)[n] ?? [];
      const [there, none] = [await ask(room.other, path, form), await ask(room.other, elsewhere, form)];
      expect([path, there.status]).toEqual([path, 404]);
      expect(without(there.page)).toBe(without(none.page));
    }
    expect((await ask(room.one, paths.room("es", room.id))).status).toBe(200);
    await world.owner`update organisations set vetting = 'revoked' where id = ${room.houses[0].organisation.id}`;
    for (const [n, [path, form]] of acts(room).entries()) {
      const [elsewhere = ""] = acts(nowhere)[n] ?? [];
      const [there, none] = [await ask(room.one, path, form), await ask(room.one, elsewhere, form)];
      expect([path, there.status, there.to]).toEqual([path, 302, none.to]);
    }
    expect((await floorOf(room, room.chair))?.hands).toEqual([]);
  });

  test("its end by the clock ends every act, and its floor stays to be read", async () => {
    const room = await aRoom();
    const poll = await aPoll(room);
    await world.owner`update roundtables set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute' where id = ${room.id}`;
    for (const [path, form] of [
      ...acts(room),
      [takingOf(room.id, "polls", poll.id, "ballots"), { choices: "0" }] as [string, Form],
    ])
      await refusedAs(room.chair, (language) => path.replace("/es/", `/${language}/`), form, "session_over");
    const page = await pageOf(room.chair, room.id);
    expect(page).toContain("La sesión terminó. Esto queda como estaba.");
    for (const words of ["Pedir la palabra<", "Abrir una votación", "Detener la conversación…"])
      expect(page).not.toContain(words);
  });
});

describe("who somebody is has to be confirmed within ten minutes", () => {
  const longAgo = new Date(Date.now() - 601_000);
  const api = async (by: Member, method: string, path: string, json: unknown, confirmedAt?: Date) => {
    const answer = await site.ask(`/api/v1${path}`, {
      method,
      headers: {
        Cookie: await cookieOf(by, confirmedAt),
        Origin: site.origin,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(json),
    });
    return { status: answer.status, type: (JSON.parse(await answer.text()) as { type?: string }).type };
  };

  test("before other terms are written", async () => {
    const { id, chair, one, lead } = await aRoom();
    const form = { version: "1", termsEs: "Rigen otras.", termsEn: "Others hold." };
    const page = await ask(chair, paths.newTerms("es", id));
    expect([page.status, page.page.includes("Esta es una sesión cerrada.")]).toEqual([200, true]);
    for (const where of [id, randomUUID()]) {
      const held = await ask(chair, paths.newTerms("es", where), form, longAgo);
      expect([held.status, held.page.includes("Rigen otras."), held.page.includes("Confirme")]).toEqual([
        403,
        true,
        true,
      ]);
      const words = { words: text("Rigen otras.", "Others hold."), version: 1 };
      expect(await api(chair, "PUT", `/roundtables/${where}/terms`, words, longAgo)).toEqual({
        status: 403,
        type: "/problems/step_up_needed",
      });
    }
    expect((await ask(one, paths.newTerms("es", id))).status).toBe(403);
    expect((await ask(lead.outside, paths.newTerms("es", id))).status).toBe(404);
    const unequal = await ask(chair, paths.newTerms("en", id), { ...form, termsEn: "" });
    expect([unequal.status, unequal.page.includes("Rigen otras.")]).toEqual([422, true]);
    expect(await done(chair, paths.newTerms("es", id), form)).toBe(paths.roomTerms("es", id));
    const stale = await ask(chair, paths.newTerms("es", id), { ...form, termsEs: "Y otras." });
    expect([stale.status, stale.page.includes("Alguien cambió este texto")]).toEqual([409, true]);
  });

  test("before terms are accepted", async () => {
    const { id, one } = await aRoom();
    const accepted = { version: 1, language: "es" };
    const step = { status: 403, type: "/problems/step_up_needed" };
    for (const where of [id, randomUUID()])
      expect(await api(one, "POST", `/roundtables/${where}/acceptance`, accepted, longAgo)).toEqual(step);
    expect((await api(one, "POST", `/roundtables/${id}/acceptance`, accepted)).status).toBe(200);
  });
});
