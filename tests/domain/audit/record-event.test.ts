import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordEvent } from "~/domain/audit/record-event.server";
import { asViewer } from "~db/client.server";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
beforeAll(async () => {
  world = await freshDatabase();
});
afterAll(() => world.close());

describe("recording an event", () => {
  test("names the member that the transaction was opened for", async () => {
    const analyst = await aMember(world);
    await asViewer(world.db, analyst, (tx) =>
      recordEvent(tx, {
        action: "advisory.published",
        subject: { kind: "advisory", id: "X-1" },
        at: new Date("2026-11-22T10:00:00.123Z"),
      }),
    );
    const [event] = await world.owner`select member_id, organisation_id from audit_events`;
    expect(event).toEqual({ member_id: analyst.memberId, organisation_id: analyst.organisationId });
  });

  test("shows the log to nobody but an auditor", async () => {
    const analyst = await aMember(world);
    const operator = await aMember(world, { roles: ["auditor"] });
    const count = (viewer: typeof analyst) =>
      asViewer(world.db, viewer, async (tx) => (await tx.execute(sql`select 1 from audit_events`)).length);
    expect(await count(analyst)).toBe(0);
    expect(await count(operator)).toBeGreaterThan(0);
  });
});
