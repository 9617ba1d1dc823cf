import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { contentOfVersion, findAdvisory } from "~/domain/advisories/advisories.server";
import { emptyContent, strictest } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { asViewer, connect, type Pool } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { advisoryVersions } from "~db/schema";
import { webAddress } from "~db/web-role.server";
import { aFiling, aFlag, aGroup, aKeyTerm, aSection, text } from "../support/desk";

// What was issued before the walls were drawn finer, brought to where it belongs now.

const number = "OLD-2025-A001";
const authority = randomUUID();
const staff = randomUUID();
const open = aGroup("Cliente", "Customer");
const annex = aGroup("Anexo ocelote", "Ocelot annex");
const content: AdvisoryContent = {
  ...emptyContent("advisory", [{ organisationId: authority, shortName: "OLD", role: "lead" }]),
  audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
  title: text("Aviso", "Advisory"),
  groups: [annex, open],
  redFlags: [
    aFlag(1, { group: open.id, combinesWith: [`${number}#RF-02`, "NOBODY#RF-01", `${number}#RF-03`] }),
    aFlag(2, { group: annex.id, tlp: "AMBER" }),
    aFlag(3, { state: "merged-into", mergedInto: `${number}#RF-02` }),
  ],
  sections: [aSection(), aSection({ tlp: "RED" }), aSection()],
  filing: aFiling([aKeyTerm("A"), aKeyTerm("OCELOT", annex.id), aKeyTerm("B")]),
  source: {
    name: "x",
    url: null,
    licence: "",
    regulator: "OLD",
    jurisdiction: "MX",
    documentType: "Aviso",
    printedNumber: number,
    rest: {
      pages: 3,
      redFlags: [
        { n: 2, note: "ocelote" },
        { n: 1, note: "abierto" },
      ],
    },
  },
};

let admin: postgres.Sql;
let name: string;
let pool: Pool;
beforeAll(async () => {
  name = `${inject("template")}_${randomUUID().slice(0, 8)}`;
  admin = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE "${name}"`);
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${name}`;
  await migrateUntil(url.href, "walls");

  const owner = postgres(url.href, { max: 1, onnotice: () => {} });
  await issueTheOldWay(owner);
  await owner.end();

  const { webPassword } = webAddress(url.href);
  await migrate(url.href, { webPassword });
  url.username = "ribera_web";
  url.password = inject("webPassword");
  pool = connect(url.href, { max: 2 });
});
afterAll(async () => {
  await pool.close();
  await admin.unsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
  await admin.end();
});

/** The tables as they were before the migration of this name. */
async function migrateUntil(url: string, last: string) {
  const folder = await mkdtemp(join(tmpdir(), "ribera-migrations-"));
  await cp("db/migrations", folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${last}`));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle({ client: owner }), { migrationsFolder: folder });
  await owner.end();
  await rm(folder, { recursive: true });
}

async function issueTheOldWay(owner: postgres.Sql) {
  const { sections, redFlags, attachments: _, ...envelope } = content;
  const [advisoryId, versionId] = [randomUUID(), randomUUID()];
  const audience = JSON.stringify(content.audience);
  const own = [authority];
  await owner`insert into organisations (id, kind, short_name, name_es, name_en, jurisdiction, vetting) values (${authority}, 'authority', 'OLD', 'A', 'A', 'MX', 'vetted')`;
  await owner`insert into members (id, organisation_id, email, name, language, time_zone) values (${staff}, ${authority}, 'a@example.org', 'A', 'es', 'UTC')`;
  await owner`insert into advisories (id, number, type, origin, status, lead_organisation_id, current_version, created_at, first_published_at, tlp, audience, authorities)
    values (${advisoryId}, ${number}, 'advisory', 'native', 'published', ${authority}, 1, now(), now(), 'CLEAR', ${audience}::text::jsonb, ${own})`;
  await owner`insert into advisory_numbers values (${number.toLowerCase()}, ${number}, ${advisoryId}, false)`;
  await owner`insert into advisory_versions (id, advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
    values (${versionId}, ${advisoryId}, 1, ${JSON.stringify(envelope)}::text::jsonb, '{}', ${contentHashOf(number, content)}, now(), ${staff}, 'CLEAR', ${audience}::text::jsonb, ${own})`;
  for (const [i, section] of sections.entries()) {
    await owner`insert into version_sections (version_id, section_id, position, content, tlp, audience, authorities)
      values (${versionId}, ${section.id}, ${i}, ${JSON.stringify(section)}::text::jsonb, ${strictest("CLEAR", section.tlp)}, ${audience}::text::jsonb, ${own})`;
  }
  for (const [i, flag] of redFlags.entries()) {
    await owner`insert into indicators (id, public_id, advisory_id, n, state, first_published_at, tlp, audience, authorities)
      values (${flag.id}, ${`${number}#RF-0${flag.n}`}, ${advisoryId}, ${flag.n}, ${flag.state}, now(), ${flag.tlp}, ${audience}::text::jsonb, ${own})`;
    await owner`insert into version_red_flags (version_id, indicator_id, position, content, current, tlp, audience, authorities)
      values (${versionId}, ${flag.id}, ${i}, ${JSON.stringify(flag)}::text::jsonb, true, ${flag.tlp}, ${audience}::text::jsonb, ${own})`;
  }
}

async function read(viewer: Viewer) {
  return asViewer(pool.db, viewer, async (tx) => {
    const [version] = await tx
      .select({
        id: advisoryVersions.id,
        envelope: advisoryVersions.envelope,
        hash: advisoryVersions.contentHash,
      })
      .from(advisoryVersions);
    if (!version) throw new Error("no version");
    return { content: await contentOfVersion(tx, version), hash: version.hash };
  });
}
// Who is asking is looked up by the id alone.
const issuer = { ...anonymous, memberId: staff } as unknown as Member;

test("it is whole for its issuer, under the hash that it was cleared with", async () => {
  const { content: now, hash } = await read(issuer);
  expect(contentHashOf(number, now)).toBe(hash);
  expect(now).toEqual(content);
});

test("it tells a stranger nothing more than what stands open", async () => {
  const { content: now } = await read(anonymous);
  expect(JSON.stringify(now)).not.toMatch(/ocelot|RF-02|NOBODY/i);
  expect(now.groups).toEqual([open]);
  expect(now.filing.us.keyTerms.map(({ printed }) => printed)).toEqual(["A", "B"]);
  expect(now.source?.rest).toEqual({ pages: 3, redFlags: [{ n: 1, note: "abierto" }] });
  expect(now.audience.jurisdictions).toEqual([]);
  expect(now.redFlags[0]?.combinesWith).toEqual([`${number}#RF-03`]);
});

test("it is immutable again afterwards", async () => {
  const owner = postgres(inject("ownerUrl").replace(/\/[^/]*$/, `/${name}`), { max: 1, onnotice: () => {} });
  for (const table of ["advisory_versions", "version_details", "version_sections", "version_red_flags"]) {
    await expect(owner.unsafe(`update ${table} set tlp = 'CLEAR'`), table).rejects.toThrow(/does not change/);
  }
  await owner.end();
});

test("its page is found as before", async () => {
  const page = await findAdvisory(pool.db, anonymous, number);
  expect(page?.content.redFlags.map(({ n }) => n)).toEqual([1, 3]);
});
