import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { asViewer, connect } from "~db/client.server";
import { requireBoundRole } from "~db/web-role.server";
import { aMember, anOrganisation } from "./support/people";
import { freshDatabase, type World } from "./support/world";

let world: World;
let authority: Awaited<ReturnType<typeof anOrganisation>>;
let bank: typeof authority;
const viewers: Record<string, Viewer> = { stranger: anonymous };

beforeAll(async () => {
  world = await freshDatabase();
  authority = await anOrganisation(world, { kind: "authority" });
  bank = await anOrganisation(world, { kind: "institution" });
  const otherBank = await anOrganisation(world, { kind: "institution", jurisdiction: "US" });
  const house = await anOrganisation(world, { kind: "operator" });
  const expired = await anOrganisation(world, { kind: "authority", vetting: "expired" });
  viewers.analyst = await aMember(world, { organisation: authority });
  viewers.officer = await aMember(world, { organisation: bank, roles: ["compliance-officer"] });
  viewers.rival = await aMember(world, { organisation: otherBank, roles: ["compliance-officer"] });
  viewers.observer = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "guild" }),
    roles: ["observer"],
  });
  viewers.operator = await aMember(world, { organisation: house, roles: ["operator"] });
  viewers.auditor = await aMember(world, { organisation: house, roles: ["auditor"] });
  viewers.expired = await aMember(world, { organisation: expired });
  viewers.gone = await aMember(world, { organisation: authority });
  await world.owner`update members set left_at = now() where id = ${viewers.gone.memberId}`;
  viewers.forged = { ...viewers.analyst, memberId: "00000000-0000-4000-8000-000000000000" };
});
afterAll(() => world.close());

const names = [
  "stranger",
  "analyst",
  "officer",
  "rival",
  "observer",
  "operator",
  "auditor",
  "expired",
  "gone",
  "forged",
];
const viewerNamed = (name: string) => viewers[name] ?? anonymous;

const read = (name: string, query: string) =>
  asViewer(world.db, viewerNamed(name), async (tx) => [
    ...(await tx.execute<Record<string, unknown>>(sql.raw(query))),
  ]);

const tables = async () =>
  await world.owner<{ name: string; secured: boolean; grants: string[] }[]>`
    select c.relname as name, c.relrowsecurity as secured,
           array(select privilege_type::text from information_schema.role_table_grants g
                 where g.table_schema = 'public' and g.table_name = c.relname and g.grantee in ('ribera_web', 'PUBLIC')) as grants
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;

// Reference lists that are public by nature.
const openToAll = ["amltrix_techniques"];
// Whoever holds the secret gets one row through a function; nobody lists them.
const secrets = [
  "api_tokens",
  "attempts",
  "demo_personas",
  "member_devices",
  "passkeys",
  "passwords",
  "recovery_codes",
  "sessions",
  "sign_in_challenges",
  "totps",
];
// Who is looking at a draft just now: it is no record, and it goes by itself. The rows of a round that is only
// planned. A raised hand, and a vote for a question while it is asked. What is sorted, or named by a draft, until it is
// released or published: policies say so. What a member chose to be told of.
const passing = [
  "draft_presence",
  "notice_scopes",
  "reply_citations",
  "room_hands",
  "room_votes",
  "round_rows",
  "theme_points",
];

describe("the wall", () => {
  test("stands around every table that the web role can touch", async () => {
    const unsecured = (await tables()).filter(({ secured }) => !secured).map(({ name }) => name);
    expect(unsecured).toEqual(openToAll);
    const readOnly = (await tables()).filter(({ name }) => openToAll.includes(name));
    expect(readOnly.map(({ grants }) => grants)).toEqual([["SELECT"]]);
  });

  test("gives nobody the deletion of anything that is remembered", async () => {
    const deletable = (await tables()).filter(
      ({ name, grants }) =>
        !passing.includes(name) &&
        grants.some((grant) => ["DELETE", "TRUNCATE", "TRIGGER", "REFERENCES"].includes(grant)),
    );
    expect(deletable).toEqual([]);
  });

  test("is not walked around by a function that runs as the owner with a borrowed search path", async () => {
    const loose = await world.owner`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not exists (select 1 from unnest(proconfig) setting where setting like 'search_path=%')`;
    expect([...loose]).toEqual([]);
  });

  test("binds the web role, which owns nothing and has no powers", async () => {
    const web = connect(world.webUrl, { max: 1 });
    await expect(requireBoundRole(web.client)).resolves.toBeUndefined();
    await expect(web.client`create table mine (n int)`).rejects.toThrow(/permission denied/);
    await expect(web.client`create temp table mine (n int)`).rejects.toThrow(/permission denied/);
    await expect(web.client`set session_replication_role = replica`).rejects.toThrow(/permission denied/);
    await expect(web.client`alter table members disable row level security`).rejects.toThrow(/must be owner/);
    await web.close();
  });

  test("is refused by a process that would connect as the owner", async () => {
    await expect(requireBoundRole(world.owner)).rejects.toThrow(/must not connect as .*SUPERUSER/);
  });

  test("keeps tables of secrets from being listed at all", async () => {
    const listed = (await tables()).filter(({ name, grants }) => secrets.includes(name) && grants.length > 0);
    expect(listed).toEqual([]);
  });

  test.each(names)(
    "answers the %s at every table with rows or a refusal, never another error",
    async (name) => {
      for (const { name: table, grants } of await tables()) {
        const answer = read(name, `select * from ${table}`);
        if (grants.includes("SELECT")) await expect(answer, table).resolves.toBeInstanceOf(Array);
        else {
          const error: unknown = await answer.catch((thrown: unknown) => thrown);
          expect(error, table).toMatchObject({ cause: { code: "42501" } });
        }
      }
    },
  );
});

describe("people and organisations are shown to", () => {
  const organisationsOf = async (name: string) =>
    (await read(name, "select kind from organisations")).map(({ kind }) => kind);

  test.each(["stranger", "expired", "gone", "forged", "operator"])(
    "the %s: authorities, one's own organisation, no members of others",
    async (name) => {
      const kinds = new Set(await organisationsOf(name));
      kinds.delete(name === "operator" ? "operator" : "authority");
      kinds.delete("authority");
      expect([...kinds]).toEqual([]);
      const members = await read(name, "select organisation_id from members");
      const viewer = viewerNamed(name);
      const own = name === "operator" && viewer.memberId !== null ? viewer.organisationId : undefined;
      expect(members.filter(({ organisation_id }) => organisation_id !== own)).toEqual([]);
    },
  );

  test("an institution: itself, and no other institution", async () => {
    const seen = await read("officer", "select id from organisations where kind <> 'authority'");
    expect(seen).toEqual([{ id: bank.id }]);
  });

  test("an authority: every organisation, and the staff of authorities alone", async () => {
    expect(await organisationsOf("analyst")).toHaveLength(6);
    const kinds = await read(
      "analyst",
      "select distinct o.kind from members m join organisations o on o.id = m.organisation_id",
    );
    expect(kinds).toEqual([{ kind: "authority" }]);
  });

  test("nobody by a number that a program set by itself without asking for a viewer", async () => {
    const rows = await world.db.execute(sql`select * from members`);
    expect([...rows]).toEqual([]);
  });
});
