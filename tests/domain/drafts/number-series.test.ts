import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualSeries } from "~/domain/advisories/number-pattern";
import { findNumberSeries } from "~/domain/advisories/number-series.server";
import { setNumberSeries } from "~/domain/advisories/set-number-series.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { asViewer } from "~db/client.server";
import { organisations } from "~db/schema";
import { aContent, aStaff, at, reasonOf, type Staff, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let staff: Staff;
let administrator: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  world = await freshDatabase();
  staff = await aStaff(world);
  administrator = await aMember(world, { organisation: staff.authority, roles: ["administrator"] });
});
afterAll(() => world.close());

const give = (series: Record<string, string>, by = administrator) =>
  setNumberSeries(world.db, { series, by, at });
const numbered = async () => {
  const content = aContent(staff);
  return value(await openDraft(world.db, { type: "advisory", content, by: staff.analyst, at })).number;
};

describe("an authority's series of numbers", () => {
  test("numbers what is opened from now on", async () => {
    value(await give({ advisory: "NUEVA-{year}-{n:4}" }));
    expect(await findNumberSeries(world.db, staff.analyst)).toEqual({ advisory: "NUEVA-{year}-{n:4}" });
    expect(await numbered()).toBe("NUEVA-2026-0001");
    value(await give({ advisory: "  OTRA/{year}/{n} " }));
    expect(await numbered()).toBe("OTRA/2026/1");
  });

  test.each([
    "",
    "{year}",
    "A-{n}",
    "A-{year}-{n}-{n:3}",
    "A-{year}-{year}-{n}",
    "A-{year}-{n}-{x}",
    "<b>-{year}-{n}",
    `${"A".repeat(60)}-{year}-{n}`,
  ])("is not set to %j", async (pattern) => {
    const outcome = await give({ alert: pattern });
    expect(outcome.ok ? outcome.value.series : outcome.reason).toEqual(
      pattern === "" ? {} : "series_malformed",
    );
  });

  test("is not shared by two types", async () => {
    const shared = await give({ alert: "A-{year}-{n}", notice: "A-{year}-{n:3}" });
    expect(shared).toMatchObject({ reason: "series_shared", facts: { type: "alert", other: "notice" } });
    value(await give({ alert: "A-{year}-{n}", notice: "N-{year}-{n:3}" }));
  });

  test("may be the usual one of any authority", async () => {
    value(await give(usualSeries("UIF")));
  });

  test("is its own administrator's to set, also for the database", async () => {
    const other = await aMember(world, { roles: ["administrator"] });
    expect(reasonOf(await give({}, staff.analyst))).toBe("not_allowed");
    const before = await findNumberSeries(world.db, administrator);
    for (const by of [staff.analyst, other]) {
      await asViewer(world.db, by, (tx) => tx.update(organisations).set({ numberPatterns: {} })).catch(
        () => {},
      );
    }
    expect(await findNumberSeries(world.db, administrator)).toEqual(before);
  });
});
