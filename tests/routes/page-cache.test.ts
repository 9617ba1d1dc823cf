import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KeptPage, PageCache } from "~/http/server/page-cache";
import { connect, type Pool } from "~db/client.server";
import { type Hearing, hear, hearingName } from "~db/hearing.server";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let pool: Pool;
let cache: PageCache;
let changes: Hearing;

const variant = { etag: '"a"', headers: [], unchanged: [], body: Buffer.from("page") };
const page: KeptPage = { identity: variant, gzip: variant, br: variant };

async function until(is: () => boolean) {
  for (let i = 0; i < 2400 && !is(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(is()).toBe(true);
}

const keep = () => cache.keep("/es", page, cache.generation);

beforeAll(async () => {
  world = await freshDatabase();
  pool = connect(world.webUrl, { max: 2 });
  cache = new PageCache();
  changes = hear(pool, { ribera_public: cache.ear });
  await until(() => cache.isOpen);
});
afterAll(async () => {
  await changes.close();
  await pool.close();
  await world.close();
});

const aTypology = (code: string) => world.owner`
  insert into typologies (code, name_es, name_en, catalogued, added_at) values (${code}, 'Tipología', 'Typology', true, now())`;

describe("a kept page", () => {
  test("is there until something public changes, in whichever process", async () => {
    keep();
    expect(cache.get("/es")).toBe(page);
    await aTypology("one");
    await changes.caughtUp();
    expect(cache.get("/es")).toBeUndefined();
  });

  test("is not kept when it was begun before a change", async () => {
    const { generation } = cache;
    await aTypology("two");
    await changes.caughtUp();
    cache.keep("/es", page, generation);
    expect(cache.get("/es")).toBeUndefined();
  });

  test("is neither served nor kept while changes cannot be heard of", async () => {
    keep();
    await world.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${hearingName} and datname = current_database()`;
    await until(() => !cache.isOpen);
    expect(cache.get("/es")).toBeUndefined();
    keep();
    await until(() => cache.isOpen);
    expect(cache.get("/es")).toBeUndefined();
    keep();
    expect(cache.get("/es")).toBe(page);
    await aTypology("three");
    await changes.caughtUp();
    expect(cache.get("/es")).toBeUndefined();
  });
});

describe("the site", () => {
  let site: Site;
  beforeAll(async () => {
    site = await aSite(world);
    for (let i = 0; i < 1200 && !(await kept("/es")); i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
  afterAll(() => site.close());

  const kept = async (path: string, init?: RequestInit) => (await site.ask(path, init)).headers.has("etag");

  test("keeps a public page, its questions in any order, and no page with a question it does not know", async () => {
    expect(await kept("/es")).toBe(true);
    expect(await kept("/es?page=2&q=x")).toBe(true);
    expect(await kept("/es?tracking=1")).toBe(false);
  });

  test("counts what it serves as it was kept", async () => {
    const served = async () =>
      Number(
        /^ribera_page_cache_hits_total (\d+)$/m.exec(await (await site.ask("/metrics")).text())?.[1] ??
          "none",
      );
    await kept("/es");
    const before = await served();
    await kept("/es");
    await kept("/es/sign-in");
    expect(await served()).toBe(before + 1);
  });

  test("serves the same page in each encoding", async () => {
    const plain = await (await site.ask("/es", { headers: { "Accept-Encoding": "identity" } })).text();
    for (const encoding of ["gzip", "br"]) {
      const answer = await site.ask("/es", { headers: { "Accept-Encoding": encoding } });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      expect(await answer.text()).toBe(plain);
    }
  });

  test("keeps nothing for a reader with a session or a token, and nothing that is not found", async () => {
    expect(await kept("/es", { headers: { Cookie: "ribera_session=x" } })).toBe(false);
    expect(await kept("/es/nowhere")).toBe(false);
    expect(await kept("/es/sign-in")).toBe(false);
    expect(await kept("/es", { headers: { Cookie: "ribera_language=en" } })).toBe(true);
  });

  test("a kept page says what a page rendered afresh says", async () => {
    const strip = (html: string) => html.replace(/ nonce="[^"]*"/g, "");
    const fresh = await site.ask("/es?tracking=1");
    const again = await site.ask("/es");
    const main = (html: string) => /<main[\s\S]*<\/main>/.exec(strip(html))?.[0];
    expect(main(await again.text())).toBe(main(await fresh.text()));
  });
});
