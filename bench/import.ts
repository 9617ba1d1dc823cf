import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { importDocument } from "~/domain/imports/import-document.server";
import type { Member } from "~/domain/members/viewer";
import { type Connection, connect } from "~db/client.server";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import { fillStore, perDocument, printed } from "./import-store";
import type { Emit } from "./measurement";
import { numbersFrom, speech } from "./search-corpus";

const many = 1_000_000;
const documents = 150;
/** Of each series' documents, one in so many bears no number, as in the real world; the platform gives it one. */
const unnumbered = 10;

/** Red flags per second through the import act, into an empty store and into one that holds 1,000,000. */
export async function run(emit: Emit) {
  const parent = await mkdtemp(join(tmpdir(), "ribera-bench-import-"));
  await chmod(parent, 0o711);
  const password = randomUUID();
  const onProgress = (line: string) => console.error(line);
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    password,
    port: await freePort(),
    durable: true,
    onProgress,
  });
  try {
    const url = ownerUrl(cluster.port, password, "postgres");
    const { webUrl, webPassword } = webAddress(url);
    await migrate(url, { webPassword });
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    const pool = connect(webUrl, { max: 2 });
    await measureImport(emit, { db: pool.db, owner, many, onProgress });
    await pool.close();
    await owner.end();
  } finally {
    await cluster.stop();
    await rm(parent, { recursive: true, force: true });
  }
}

type Stores = { db: Connection; owner: postgres.Sql; many: number; onProgress(line: string): void };

export async function measureImport(emit: Emit, { db, owner, many, onProgress }: Stores) {
  const by = await aPublisher(owner);
  const say = speech("es", numbersFrom(20_261_122)).say;
  const files = (series: string) =>
    Array.from({ length: documents }, (_, i) => printed(say, series, i, i % unnumbered !== 0));

  await importAll(db, by, files("warm").slice(0, 30));
  const bare = await writeBare(owner, files("bare"));
  const empty = await importAll(db, by, files("a"));
  await fillStore(owner, many, onProgress);
  await importAll(db, by, files("warm-again").slice(0, 10));
  const full = await importAll(db, by, files("b"));

  const each = `${documents} documents of ${perDocument} red flags, one after the other, published; one in ${unnumbered} without a number`;
  const line = (name: string, value: number, floor: number, notes: string) =>
    emit({
      name,
      value: Math.round(value),
      unit: "red flags/s",
      floor: Math.round(floor),
      ratio: Number((value / floor).toFixed(3)),
      notes,
    });
  line(
    "import.empty",
    empty,
    bare,
    `${each}, into an empty store; floor: the same red flags written as bare rows of JSON, a transaction a document`,
  );
  line(
    `import.${many}`,
    full,
    empty,
    `${each}, into ${many} red flags that are copies of the ${documents + 30} documents imported before, under other ids, with their search rows, drafts and edits but no audit events, made past the triggers; floor: into the empty store`,
  );
}

async function importAll(db: Connection, by: Member, files: ReturnType<typeof printed>[]) {
  const begun = performance.now();
  for (const file of files) {
    const outcome = await importDocument(db, { file, publish: true, by, at: new Date() });
    if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  }
  return (files.length * perDocument) / ((performance.now() - begun) / 1000);
}

async function writeBare(owner: postgres.Sql, files: ReturnType<typeof printed>[]) {
  await owner`create table bare (id uuid primary key, content jsonb not null)`;
  const begun = performance.now();
  for (const { redFlags } of files) {
    const rows = redFlags.map((flag) => ({ id: randomUUID(), content: owner.json(flag) }));
    await owner`insert into bare ${owner(rows)}`;
  }
  const rate = (files.length * perDocument) / ((performance.now() - begun) / 1000);
  await owner`drop table bare`;
  return rate;
}

async function aPublisher(owner: postgres.Sql): Promise<Member> {
  const [organisation] = await owner<{ id: string }[]>`
    insert into organisations (kind, short_name, name_es, name_en, jurisdiction, vetting)
    values ('authority', 'BENCH', 'Medición', 'Measurement', 'MX', 'vetted') returning id`;
  const organisationId = organisation?.id ?? "";
  const [member] = await owner<{ id: string }[]>`
    insert into members (organisation_id, email, name, language, time_zone)
    values (${organisationId}, 'bench@example.org', 'Medición', 'es', 'America/Mexico_City') returning id`;
  const memberId = member?.id ?? "";
  await owner`insert into member_roles (member_id, role) values (${memberId}, 'publisher')`;
  return {
    memberId,
    name: "Medición",
    language: "es",
    timeZone: "America/Mexico_City",
    organisationId,
    organisation: "BENCH",
    organisationKind: "authority",
    jurisdiction: "MX",
    sector: null,
    roles: [{ role: "publisher", language: "" }],
  };
}
