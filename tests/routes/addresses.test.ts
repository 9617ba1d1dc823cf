import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

describe("the address without a language", () => {
  test.each([
    ["what the reader chose before", { Cookie: "ribera_language=en", "Accept-Language": "es" }, "/en"],
    ["what the browser asks for", { "Accept-Language": "en-GB,en;q=0.9,es;q=0.5" }, "/en"],
    ["a regional Spanish", { "Accept-Language": "fr;q=0.9, es-419;q=0.8" }, "/es"],
    ["Spanish where neither is spoken", { "Accept-Language": "fr" }, "/es"],
    ["Spanish where nothing is said", {}, "/es"],
  ])("leads to %s", async (_, headers: Record<string, string>, home) => {
    const answer = await site.ask("/", { headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(home);
    expect(answer.headers.get("vary")).toMatch(/Accept-Language/i);
  });
});

describe("an address that leads nowhere", () => {
  test.each([
    ["/es/nada", "es", "Aquí no hay ninguna página"],
    ["/en/nothing", "en", "There is no page here"],
    ["/fr/advisories", "en", "There is no page here"],
    ["/fr", "en", "There is no page here"],
  ])("%s answers 404 in the reader's language", async (path, language, words) => {
    const answer = await site.ask(path, { headers: { "Accept-Language": "en" } });
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain(`<html lang="${language === "es" ? "es-MX" : "en-US"}"`);
    expect(html).toContain(words);
  });

  test.each(["/%ff", "/es/%E0%A4%A", "/es/a%00b", "//example.org/x"])(
    "%s is not an address",
    async (path) => {
      expect((await site.ask(path)).status).toBe(400);
    },
  );

  test("a document that is not there is a problem for programs, in the language they accept", async () => {
    const answer = await site.ask("/advisories/NONE-2026-A-001.json", {
      headers: { "Accept-Language": "en" },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status: 404,
      type: "/problems/not_found",
      detail: "Not found.",
    });
  });

  test("an endless address is refused with a sentence", async () => {
    const answer = await site.ask(`/es/advisories?q=${"a".repeat(50_000)}`);
    expect(answer.status).toBe(414);
    expect(await answer.text()).toContain("La dirección es demasiado larga");
  });

  test("a slash too many leads to the page itself", async () => {
    const answer = await site.ask("/es/advisories/?q=x");
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe("/es/advisories?q=x");
  });

  test("figures of operation are for this machine, not for who comes through a proxy", async () => {
    expect((await site.ask("/metrics")).status).toBe(200);
    expect((await site.ask("/metrics", { headers: { "X-Forwarded-For": "203.0.113.9" } })).status).toBe(404);
  });
});
