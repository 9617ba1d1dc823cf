import { describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import { paths } from "~/paths";
import { aMember } from "../support/people";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aBank } from "../support/vetting";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);

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

describe("the address of an act", () => {
  const id = "6f1d3c64-2d61-4c0e-9d6f-6f3a1f0e7b11";
  const organisation = (lang: Language) => paths.organisation(lang, id);
  const places: [string, (lang: Language) => string][] = [
    ...(["approval", "refusal", "measures", "invitation"] as const).map(
      (act): [string, (lang: Language) => string] => [`/organisations/${id}/${act}`, organisation],
    ),
    [`/organisations/${id}/invitation/sending`, organisation],
    [`/organisations/${id}/measures/${id}/confirmation`, organisation],
    [`/people/invitations/${id}/withdrawal`, paths.people],
    [`/me/tokens/${id}/revocation`, paths.myTokens],
    [`/me/calendar/${id}/revocation`, paths.myCalendar],
    [`/me/feeds/${id}/revocation`, paths.myFeeds],
    [`/me/sessions/${id}/end`, paths.mySessions],
    [`/me/passkeys/${id}/removal`, paths.mySignIn],
  ];

  test.each(places)("%s, opened, leads to the page that it is of", async (path, page) => {
    for (const lang of ["es", "en"] as const) {
      const answer = await site.ask(`/${lang}${path}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([302, page(lang)]);
    }
  });

  test("tells who is refused there why, and keeps what was typed", async () => {
    const { officer, bank } = {
      officer: await aMember(world, { roles: ["officer"] }),
      bank: await aBank(world, "vetted"),
    };
    const { cookie } = await aSession(world, officer);
    const send = (path: string) =>
      site.ask(path, {
        method: "POST",
        headers: { Cookie: cookie, Origin: site.origin },
        body: new URLSearchParams({ kind: "suspension", reason: "corto" }),
      });
    const path = paths.organisationAct("es", bank.id, "measures");
    for (const place of [path, `${path}.data`]) {
      const answer = await send(place);
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("corto")]);
    }
    // What scripts ask for after it leaves the answer where it is.
    const after = await site.ask(`${path}.data`, { headers: { Cookie: cookie } });
    expect(await after.text()).not.toContain(paths.organisation("es", bank.id));
  });
});
