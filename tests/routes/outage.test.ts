import { describe, expect, test } from "vitest";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { faces } from "~/styles/faces";
import { connect, useDatabase as serveFrom } from "~db/client.server";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);

describe("while the database is away", () => {
  test("pages say so in the reader's language, programs get a problem, and it mends itself", async () => {
    const away = connect("postgres://ribera_web:x@127.0.0.1:1/none", { max: 1 });
    const back = connect(world.webUrl, { max: 2 });
    serveFrom(away);
    try {
      const session = { Cookie: "ribera_session=abc" };
      const spanish = await site.ask("/es/sign-in", { headers: session });
      expect(spanish.status).toBe(503);
      expect(spanish.headers.get("retry-after")).toBe("5");
      expect(spanish.headers.get("content-language")).toBe("es");
      const page = await spanish.text();
      expect(page).toContain("El servicio vuelve en un momento");
      for (const face of faces) expect(page, "the house's faces").toContain(`url("${face}")`);

      const english = await site.ask("/en/sign-in", { headers: session });
      expect(await english.text()).toContain("The service will be back in a moment");

      const asked = await site.ask("/demo", { headers: { "Accept-Language": "en" } });
      expect(asked.status).toBe(503);
      expect(asked.headers.get("content-language")).toBe("en");

      const program = await site.ask("/demo/token", {
        method: "POST",
        body: new URLSearchParams({ persona: "x" }),
      });
      expect(program.status).toBe(503);

      expect((await site.ask("/healthz")).status).toBe(200);
      expect((await site.ask("/readyz")).status).toBe(503);

      serveFrom(back);
      expect((await site.ask("/es/sign-in", { headers: session })).status).toBe(200);
      expect((await site.ask("/readyz")).status).toBe(200);
    } finally {
      await away.close();
      await back.close();
    }
  });
});

describe("when a page fails on our side", () => {
  test.each([
    ["es", "Algo falló de nuestro lado"],
    ["en", "Something failed on our side"],
  ] as const)(
    "it says so in %s, and gives the number by which its request is found in the log",
    async (lang, words) => {
      const pool = connect(world.webUrl, { max: 2 });
      serveFrom(pool);
      await world.owner`alter table typologies rename to typologies_away`;
      try {
        const answer = await site.ask(paths.typologies(lang));
        const page = await answer.text();
        expect(answer.status).toBe(500);
        expect(page).toContain(words);
        expect(page).toContain(i18nOf(lang).t("errors:request", { id: answer.headers.get("x-request-id") }));
      } finally {
        await world.owner`alter table typologies_away rename to typologies`;
        await pool.close();
      }
    },
  );
});
