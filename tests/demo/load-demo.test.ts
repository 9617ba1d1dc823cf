import { afterAll, beforeAll, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { listDrafts } from "~/domain/drafts/drafts.server";
import { anonymous } from "~/domain/members/viewer";
import { findTechniques } from "~/domain/typologies/typologies.server";
import { connect } from "~db/client.server";
import { demoPeople } from "~db/demo/people";
import { demoStories } from "~db/demo/stories";
import { loadTechniques } from "~db/reference/load-techniques.server";
import { demoDatabase } from "../support/demo";
import type { World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await demoDatabase();
});
afterAll(() => world.close());

test("every advisory of the demo passes the same checks and clearances as anyone's", async () => {
  for (const story of demoStories.filter(({ publishedOn }) => publishedOn.length > 0)) {
    const [row] =
      await world.owner`select current_version, tlp from advisories where number = ${story.number}`;
    expect(row?.current_version, story.number).toBe(story.publishedOn.length);
    const seen = await findAdvisory(world.db, anonymous, story.number);
    expect(seen !== undefined, story.number).toBe(row?.tlp === "CLEAR");
  }
});

test("an anonymous reader sees no red flag above CLEAR", async () => {
  for (const story of demoStories) {
    const seen = await findAdvisory(world.db, anonymous, story.number);
    expect(seen?.content.redFlags.every(({ tlp }) => tlp === "CLEAR") ?? true).toBe(true);
    expect(seen?.content.sections.every(({ tlp }) => tlp === "CLEAR") ?? true).toBe(true);
  }
});

test("there is a persona for every key of the contract", async () => {
  const keys = demoPeople.map(({ key }) => key);
  for (const key of ["fincen-analyst", "uif-officer-2", "lone-pine-trust-analyst", "outsider", "auditor"]) {
    expect(keys).toContain(key);
  }
});

test("drafts are seen by the authorities that share them and by nobody else", async () => {
  const open = demoStories.filter(({ versions, publishedOn }) => versions.length > publishedOn.length);
  expect(open.length).toBeGreaterThan(0);
  expect(await listDrafts(world.db, anonymous)).toEqual([]);
});

test.each([
  ["estructuración", "T0016"],
  ["ESTRUCTURACION", "T0016"],
  ["mulas de dinero", "T0011"],
  ["cuenta embudo", "T0083"],
  ["contrabando de efectivo", "T0065"],
  ["empresas fachada", "T0001"],
  ["combustible", "T0111.001"],
  ["structuring", "T0016"],
])("a technique is found by the words of its subject in Spanish: %s", async (q, id) => {
  const found = await findTechniques(world.db, anonymous, { q });
  expect(found.map(({ externalId }) => externalId)).toContain(id);
  expect(found.length).toBeLessThan(20);
});

test("the AMLTRIX vocabulary loads whole, and twice is the same as once", async () => {
  const owner = connect(world.ownerUrl, { max: 1 });
  await loadTechniques(owner.db);
  await loadTechniques(owner.db);
  await owner.close();
  const found = await findTechniques(world.db, anonymous, { q: "fuel transaction" });
  expect(found.map(({ externalId }) => externalId)).toEqual(["T0111.001"]);
});
