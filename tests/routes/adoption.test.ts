import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeItem } from "~/domain/adoption/change-item.server";
import { listOccasions } from "~/domain/calendar/calendar.server";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aBoard, anInstitution, type Institution } from "../support/adoption";
import { aStaff, at, type Staff, value } from "../support/desk";
import { aHouse } from "../support/people";
import { aProgram, aToken } from "../support/program";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let lead: Staff;
let bank: Institution;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  lead = await aStaff(world);
  bank = await anInstitution(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const cookieOf = async (member: Member) => ({ Cookie: (await aSession(world, member)).cookie });
const see = async (member: Member, path: string) => site.ask(path, { headers: await cookieOf(member) });
const send = async (member: Member, path: string, fields: Record<string, string | string[]> = {}) => {
  const body = new URLSearchParams();
  for (const [name, one] of Object.entries(fields)) for (const each of [one].flat()) body.append(name, each);
  const headers = { ...(await cookieOf(member)), Origin: site.origin };
  return site.ask(path, { method: "POST", body, headers, redirect: "manual" });
};
const item = (n: number) => ({
  revision: String(n),
  version: "1",
  state: "not-started",
  ownerId: "",
  dueOn: "",
  note: "",
});

describe("the pages of boards", () => {
  test("are the institution's, and to everybody else as if there were none", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const other = await anInstitution(world);
    const { operator, auditor } = await aHouse(world);
    for (const path of [
      paths.board("es", number),
      paths.boardItem("es", number, idOf(1)),
      paths.boardCsv("es", number),
    ]) {
      expect((await see(bank.administrator, path)).status, path).toBe(200);
      for (const stranger of [lead.analyst, operator, auditor]) {
        expect((await see(stranger, path)).status, path).toBe(404);
      }
    }
    // Another institution has no board of it: it is led to where one is begun, whether or not others have one.
    const answer = await see(other.analyst, paths.board("es", number));
    expect([answer.status, answer.headers.get("location")]).toEqual([302, paths.advisory("es", number)]);
    expect((await see(other.analyst, paths.boardItem("es", number, idOf(1)))).status).toBe(404);
    expect((await see(other.analyst, paths.boardCsv("es", number))).status).toBe(404);
  });

  test("are begun from the advisory's page, by who may", async () => {
    const { number } = await aBoard(world, lead, bank);
    const other = await anInstitution(world);
    const begin = i18nOf("es").t("adoption:call.begin");
    const page = async (member: Member) => (await see(member, paths.advisory("es", number))).text();
    expect(await page(other.analyst)).toContain(begin);
    expect(await page(other.administrator)).not.toContain(begin);
    expect(await page(lead.analyst)).not.toContain(paths.board("es", number));
    const sent = await send(other.analyst, paths.boardAcknowledgement("es", number));
    expect(sent.headers.get("location")).toBe(paths.board("es", number));
    expect(await page(other.administrator)).toContain(i18nOf("es").t("adoption:call.open"));
    expect((await send(other.administrator, paths.boardAcknowledgement("es", number))).status).toBe(403);
  });

  test("show both texts when two wrote at once, with nothing typed lost; saving again joins what was not touched", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const path = paths.boardItem("es", number, idOf(1));
    const first = await send(bank.officer, path, { ...item(0), state: "tuned", note: "Lo primero." });
    expect(first.status).toBe(302);
    const second = await send(bank.analyst, path, { ...item(0), note: "Lo segundo." });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain("Lo primero.");
    expect(page).toContain("Lo segundo.");
    expect(page).toMatch(/name="seen" value="1"/);
    const third = await send(bank.analyst, path, { ...item(0), seen: "1", note: "Lo segundo." });
    expect(third.headers.get("location")).toBe(`${paths.board("es", number)}#${paths.boardAnchor(idOf(1))}`);
    const after = await (await see(bank.analyst, path)).text();
    expect(after).toContain(i18nOf("es").t("adoption:state.tuned"));
    // The first words stay in the history.
    expect(after).toContain("Lo primero.");
  });

  test("say at the field what does not fit", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const answer = await send(bank.analyst, paths.boardItem("en", number, idOf(1)), {
      ...item(0),
      dueOn: "2026-13-45",
      note: "Kept.",
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(i18nOf("en").t("refused:due_unreadable"));
    expect(page).toContain("Kept.");
  });

  test("change many and undo it", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const sent = await send(bank.analyst, paths.boardChanges("es", number), {
      version: "1",
      back: "state=not-started",
      state: "not-applicable",
      "redFlags[]": [idOf(1), idOf(2)],
      "listed[]": [idOf(1), idOf(2), idOf(3)],
    });
    const there = new URL(sent.headers.get("location") ?? "", site.origin);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({ state: "not-started", changed: "2" });
    const batch = there.searchParams.get("batch") ?? "";
    expect(await (await see(bank.analyst, there.pathname + there.search)).text()).toContain(
      paths.boardUndoing("es", number, batch),
    );
    const undone = await send(bank.analyst, paths.boardUndoing("es", number, batch));
    expect(undone.headers.get("location")).toContain("restored=2");
    const none = await send(bank.analyst, paths.boardChanges("es", number), { version: "1", state: "tuned" });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain(i18nOf("es").t("refused:no_red_flag_chosen"));
  });

  test("are narrowed by their filters", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const own = { ownerId: bank.analyst.memberId, dueOn: "2020-01-01" };
    value(
      await changeItem(world.db, {
        number,
        publicId: idOf(2),
        revision: 0,
        given: own,
        by: bank.officer,
        at,
      }),
    );
    const shown = async (query: Record<string, string>) =>
      [1, 2, 3].filter(
        (
          (text) => (n: number) =>
            text.includes(`id="${paths.boardAnchor(idOf(n))}"`)
        )(await (await see(bank.analyst, paths.board("es", number, query))).text()),
      );
    expect(await shown({})).toEqual([1, 2, 3]);
    expect(await shown({ owner: "me" })).toEqual([2]);
    expect(await shown({ owner: "none" })).toEqual([1, 3]);
    expect(await shown({ due: "overdue" })).toEqual([2]);
    expect(await shown({ due: "none", state: "not-started" })).toEqual([1, 3]);
    expect(await shown({ state: "decided" })).toEqual([]);
    expect(await shown({ state: "nonsense" })).toEqual([1, 2, 3]);
  });

  test("go out as CSV in which no note starts a formula", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const given = { note: '=HYPERLINK("https://x.example")' };
    value(
      await changeItem(world.db, { number, publicId: idOf(1), revision: 0, given, by: bank.analyst, at }),
    );
    const answer = await see(bank.analyst, paths.boardCsv("es", number));
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const text = await answer.text();
    expect(text).toContain(`"'=HYPERLINK(""https://x.example"")"`);
    expect(text.split("\r\n").filter((line) => line.startsWith(number))).toHaveLength(3);
  });

  test("tell who looks after something what waits, on today's page and in the calendar, without a name", async () => {
    const other = await anInstitution(world);
    const { id, number, idOf } = await aBoard(world, lead, other);
    const own = { ownerId: other.analyst.memberId, dueOn: "2026-12-15" };
    for (const n of [1, 2]) {
      value(
        await changeItem(world.db, {
          number,
          publicId: idOf(n),
          revision: 0,
          given: own,
          by: other.officer,
          at,
        }),
      );
    }
    expect(await (await see(other.analyst, paths.today("es"))).text()).toContain(idOf(1));
    expect(await (await see(other.officer, paths.today("es"))).text()).not.toContain(idOf(1));
    expect(await listOccasions(world.db, other.analyst, { at })).toEqual([
      {
        uid: `adoption-due-${id}-2026-12-15`,
        kind: "adoption-due",
        when: { day: "2026-12-15" },
        changedAt: at,
        about: { boardId: id },
      },
    ]);
    expect(await listOccasions(world.db, other.officer, { at })).toEqual([]);
  });

  test("end for who leaves at the next request", async () => {
    const other = await anInstitution(world);
    const { number } = await aBoard(world, lead, other);
    const headers = await cookieOf(other.analyst);
    const token = await aToken(world, other.analyst);
    const ask = (path: string, given: Record<string, string>) =>
      site.ask(path, { headers: given, redirect: "manual" });
    const bearer = { Authorization: `Bearer ${token}` };
    expect((await ask(paths.board("es", number), headers)).status).toBe(200);
    expect((await ask("/api/v1/adoption-boards", bearer)).status).toBe(200);
    await world.owner`update members set left_at = now() where id = ${other.analyst.memberId}`;
    expect((await ask(paths.board("es", number), headers)).status).toBe(302);
    expect((await ask(paths.boardCsv("es", number), headers)).status).toBe(302);
    expect((await ask("/api/v1/adoption-boards", bearer)).status).toBe(401);
  });
});

describe("a bank's own program", () => {
  test("acknowledges, reads, changes as of a revision, changes many once and undoes", async () => {
    const other = await anInstitution(world);
    const { number } = await aBoard(world, lead, bank);
    const ask = await aProgram(world, site, other.analyst);
    const own = `/adoption-boards/${number}`;
    expect((await ask("GET", `${own}/red-flags`)).status).toBe(404);
    expect(await ask("POST", `${own}/acknowledgements`)).toMatchObject({
      status: 201,
      json: { number, version: 1 },
    });
    const { json } = await ask("GET", `${own}/red-flags`);
    expect(json).toMatchObject({ items: [{ state: "not-started", revision: 0 }, {}, {}], next: null });

    const one = `${own}/red-flags/${number}/1`;
    const patch = (tag: string, body: object) =>
      ask("PATCH", one, { json: body, headers: { "If-Match": tag } });
    expect((await ask("PATCH", one, { json: { state: "tuned" } })).status).toBe(428);
    const changed = await patch('"r0"', { state: "tuned", note: "Regla 1." });
    expect(changed).toMatchObject({ status: 200, json: { revision: 1, changed: ["state", "note"] } });
    expect(changed.headers.get("etag")).toBe('"r1"');
    expect(await patch('"r0"', { note: "Otra." })).toMatchObject({
      status: 412,
      json: { type: "/problems/item_changed_meanwhile" },
    });
    expect((await patch('"r0"', { dueOn: "2026-12-24" })).status).toBe(200);
    expect((await patch("*", { note: "x" })).status).toBe(412);
    expect((await patch('"r2"', { state: "done" })).status).toBe(422);

    const headers = { "Idempotency-Key": "a-key" };
    const many = { redFlags: [`${number}#RF-02`, `${number}#RF-03`], state: "declined" };
    const bulk = await ask("POST", `${own}/changes`, { json: many, headers });
    expect(bulk).toMatchObject({ status: 201, json: { changed: 2, same: 0 } });
    expect((await ask("POST", `${own}/changes`, { json: many, headers })).json).toEqual(bulk.json);
    expect(await ask("DELETE", `${own}/changes/${bulk.json.id}`)).toMatchObject({
      json: { restored: 2, kept: 0 },
    });
    expect((await ask("GET", `${own}/red-flags?state=tuned`)).json.items).toHaveLength(1);
    expect((await ask("GET", "/adoption-boards")).json).toMatchObject({
      items: [{ number, progress: { total: 3, decided: 1 }, acknowledged: { version: 1 } }],
    });
  });

  test("of an authority or the operator reads none", async () => {
    const { number } = await aBoard(world, lead, bank);
    const { operator } = await aHouse(world);
    for (const stranger of [lead.analyst, operator]) {
      const ask = await aProgram(world, site, stranger);
      expect((await ask("GET", "/adoption-boards")).status).toBe(403);
      expect((await ask("GET", `/adoption-boards/${number}/red-flags`)).status).toBe(404);
      expect((await ask("POST", `/adoption-boards/${number}/acknowledgements`)).status).toBe(403);
    }
  });
});
