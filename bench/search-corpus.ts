import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type { Text, Tlp } from "~/domain/advisories/advisory.form";
import { envelopeOf } from "~/domain/advisories/version-parts";

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function numbersFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = {
  es: "ca der li mon tra ci pre fun gol ren sa bi ter cor al na ve jo que pa ri to me du ños lá gri can ple es".split(
    " ",
  ),
  en: "ban tor fle ing ash cro sti ward lea ster mon ble ith dra pol ken sha gri com ent wil fos ter lay que ox ra ne".split(
    " ",
  ),
};
const small = {
  es: "de la que el en y a los se del las un por con no una su para es al lo como más".split(" "),
  en: "the of and to in is that for it as was with be by on not he at are this but from".split(" "),
};
const endings = {
  es: ["o", "a", "os", "as", "ción", "ciones", "ar", "ado"],
  en: ["", "s", "ed", "ing", "er", "ment", "ly", "tion"],
};

/** A language of made-up words whose frequencies fall as in a real one (Zipf), two in five of them small words. */
export type Speech = { words: string[]; say(count: number): string };

export function speech(language: "es" | "en", random: () => number): Speech {
  const wordCount = 40_000;
  const parts = syllables[language];
  const seen = new Set<string>();
  while (seen.size < wordCount) {
    let word = "";
    for (let i = 0, n = 2 + Math.floor(random() * 2.5); i < n; i++)
      word += parts[Math.floor(random() * parts.length)];
    seen.add(word + endings[language][Math.floor(random() * 8)]);
  }
  const words = [...seen];
  const sums = new Float64Array(wordCount);
  let sum = 0;
  for (let i = 0; i < wordCount; i++) {
    sum += 1 / (i + 12);
    sums[i] = sum;
  }
  const pick = () => {
    const wanted = random() * sum;
    let low = 0;
    let high = wordCount - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? sum) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? "";
  };
  const smalls = small[language];
  return {
    words,
    say(count: number) {
      const said: string[] = [];
      for (let i = 0; i < count; i++) {
        said.push(random() < 0.4 ? (smalls[Math.floor(random() * smalls.length)] ?? "") : pick());
      }
      return `${said.join(" ")}.`;
    },
  };
}

/** Each text stands this many times, under other numbers and dates: stemming a thousand megabytes would take most of the run. */
export const copies = 16;

const days = 3650;

/** Documents come to the store in the order of their dates, ten years of them, as they are published. */
const dayOf = (n: number, count: number) =>
  new Date(Date.UTC(2016, 0, 1 + Math.floor((n * days) / count))).toISOString().slice(0, 10);

type World = { authority: string; staff: string; bank: string };

/** Fills a migrated, empty database with `count` advisories of about 2 KB in each language; one in ten has a stricter part. */
export async function fillCorpus(
  owner: postgres.Sql,
  world: World,
  count: number,
  onProgress: (line: string) => void,
) {
  const random = numbersFrom(20_261_122);
  const es = speech("es", random);
  const en = speech("en", random);
  const both = (words: number): Text => ({ es: es.say(words), en: en.say(words) });
  const nobody = { jurisdictions: [], sectors: [], organisations: [], members: [] };
  const types = ["advisory", "alert", "notice", "trend-analysis"] as const;

  // The rows are made in bulk below, by the function that the triggers call.
  await owner`set session_replication_role = replica`;
  const indexes = await owner<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes
    where tablename in ('search_documents', 'search_parts') and indexdef like '%USING gin%'`;
  for (const { name } of indexes) await owner.unsafe(`DROP INDEX ${name}`);

  const batch = 1000;
  const distinct = Math.ceil(count / copies);
  for (let start = 0; start < distinct; start += batch) {
    const rows = Array.from({ length: Math.min(batch, distinct - start) }, (_, i) => {
      const n = start + i;
      const chance = random();
      const tlp: Tlp = chance < 0.7 ? "CLEAR" : "AMBER";
      const restricted: Tlp = chance > 0.6 && chance < 0.7 ? "AMBER" : tlp;
      const audience =
        chance < 0.85 ? { ...nobody, organisations: [world.bank] } : { ...nobody, jurisdictions: ["US"] };
      const type = types[n % 4] ?? "advisory";
      const day = dayOf(n, count);
      const envelope = envelopeOf({
        ...emptyContent(type, [{ organisationId: world.authority, shortName: `AUT${n % 7}`, role: "lead" }]),
        title: both(9),
        summary: both(60),
        typologies: [{ code: `typology-${n % 60}`, printed: { es: "", en: "" } }],
        tlp,
        audience,
      });
      const sectionId = randomUUID();
      return {
        id: randomUUID(),
        versionId: randomUUID(),
        number: `BEN-${day.slice(0, 4)}-${n}`,
        type,
        day,
        envelope,
        typologies: [`typology-${n % 60}`],
        tlp,
        audience,
        section: {
          id: sectionId,
          content: { id: sectionId, kind: "background", heading: both(5), body: both(160), tlp: restricted },
          tlp: restricted,
        },
        flags: [1, 2].map((ordinal) => {
          const flagId = randomUUID();
          return {
            id: flagId,
            n: ordinal,
            content: { ...emptyRedFlag(flagId, ordinal), text: both(35) },
            tlp,
          };
        }),
      };
    });
    const json = JSON.stringify(rows);
    await owner.begin(async (tx) => {
      await tx`
        insert into advisories (id, number, type, origin, status, lead_organisation_id, current_version, created_at,
                                first_published_at, last_published_at, sort_date, tlp, audience, authorities)
        select (r ->> 'id')::uuid, r ->> 'number', r ->> 'type', 'imported', 'published', ${world.authority}, 1, now(), now(), now(),
               r ->> 'day', r ->> 'tlp', r -> 'audience', ${[world.authority]}::uuid[]
        from jsonb_array_elements(${json}::text::jsonb) r`;
      await tx`
        insert into advisory_versions (id, advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
        select (r ->> 'versionId')::uuid, (r ->> 'id')::uuid, 1, r -> 'envelope', array(select jsonb_array_elements_text(r -> 'typologies')),
               '', now(), ${world.staff}, r ->> 'tlp', r -> 'audience', ${[world.authority]}::uuid[]
        from jsonb_array_elements(${json}::text::jsonb) r`;
      await tx`
        insert into version_sections (version_id, section_id, position, content, tlp, audience, authorities)
        select (r ->> 'versionId')::uuid, (r -> 'section' ->> 'id')::uuid, 0, r -> 'section' -> 'content', r -> 'section' ->> 'tlp', r -> 'audience', ${[world.authority]}::uuid[]
        from jsonb_array_elements(${json}::text::jsonb) r`;
      await tx`
        insert into indicators (id, public_id, advisory_id, n, state, first_published_at, tlp, audience, authorities)
        select (f ->> 'id')::uuid, (r ->> 'number') || '#RF-0' || (f ->> 'n'), (r ->> 'id')::uuid, (f ->> 'n')::int, 'active', now(), f ->> 'tlp', r -> 'audience', ${[world.authority]}::uuid[]
        from jsonb_array_elements(${json}::text::jsonb) r, jsonb_array_elements(r -> 'flags') f`;
      await tx`
        insert into version_red_flags (version_id, indicator_id, position, content, current, tlp, audience, authorities)
        select (r ->> 'versionId')::uuid, (f ->> 'id')::uuid, (f ->> 'n')::int, f -> 'content', true, f ->> 'tlp', r -> 'audience', ${[world.authority]}::uuid[]
        from jsonb_array_elements(${json}::text::jsonb) r, jsonb_array_elements(r -> 'flags') f`;
      await tx`select search_index(${rows.map(({ id }) => id)}::uuid[])`;
    });
    if ((start / batch) % 5 === 4) onProgress(`${start + batch} of ${count} documents`);
  }

  for (let copy = 1; copy < copies; copy++) {
    await copyCorpus(owner, copy, count);
    onProgress(`${distinct * (copy + 1)} of ${count} documents`);
  }

  await owner`set session_replication_role = default`;
  onProgress("making the text indexes");
  await owner.unsafe("SET maintenance_work_mem = '1GB'");
  for (const { made } of indexes) await owner.unsafe(made);
  for (const table of ["advisories", "advisory_versions", "search_documents", "search_parts"]) {
    await owner.unsafe(`VACUUM ANALYZE ${table}`);
  }
  return { es, en };
}

async function copyCorpus(owner: postgres.Sql, copy: number, count: number) {
  const id = (column: string) => `md5(${column}::text || '#${copy}')::uuid`;
  const original = "number not like '%/%'";
  const nth = `substring(a.number from '[0-9]+$')::int + ${copy * Math.ceil(count / copies)}`;
  const day = `to_char(date '2016-01-01' + (${nth}) * ${days} / ${count}, 'YYYY-MM-DD')`;
  await owner.begin(async (tx) => {
    await tx.unsafe(`
      insert into advisories (id, number, type, origin, status, lead_organisation_id, current_version, created_at,
                              first_published_at, last_published_at, sort_date, tlp, audience, authorities)
      select ${id("id")}, number || '/${copy}', type, origin, status, lead_organisation_id, 1, created_at,
             first_published_at, last_published_at, ${day}, tlp, audience, authorities
      from advisories a where ${original} order by sort_date`);
    await tx.unsafe(`
      insert into advisory_versions (advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
      select ${id("advisory_id")}, v.n, v.envelope, v.typologies, v.content_hash, v.published_at, v.published_by, v.tlp, v.audience, v.authorities
      from advisory_versions v join advisories a on a.id = v.advisory_id where ${original}`);
    await tx.unsafe(`
      insert into search_parts (advisory_id, kind, part_id, position, passage, public_id, tlp, readers, also_readers,
                                advisory_readers, heading_es, heading_en, es, en, tsv)
      select ${id("advisory_id")}, kind, part_id, position, passage, public_id, p.tlp, p.readers, also_readers,
             advisory_readers, heading_es, heading_en, es, en, tsv
      from search_parts p join advisories a on a.id = p.advisory_id where ${original} order by p.id`);
    await tx.unsafe(`
      insert into search_facet_sets (id, facets)
      select distinct search_facet_set(t.facets), t.facets from (
        select array_replace(f.facets, 'year:' || left(a.sort_date, 4), 'year:' || left(c.sort_date, 4)) as facets
        from search_documents d join search_facet_sets f on f.id = d.facet_set join advisories a on a.id = d.advisory_id join advisories c on c.id = ${id("a.id")}
        where a.${original}) t
      where not exists (select 1 from search_facet_sets known where known.id = search_facet_set(t.facets))`);
    await tx.unsafe(`
      insert into search_documents (advisory_id, base, facet_set, day, reader_set, terms)
      select c.id, base, search_facet_set(array_replace(f.facets, 'year:' || left(a.sort_date, 4), 'year:' || left(c.sort_date, 4))), search_day(c.sort_date), d.reader_set,
             ts_delete(terms, array['@year:' || left(a.sort_date, 4), search_month(search_day(a.sort_date)), search_identifier(a.number)])
               || array_to_tsvector(array['@year:' || left(c.sort_date, 4), search_month(search_day(c.sort_date)), search_identifier(c.number)])
      from search_documents d join search_facet_sets f on f.id = d.facet_set join advisories a on a.id = d.advisory_id join advisories c on c.id = ${id("a.id")}
      where a.${original} order by d.id`);
  });
}
