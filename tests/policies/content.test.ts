import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Audience, Tlp } from "~/domain/advisories/advisory.form";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { countFacets } from "~/domain/search/facet-counts.server";
import { asViewer } from "~db/client.server";
import {
  aDraft,
  aFlag,
  anIssued,
  aSection,
  aStaff,
  at,
  clear,
  type Staff,
  text,
  value,
} from "../support/desk";
import { aHouse, aMember, anOfficer, anOrganisation } from "../support/people";
import { aWorld } from "../support/world";

// What each reader finds with no `where` at all: the wall alone, not the manners of the code above it.

const world = aWorld();
let lead: Staff;
let partner: Staff;
const viewers: Record<string, Viewer> = { "no one": anonymous };
const nobody: Audience = { jurisdictions: [], sectors: [], organisations: [], members: [] };
let draftId: string;
/** Number of an advisory → the name that this test gives it. */
const names = new Map<string, string>();

beforeAll(async () => {
  lead = await aStaff(world);
  partner = await aStaff(world);
  const other = await aStaff(world);
  const bank = await anOrganisation(world, { kind: "institution", jurisdiction: "MX", sector: "bank" });
  const fintech = await anOrganisation(world, { kind: "institution", jurisdiction: "MX", sector: "fintech" });
  const abroad = await anOrganisation(world, { kind: "institution", jurisdiction: "US", sector: "bank" });
  const suspended = await anOrganisation(world, { kind: "institution", jurisdiction: "MX", sector: "bank" });
  const guild = await anOrganisation(world, { kind: "guild" });
  viewers["the lead"] = lead.approver;
  viewers["a joint authority"] = partner.approver;
  viewers["another authority"] = other.approver;
  viewers["a Mexican bank"] = await anOfficer(world, bank);
  viewers["its other officer"] = await anOfficer(world, bank);
  viewers["a Mexican fintech"] = await anOfficer(world, fintech);
  viewers["a bank abroad"] = await anOfficer(world, abroad);
  viewers["a suspended bank"] = await anOfficer(world, suspended);
  viewers["one who left"] = await anOfficer(world, bank);
  viewers["a guild"] = await aMember(world, { organisation: guild, roles: ["observer"] });
  viewers["a civil body"] = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "civil" }),
    roles: ["observer"],
  });
  const house = await aHouse(world);
  viewers["the operator"] = house.operator;
  viewers["the auditor"] = house.auditor;

  const issue = async (name: string, tlp: Tlp, audience: Partial<Audience>, joint: Staff[] = []) => {
    const group = randomUUID();
    const { number } = await anIssued(
      world,
      lead,
      {
        tlp,
        audience: { ...nobody, ...audience },
        title: text(`Zarzamora ${name}`, `Zarzamora ${name}`),
        sections: [aSection()],
        groups: [{ id: group, name: text("Cliente", "Customer") }],
        redFlags: [aFlag(1, { group })],
      },
      joint,
    );
    names.set(number, name);
  };
  const member = (name: string) => viewers[name]?.memberId ?? "";
  await issue("clear", "CLEAR", {});
  await issue("empty", "AMBER", {});
  await issue("jurisdiction", "GREEN", { jurisdictions: ["MX"] });
  await issue("sector", "AMBER", { sectors: ["bank"] });
  await issue("both", "AMBER", { jurisdictions: ["MX"], sectors: ["bank"] });
  await issue("named", "AMBER+STRICT", {
    organisations: [fintech.id, guild.id, other.authority.id, house.organisation.id],
  });
  await issue("person", "RED", { members: [member("a Mexican bank")] });
  await issue("red-wide", "RED", { jurisdictions: ["MX"], sectors: ["bank"], organisations: [bank.id] });
  await issue("joint", "AMBER", {}, [partner]);

  ({ id: draftId } = await aDraft(world, lead, {}, [partner]));
  value(await clear(world, lead.legal, draftId, "legal"));
  value(await commentOnDraft(world.db, { draftId, path: "title", body: "¿Seguro?", by: lead.legal, at }));
  await world.owner`insert into draft_files (draft_id, attachment_id, sha256, size, media_type, uploaded_by, uploaded_at)
    values (${draftId}, ${randomUUID()}, 'x', 1, 'text/plain', ${lead.analyst.memberId}, now())`;
  await world.owner`insert into draft_presence (draft_id, member_id, path, seen_at) values (${draftId}, ${lead.analyst.memberId}, '', now())`;

  await world.owner`update organisations set vetting = 'suspended' where id = ${suspended.id}`;
  await world.owner`update members set left_at = now() where id = ${member("one who left")}`;
});

const all = ["clear", "empty", "jurisdiction", "sector", "both", "named", "person", "red-wide", "joint"];
const mayRead: Record<string, string[]> = {
  "no one": ["clear"],
  "the lead": all,
  "a joint authority": ["clear", "joint"],
  "another authority": ["clear", "named"],
  "a Mexican bank": ["clear", "jurisdiction", "sector", "both", "person"],
  "its other officer": ["clear", "jurisdiction", "sector", "both"],
  "a Mexican fintech": ["clear", "jurisdiction", "named"],
  "a bank abroad": ["clear", "sector"],
  "a suspended bank": ["clear"],
  "one who left": ["clear"],
  "a guild": ["clear", "named"],
  "a civil body": ["clear"],
  "the operator": ["clear"],
  "the auditor": ["clear"],
};

const read = (viewer: string, query: string) =>
  asViewer(world.db, viewers[viewer] ?? anonymous, async (tx) => [
    ...(await tx.execute<Record<string, string>>(sql.raw(query))),
  ]);

// The web role cannot see the ids that it would need to name what it must not see: the owner tells them to the test.
const numberOf = new Map<string, string>();
const keyed: Record<string, string> = {
  advisories: "select id as key from advisories where status <> 'draft'",
  advisory_versions: "select advisory_id as key from advisory_versions",
  version_sections: "select version_id as key from version_sections",
  version_red_flags: "select version_id as key from version_red_flags",
  version_details: "select version_id as key from version_details where kind = 'group'",
  indicators: "select advisory_id as key from indicators",
  advisory_numbers: "select advisory_id as key from advisory_numbers",
};
beforeAll(async () => {
  for (const { id, number } of await world.owner<{ id: string; number: string }[]>`
    select id, number from advisories union all
    select v.id, a.number from advisory_versions v join advisories a on a.id = v.advisory_id`)
    numberOf.set(id, number);
});

describe.each(Object.keys(mayRead))("%s reads", (viewer) => {
  test.each(Object.keys(keyed))("of %s what their keys open, and no other row", async (table) => {
    const rows = await asViewer(world.db, viewers[viewer] ?? anonymous, async (tx) => [
      ...(await tx.execute<{ key: string }>(sql.raw(keyed[table] ?? ""))),
    ]);
    const seen = rows.map(({ key }) => names.get(numberOf.get(key) ?? key) ?? key);
    expect(seen.sort()).toEqual([...(mayRead[viewer] ?? [])].sort());
  });

  test("by search what they may read, and counts nothing else", async () => {
    const [row] = await read(
      viewer,
      `select answer as found from search_advisories('[{"not":false,"exact":false,"any":[{"as":"word","in":"both","text":"zarzamora"}]}]'::jsonb, 'zarzamora', '{}'::jsonb, 'es', 0, 50)`,
    );
    const found = row?.found as unknown as { total: number; page: string[]; sets: number[] };
    const seen = found.page.map((id) => names.get(numberOf.get(id) ?? "") ?? id);
    expect(seen.sort()).toEqual([...(mayRead[viewer] ?? [])].sort());
    expect(found.total).toBe(mayRead[viewer]?.length);
    const counts = await countFacets(world.db, viewers[viewer] ?? anonymous, found.sets);
    const types = [...counts].filter(([facet]) => facet.startsWith("type:"));
    expect(types.map(([, count]) => count)).toEqual([mayRead[viewer]?.length]);
  });

  test("similar red flags among what they may read alone", async () => {
    const rows = await read(
      viewer,
      `select advisory_number as number from similar_red_flags('Una señal que se repite.', 'es', '[]'::jsonb, '{}'::uuid[], 50)`,
    );
    const seen = rows.map(({ number }) => names.get(number ?? "") ?? "?");
    expect(seen.filter((name) => !mayRead[viewer]?.includes(name))).toEqual([]);
  });

  test("of the desk nothing, unless they are of an issuing authority", async () => {
    const staff = viewer === "the lead" || viewer === "a joint authority";
    for (const table of [
      "drafts",
      "draft_edits",
      "clearances",
      "draft_comments",
      "draft_files",
      "draft_presence",
    ]) {
      const key = table === "drafts" ? "id" : "draft_id";
      const rows = await read(viewer, `select 1 from ${table} where ${key} = '${draftId}'`);
      expect(rows.length > 0, table).toBe(staff);
    }
    const others = await read(viewer, "select 1 from drafts");
    if (!staff) expect(others).toEqual([]);
  });

  test("of the audit log nothing, unless they are an auditor", async () => {
    const rows = await read(viewer, "select 1 from audit_events limit 1");
    expect(rows.length > 0).toBe(viewer === "the auditor");
  });
});

test("with no viewer set at all, only what is CLEAR", async () => {
  const rows = await world.db.execute<{ tlp: string }>(sql`select tlp from advisories`);
  expect([...rows]).toEqual([{ tlp: "CLEAR" }]);
  for (const bad of ["not-a-uuid", "' or 1=1"]) {
    const answer = world.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('ribera.member', ${bad}, true)`);
      return tx.execute(sql`select 1 from advisories`);
    });
    await expect(answer).rejects.toThrow();
  }
});

test("a viewer does not outlive its transaction on the connection that it used", async () => {
  await asViewer(world.db, lead.approver, (tx) => tx.execute(sql`select 1`));
  for (let i = 0; i < 12; i++) {
    const [row] = await world.db.execute<{ n: number }>(sql`select count(*)::int as n from advisories`);
    expect(row?.n).toBe(1);
  }
});
