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
import type { Emit } from "./measurement";

const many = 1_000_000;
const perDocument = 20;
const documents = 150;

/** Red flags per second through the import act, into an empty store and into one that holds 1,000,000. */
export async function run(emit: Emit) {
  const parent = await mkdtemp(join(tmpdir(), "ribera-bench-import-"));
  await chmod(parent, 0o711);
  const password = randomUUID();
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    password,
    port: await freePort(),
    durable: true,
    onProgress: (line) => console.error(line),
  });
  try {
    const url = ownerUrl(cluster.port, password, "postgres");
    const { webUrl, webPassword } = webAddress(url);
    await migrate(url, { webPassword });
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    const by = await aPublisher(owner);
    const pool = connect(webUrl, { max: 2 });

    await measure(pool.db, by, "warm", 20);
    const empty = await measure(pool.db, by, "a", documents);
    await fill(owner, by);
    const full = await measure(pool.db, by, "b", documents);
    const notes = `${documents} documents of ${perDocument} red flags, one after the other, published`;
    emit({
      name: "import.empty",
      value: Math.round(empty),
      unit: "red flags/s",
      floor: Math.round(empty),
      ratio: 1,
      notes,
    });
    emit({
      name: "import.1000000",
      value: Math.round(full),
      unit: "red flags/s",
      floor: Math.round(empty),
      ratio: Number((full / empty).toFixed(3)),
      notes: `${notes}; floor: into the empty store`,
    });
    await pool.close();
    await owner.end();
  } finally {
    await cluster.stop();
    await rm(parent, { recursive: true, force: true });
  }
}

async function measure(db: Connection, by: Member, series: string, count: number) {
  const begun = performance.now();
  for (let i = 0; i < count; i += 1) {
    const outcome = await importDocument(db, {
      file: aDocument(series, i),
      publish: true,
      by,
      at: new Date(),
    });
    if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  }
  return (count * perDocument) / ((performance.now() - begun) / 1000);
}

const words =
  "cliente transferencia efectivo frontera empresa cuenta depósito importadora pago factura domicilio monto".split(
    " ",
  );

function aDocument(series: string, i: number) {
  const word = (n: number) => words[(i * 7 + n * 5) % words.length];
  const text = (n: number) => Array.from({ length: 30 }, (_, k) => word(n + k)).join(" ");
  return {
    title: `Documento ${series}-${i}`,
    number: `BENCH-${series}-${i}`,
    language: "es",
    regulator: "Supervisor",
    docType: "Alerta",
    date: "2026-01-01",
    redFlags: Array.from({ length: perDocument }, (_, n) => ({ n: n + 1, text: `${text(n)} ${i}-${n}` })),
  };
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

/** Copies of one imported document, with all that hangs on it, until the store holds a million red flags. */
async function fill(owner: postgres.Sql, by: Member) {
  const copies = Math.ceil(many / perDocument);
  console.error(`Filling the store with ${copies} documents …`);
  const batch = 1000;
  for (let from = 0; from < copies; from += batch) {
    await owner.begin(async (tx) => {
      await tx`create temp table made on commit drop as
        select gen_random_uuid() as advisory_id, gen_random_uuid() as version_id, 'FILL-' || g as number
        from generate_series(${from}::int, ${Math.min(from + batch, copies) - 1}::int) g`;
      await tx`insert into advisories (id, number, type, origin, status, lead_organisation_id, current_version, next_red_flag, created_at,
          first_published_at, last_published_at, sort_date, tlp, audience, authorities)
        select advisory_id, m.number, type, origin, status, lead_organisation_id, 1, 21, now(), now(), now(), sort_date, tlp, audience, authorities
        from made m, (select * from advisories where number = 'BENCH-a-1') a`;
      await tx`insert into advisory_numbers select lower(number), number, advisory_id, false from made`;
      await tx`insert into advisory_versions (id, advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
        select version_id, m.advisory_id, 1, envelope, typologies, content_hash, now(), ${by.memberId}, tlp, audience, authorities
        from made m, (select v.* from advisory_versions v join advisories a on a.id = v.advisory_id where a.number = 'BENCH-a-1') v`;
      await tx`create temp table flags on commit drop as
        select gen_random_uuid() as id, m.advisory_id, m.version_id, m.number, f.position, f.content, f.tlp, f.audience, f.authorities
        from made m, (select r.* from version_red_flags r join advisory_versions v on v.id = r.version_id
                      join advisories a on a.id = v.advisory_id where a.number = 'BENCH-a-1') f`;
      await tx`insert into indicators (id, public_id, advisory_id, n, state, first_published_at, tlp, audience, authorities)
        select id, number || '#RF-' || position, advisory_id, position + 1, 'active', now(), tlp, audience, authorities from flags`;
      await tx`insert into version_red_flags (version_id, indicator_id, position, content, current, tlp, audience, authorities)
        select version_id, id, position, content, true, tlp, audience, authorities from flags`;
    });
    if ((from / batch) % 10 === 0) console.error(`… ${(from + batch) * perDocument} red flags`);
  }
  await owner.unsafe("analyze");
}
