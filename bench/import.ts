import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { importDocument } from "~/domain/imports/import-document.server";
import type { Member } from "~/domain/members/viewer";
import { connect } from "~db/client.server";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import { fillStore, perDocument, printed } from "./import-store";
import type { Emit } from "./measurement";
import { numbersFrom, speech } from "./search-corpus";

const many = 1_000_000;
const documents = 150;
/** Imported into the full store before it is filled: what its other documents are copies of. */
const originals = 180;
const warming = 10;
/** Of the documents, one in so many bears no number, as in the real world; the platform gives it one. */
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
  const addressOf = (database: string) => ownerUrl(cluster.port, password, database);
  try {
    const admin = postgres(addressOf("postgres"), { max: 1, onnotice: () => {} });
    await admin`create database empty_store`;
    await admin`create database full_store`;
    await admin.end();
    const empty = await openStore(addressOf("empty_store"));
    const full = await openStore(addressOf("full_store"));
    await measureImport(emit, { empty, full, many, onProgress });
    await empty.close();
    await full.close();
  } finally {
    await cluster.stop();
    await rm(parent, { recursive: true, force: true });
  }
}

type Store = Awaited<ReturnType<typeof openStore>>;

async function openStore(url: string) {
  const { webUrl, webPassword } = webAddress(url);
  await migrate(url, { webPassword });
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const pool = connect(webUrl, { max: 2 });
  return {
    db: pool.db,
    owner,
    by: await aPublisher(owner),
    close: async () => {
      await pool.close();
      await owner.end();
    },
  };
}

type Stores = { empty: Store; full: Store; many: number; onProgress(line: string): void };

async function measureImport(emit: Emit, { empty, full, many, onProgress }: Stores) {
  const say = speech("es", numbersFrom(20_261_122)).say;
  const files = (series: string, count: number) =>
    Array.from({ length: count }, (_, i) => printed(say, series, i, i % unnumbered !== 0));

  for (const file of files("original", originals)) await importInto(full, file);
  await fillStore(full.owner, many, onProgress);
  await empty.owner`create table bare (id uuid primary key, content jsonb not null)`;
  for (const file of files("warm", warming)) {
    await importInto(empty, file);
    await importInto(full, file);
  }

  // By turns, document by document: whatever else the machine does meets both stores alike.
  onProgress(`Importing ${documents} documents into each store by turns …`);
  const spent = { bare: 0, empty: 0, full: 0 };
  for (const [i, file] of files("measured", documents).entries()) {
    spent.bare += await timed(() => writeBare(empty.owner, file));
    const turns = [
      async () => (spent.empty += await timed(() => importInto(empty, file))),
      async () => (spent.full += await timed(() => importInto(full, file))),
    ];
    for (const turn of i % 2 === 0 ? turns : turns.reverse()) await turn();
  }

  const each = `${documents} documents of ${perDocument} red flags, one after the other, published, by turns with the other store; one in ${unnumbered} without a number`;
  const rate = (seconds: number) => (documents * perDocument) / seconds;
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
    rate(spent.empty),
    rate(spent.bare),
    `${each}, into an empty store; floor: the same red flags written as bare rows of JSON, a transaction a document`,
  );
  line(
    `import.${many}`,
    rate(spent.full),
    rate(spent.empty),
    `${each}, into ${many} red flags that are copies of ${originals} documents imported before, under other ids, with their search rows, drafts and edits but no audit events, made past the triggers; floor: the same documents into the empty store`,
  );
}

async function importInto({ db, by }: Store, file: ReturnType<typeof printed>) {
  const outcome = await importDocument(db, { file, publish: true, by, at: new Date() });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
}

async function timed(work: () => Promise<void>) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function writeBare(owner: postgres.Sql, { redFlags }: ReturnType<typeof printed>) {
  const rows = redFlags.map((flag) => ({ id: randomUUID(), content: owner.json(flag) }));
  await owner`insert into bare ${owner(rows)}`;
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
