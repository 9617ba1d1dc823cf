import type postgres from "postgres";

export const perDocument = 20;

/** A document as an authority elsewhere prints it, its red flags of some 35 words each. */
export function printed(say: (words: number) => string, series: string, i: number, numbered: boolean) {
  return {
    title: `${say(8)} ${series}-${i}`,
    number: numbered ? `BENCH-${series}-${i}` : "",
    language: "es",
    regulator: "Supervisor",
    docType: "Alerta",
    date: `20${10 + (i % 16)}-${String(1 + (i % 12)).padStart(2, "0")}-01`,
    redFlags: Array.from({ length: perDocument }, (_, n) => ({ n: n + 1, text: say(35) })),
  };
}

/**
 * Copies of the documents that are there, with all that hangs on them, until the store holds `many` red flags. Written past the
 * triggers, which would stem every text anew; the search rows are copied as the triggers made them.
 */
export async function fillStore(owner: postgres.Sql, many: number, onProgress: (line: string) => void) {
  const [there] = await owner<{ flags: number }[]>`select count(*)::int as flags from version_red_flags`;
  const flags = there?.flags ?? 0;
  const copies = Math.ceil(many / flags) - 1;
  onProgress(`Filling the store: ${copies} copies of ${flags} red flags …`);

  const indexes = await owner<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes
    where tablename in ('search_documents', 'search_parts') and indexdef like '%USING gin%'`;
  for (const { name } of indexes) await owner.unsafe(`drop index ${name}`);
  await owner`set session_replication_role = replica`;
  await owner`create table originals as select id, number from advisories where current_version is not null`;
  const batch = 20;
  for (let from = 1; from <= copies; from += batch) {
    await copyStore(owner, from, Math.min(copies, from + batch - 1));
    onProgress(`… ${Math.min(copies, from + batch - 1) * flags + flags} red flags`);
  }
  await owner`drop table originals`;
  await owner`set session_replication_role = default`;

  onProgress("Making the text indexes …");
  await owner`set maintenance_work_mem = '512MB'`;
  for (const { made } of indexes) await owner.unsafe(made);
  await owner.unsafe("vacuum analyze");
  await owner.unsafe("checkpoint");
}

async function copyStore(owner: postgres.Sql, from: number, to: number) {
  const id = (column: string) => `md5(${column}::text || '#' || c)::uuid`;
  const named = (column: string) => `replace(${column}, o.number, o.number || '/' || c)`;
  const each = `generate_series(${from}, ${to}) c, originals o`;
  const identifier = (number: string) => `array[search_identifier(${number})]`;
  await owner.begin(async (tx) => {
    for (const statement of [
      `insert into advisories (id, number, type, origin, status, lead_organisation_id, current_version, next_red_flag, created_at,
                               first_published_at, last_published_at, sort_date, tlp, audience, authorities)
       select ${id("a.id")}, ${named("a.number")}, type, origin, status, lead_organisation_id, 1, next_red_flag, created_at,
              first_published_at, last_published_at, sort_date, tlp, audience, authorities
       from ${each} join advisories a on a.id = o.id`,
      `insert into advisory_numbers (folded, number, advisory_id, alias)
       select lower(${named("n.number")}), ${named("n.number")}, ${id("advisory_id")}, alias
       from ${each} join advisory_numbers n on n.advisory_id = o.id`,
      `insert into drafts (id, advisory_id, content, content_hash, opened_by, opened_at, published_at, authorities)
       select ${id("d.id")}, ${id("advisory_id")}, content, content_hash, opened_by, opened_at, published_at, authorities
       from ${each} join drafts d on d.advisory_id = o.id`,
      `insert into draft_edits (draft_id, revision, member_id, at, paths, content_hash)
       select ${id("draft_id")}, e.revision, member_id, at, paths, e.content_hash
       from ${each} join drafts d on d.advisory_id = o.id join draft_edits e on e.draft_id = d.id`,
      `insert into advisory_versions (id, advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
       select ${id("v.id")}, ${id("advisory_id")}, n, jsonb_set(envelope, '{title,es}', to_jsonb((envelope #>> '{title,es}') || ' ' || c)),
              typologies, content_hash, published_at, published_by, tlp, audience, authorities
       from ${each} join advisory_versions v on v.advisory_id = o.id`,
      `insert into indicators (id, public_id, advisory_id, n, state, first_published_at, tlp, audience, authorities)
       select ${id("i.id")}, ${named("public_id")}, ${id("advisory_id")}, n, state, first_published_at, tlp, audience, authorities
       from ${each} join indicators i on i.advisory_id = o.id`,
      `insert into version_red_flags (version_id, indicator_id, position, content, current, tlp, audience, authorities)
       select ${id("version_id")}, ${id("indicator_id")}, position, content, current, f.tlp, f.audience, f.authorities
       from ${each} join advisory_versions v on v.advisory_id = o.id join version_red_flags f on f.version_id = v.id`,
      `insert into search_parts (advisory_id, kind, part_id, position, passage, public_id, tlp, readers, also_readers,
                                 advisory_readers, heading_es, heading_en, es, en, tsv)
       select ${id("advisory_id")}, kind, ${id("part_id")}, position, passage, ${named("public_id")}, tlp, readers, also_readers,
              advisory_readers, heading_es, heading_en, es, en, tsv
       from ${each} join search_parts p on p.advisory_id = o.id`,
      `insert into search_documents (advisory_id, base, facet_set, day, reader_set, terms)
       select ${id("advisory_id")}, base, facet_set, day, reader_set,
              ts_delete(terms, ${identifier("o.number")}) || array_to_tsvector(${identifier(named("o.number"))})
       from ${each} join search_documents d on d.advisory_id = o.id`,
    ])
      await tx.unsafe(statement);
  });
}
