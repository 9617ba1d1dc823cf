import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous, type Member } from "~/domain/members/viewer";
import { asReader, asViewer } from "~db/client.server";
import { members } from "~db/schema";
import { aMember, anOrganisation } from "../support/people";
import { aWorld } from "../support/world";

const world = aWorld();
let officer: Member;
let rival: Member;

beforeAll(async () => {
  officer = await aMember(world, { organisation: await anOrganisation(world, { kind: "institution" }) });
  rival = await aMember(world, { organisation: await anOrganisation(world, { kind: "institution" }) });
});

const colleaguesOf = (db: Parameters<typeof asViewer>[0], viewer: typeof anonymous | Member) =>
  asViewer(db, viewer, (tx) => tx.select({ id: members.id }).from(members));

describe("the reads of one page", () => {
  it("are answered in one transaction, each as it would be by itself", async () => {
    for (const viewer of [officer, rival, anonymous]) {
      const alone = await colleaguesOf(world.db, viewer);
      const [first, second, one, other] = await asReader(world.db, viewer, (tx) =>
        Promise.all([
          colleaguesOf(tx, viewer),
          colleaguesOf(tx, viewer),
          asViewer(tx, viewer, (joined) =>
            joined.execute(sql`select pg_backend_pid() as pid, now() as begun`),
          ),
          asViewer(tx, viewer, (joined) =>
            joined.execute(sql`select pg_backend_pid() as pid, now() as begun`),
          ),
        ]),
      );
      expect(first).toEqual(alone);
      expect(second).toEqual(alone);
      expect([...other]).toEqual([...one]);
    }
  });

  it("are of one viewer: whoever else asks among them is refused, and reads nothing", async () => {
    const mixed = (other: typeof anonymous | Member) =>
      asReader(world.db, officer, (tx) => Promise.all([colleaguesOf(tx, officer), colleaguesOf(tx, other)]));
    await expect(mixed(rival)).rejects.toThrow("one reader");
    await expect(mixed(anonymous)).rejects.toThrow("one reader");
  });

  it("change nothing", async () => {
    const write = asReader(world.db, officer, (tx) =>
      tx.execute(sql`update members set name = 'Otro' where id = ${officer.memberId}`),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  it("leave no name behind on the connection", async () => {
    await asReader(world.db, officer, (tx) => colleaguesOf(tx, officer));
    const [after] = await world.db.execute(sql`select current_setting('ribera.member', true) as member`);
    expect(after?.member || "").toBe("");
  });
});
