import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMember } from "../../support/people";
import { aProgram, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
let analyst: Program;
let nobody: Program;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  analyst = await aProgram(world, site, await aMember(world));
  nobody = await aProgram(world, site);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const opening = { json: { type: "advisory" } };
const keyed = (key: string, json: unknown = opening.json) => ({ json, headers: { "Idempotency-Key": key } });
const countDrafts = async () => (await world.owner`select count(*)::int as n from drafts`)[0]?.n;

describe("a write with an Idempotency-Key", () => {
  test("sent twice is carried out once and answered with the same bytes", async () => {
    const first = await analyst("POST", "/drafts", keyed("one"));
    const before = await countDrafts();
    const second = await analyst("POST", "/drafts", keyed("one"));
    expect(first.status).toBe(201);
    expect([second.status, second.text, second.headers.get("location")]).toEqual([
      201,
      first.text,
      first.headers.get("location"),
    ]);
    expect(await countDrafts()).toBe(before);
  });

  test("sent five times at once is carried out once", async () => {
    const before = await countDrafts();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => analyst("POST", "/drafts", keyed("five"))),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await countDrafts()).toBe(Number(before) + 1);
  });

  test("is refused when the key stands for another request", async () => {
    await analyst("POST", "/drafts", keyed("other"));
    const answer = await analyst("POST", "/drafts", keyed("other", { type: "alert" }));
    expect(answer).toMatchObject({ status: 422, json: { type: "/problems/idempotency_key_reused" } });
  });

  test("that was refused may be tried again with the same key", async () => {
    expect((await analyst("POST", "/drafts", keyed("again", { type: "advisory", number: "x" }))).status).toBe(
      422,
    );
    expect((await analyst("POST", "/drafts", keyed("again"))).status).toBe(201);
  });

  test("shares its key with nobody: another member's is another", async () => {
    const other = await aProgram(world, site, await aMember(world));
    const mine = await analyst("POST", "/drafts", keyed("shared"));
    const theirs = await other("POST", "/drafts", keyed("shared"));
    expect(theirs.status).toBe(201);
    expect(theirs.json.id).not.toBe(mine.json.id);
  });

  test("that no header can hold is refused", async () => {
    const answer = await analyst("POST", "/drafts", keyed("con espacio"));
    expect(answer).toMatchObject({ status: 400, json: { type: "/problems/idempotency_key_malformed" } });
  });
});

describe("a change of a draft", () => {
  const aDraft = async () => (await analyst("POST", "/drafts", opening)).json.id as string;
  const change = (path: string, was: string, now: string) => ({
    changes: [{ kind: "set", path, was, now }],
  });
  const at = (revision: number, json: unknown) => ({ json, headers: { "If-Match": `"r${revision}"` } });

  test("without If-Match is not taken", async () => {
    const id = await aDraft();
    const answer = await analyst("PATCH", `/drafts/${id}`, { json: change("title/es", "", "Uno") });
    expect(answer).toMatchObject({ status: 428, json: { type: "/problems/precondition_missing" } });
  });

  test("from a revision that is past writes nothing and says each contradiction in words", async () => {
    const id = await aDraft();
    expect((await analyst("PATCH", `/drafts/${id}`, at(1, change("title/es", "", "Uno")))).status).toBe(200);
    const stale = await analyst("PATCH", `/drafts/${id}`, {
      ...at(1, {
        changes: [
          { kind: "set", path: "summary/es", was: "", now: "Nuevo" },
          { kind: "set", path: "title/es", was: "", now: "Dos" },
        ],
      }),
      headers: { "If-Match": '"r1"', "Accept-Language": "es" },
    });
    expect(stale.status).toBe(412);
    expect(stale.json).toMatchObject({
      type: "/problems/stale_revision",
      facts: { revision: 2 },
      errors: [{ pointer: "/changes/1", reason: "conflict_changed", theirs: "Uno", mine: "Dos" }],
    });
    expect(stale.json.detail).toContain("ahora está en la 2");
    expect(stale.json.errors[0].detail).toContain("Otra persona cambió");
    const { content, revision } = (await analyst("GET", `/drafts/${id}`)).json;
    expect([revision, content.title.es, content.summary.es]).toEqual([2, "Uno", ""]);
  });

  test("from a past revision is refused even where nothing contradicts", async () => {
    const id = await aDraft();
    await analyst("PATCH", `/drafts/${id}`, at(1, change("title/es", "", "Uno")));
    const stale = await analyst("PATCH", `/drafts/${id}`, at(1, change("title/en", "", "One")));
    expect(stale).toMatchObject({ status: 412, json: { errors: [] } });
    expect((await analyst("GET", `/drafts/${id}`)).json.content.title.en).toBe("");
  });

  test("of two that read the same revision, one is taken", async () => {
    const id = await aDraft();
    const answers = await Promise.all(
      ["Uno", "Dos"].map((now) => analyst("PATCH", `/drafts/${id}`, at(1, change("title/es", "", now)))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test("of which a part does not fit is not written in part", async () => {
    const id = await aDraft();
    const answer = await analyst(
      "PATCH",
      `/drafts/${id}`,
      at(1, {
        changes: [
          { kind: "set", path: "title/es", was: "", now: "Uno" },
          { kind: "set", path: "nowhere/at/all", was: "", now: "x" },
        ],
      }),
    );
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: "/changes/1" }] } });
    expect((await analyst("GET", `/drafts/${id}`)).json.revision).toBe(1);
  });
});

describe("a request that does not fit", () => {
  test("says where and why, in the language that it accepts", async () => {
    const answer = await analyst("POST", "/drafts", {
      json: { type: "rumour", extra: 1 },
      headers: { "Accept-Language": "es-MX,es;q=0.9" },
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(answer.headers.get("content-language")).toBe("es");
    expect(answer.json.errors).toEqual([
      {
        pointer: "/type",
        in: "body",
        reason: "unknown_value",
        detail: "El valor no es uno de los admitidos.",
      },
      {
        pointer: "/extra",
        in: "body",
        reason: "unknown_field",
        detail: "No existe un campo con este nombre.",
      },
    ]);
  });

  test.each([
    ["malformed JSON", { body: "{", headers: { "Content-Type": "application/json" } }, 400, "malformed_json"],
    [
      "another media type",
      { body: "a=1", headers: { "Content-Type": "text/plain" } },
      415,
      "media_type_unknown",
    ],
    ["no body", {}, 415, "media_type_unknown"],
  ])("with %s is told so", async (_, sending, status, reason) => {
    expect(await analyst("POST", "/drafts", sending)).toMatchObject({
      status,
      json: { status, type: `/problems/${reason}` },
    });
  });

  test("by a method that the address does not take is told which it takes", async () => {
    const answer = await analyst("PUT", "/drafts");
    expect(answer).toMatchObject({ status: 405, json: { type: "/problems/method_unknown" } });
    expect(answer.headers.get("allow")).toBe("GET, POST");
    expect((await analyst("GET", "/imports")).headers.get("allow")).toBe("POST");
    expect((await nobody("OPTIONS", "/imports")).headers.get("allow")).toBe("POST");
    expect((await nobody("PROPFIND", "/imports")).status).toBe(405);
  });

  test("with a cursor of another list, or none of ours, is told so", async () => {
    for (const cursor of ["x", Buffer.from("0123456789 20").toString("base64url")]) {
      expect((await nobody("GET", `/typologies?cursor=${cursor}`)).json).toMatchObject({
        status: 400,
        type: "/problems/cursor_unknown",
      });
    }
  });

  test.each(["?q=%20", "?year=soon", "?colour=red", `?q=${"a".repeat(10_000)}`])(
    "in its query (%s) is a problem, not a page",
    async (query) => {
      const answer = await nobody("GET", `/red-flags${query}`);
      expect(answer.status).toBeLessThan(500);
      if (query.startsWith("?q=a")) expect(answer.json.items).toEqual([]);
      else expect(answer.status).toBe(422);
    },
  );

  test("and one by nobody is never sent to a sign-in page", async () => {
    const answer = await nobody("GET", "/drafts");
    expect(answer).toMatchObject({ status: 401, json: { type: "/problems/not_signed_in" } });
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

test("a long list goes on where its cursor says, and each item comes once", async () => {
  await world.owner`insert into typologies (code, name_es, name_en, catalogued, added_at)
    select 'code-' || n, 'n' || n, 'n' || n, true, now() from generate_series(1, 230) n`;
  const codes: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: { items: { code: string }[]; next: string | null } = (
      await nobody("GET", `/typologies${next ? `?cursor=${next}` : ""}`)
    ).json;
    codes.push(...page.items.map(({ code }) => code));
    next = page.next;
  }
  expect(codes.length).toBeGreaterThanOrEqual(230);
  expect(new Set(codes).size).toBe(codes.length);
});
