-- Keeps search_documents and search_parts true to the current versions, in the transaction that changes them.
-- No grant: the doors are the functions of search-read.sql, which apply the reader's keys themselves (decision 060).

-- Compressing what is hardly ever read back costs more than its room.
ALTER TABLE search_documents ALTER COLUMN terms SET STORAGE EXTERNAL;
ALTER TABLE search_parts ALTER COLUMN tsv SET STORAGE EXTERNAL;

-- The passages of a page of results are read whole, stems and all: beside one another they are a few dozen reads, elsewhere hundreds (decision 205).
ALTER TABLE search_parts SET (toast_tuple_target = 8160);

-- New entries wait in a list that every search has to read through; a short one keeps searches fast while much is loaded.
ALTER INDEX search_documents_terms SET (gin_pending_list_limit = 1024);
ALTER INDEX search_parts_red_flags SET (gin_pending_list_limit = 1024);

ALTER TABLE search_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_reader_sets ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_facet_sets ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_format ENABLE ROW LEVEL SECURITY;

-- Text and question go through the same folding, so accents are optional whoever left them out: none is kept but the one
-- that the Spanish stemmer needs to see that "operación" and "operaciones" are one word. Never changes the length: the
-- marks of a headline are carried back to the text as written, character by character.
CREATE OR REPLACE FUNCTION search_fold(body text, language text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := lower(body);
BEGIN
  -- replace() for each letter is ten times as fast as one translate() of them all.
  plain := replace(plain, 'á', 'a');
  plain := replace(plain, 'é', 'e');
  plain := replace(plain, 'í', 'i');
  plain := replace(plain, 'ó', 'o');
  plain := replace(plain, 'ú', 'u');
  plain := replace(plain, 'ü', 'u');
  plain := replace(plain, 'ñ', 'n');
  plain := replace(plain, '/', ' ');
  plain := replace(plain, '<', ' ');
  plain := replace(plain, '>', ' ');
  plain := replace(plain, '&', ' ');
  plain := replace(plain, '_', ' ');
  plain := replace(plain, '’', '''');
  IF octet_length(plain) <> length(plain) THEN
    plain := translate(plain, 'àäâãåèëêìïîòöôõùûç', 'aaaaaeeeiiioooouuc');
  END IF;
  IF language = 'es' THEN
    plain := replace(replace(plain, 'cion', 'ción'), 'sion', 'sión');
    plain := replace(replace(replace(replace(replace(plain, 'cióna', 'ciona'), 'cióne', 'cione'), 'cióni', 'cioni'), 'cióno', 'ciono'), 'ciónu', 'cionu');
    plain := replace(replace(replace(replace(replace(plain, 'sióna', 'siona'), 'sióne', 'sione'), 'sióni', 'sioni'), 'sióno', 'siono'), 'siónu', 'sionu');
  END IF;
  RETURN plain;
END $$;

CREATE OR REPLACE FUNCTION search_stems(es text, en text, weight "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('spanish', search_fold(es, 'es')), weight) || setweight(to_tsvector('english', search_fold(en, 'en')), weight)
$$;

CREATE OR REPLACE FUNCTION search_identifier(printed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '=' || trim(regexp_replace(search_fold(left(printed, 120), 'en'), '[^a-z0-9#.+()-]+', ' ', 'g'))
$$;

-- Shown under a result, so plain: without the marks of Markdown, list items told apart by a dot.
CREATE OR REPLACE FUNCTION search_prose(markdown text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  -- Letter and accent as two characters are rare and slow to look for any other way.
  IF markdown ~ '[\u0300-\u036F]' THEN
    markdown := normalize(markdown);
  END IF;
  IF markdown ~ '[]*`#|>[~_\\\uE000-\uE002]|(^|\n) *[-+] ' THEN
    markdown := regexp_replace(markdown, '[\uE000-\uE002]', ' ', 'g');
    markdown := regexp_replace(markdown, '!?\[([^]]*)\]\([^)]*\)', '\1', 'g');
    -- Rules, the line under a table's head, fences and footnote marks say nothing.
    markdown := regexp_replace(markdown, '(^|\n) *(([-*_=] *){3,}|[|:][-|: ]+|(```|~~~)[^\n]*)(?=\n|$)', '\1', 'g');
    markdown := regexp_replace(markdown, '\[\^[^]\s]+\]:?', '', 'g');
    markdown := regexp_replace(markdown, '(^|\n)[ \t>]*(?:#{1,6} )?[ \t]*', '\1', 'g');
    markdown := regexp_replace(markdown, '([.:;,!?])\n+[ \t]*[-+*•][ \t]+|^[ \t]*[-+*•][ \t]+', E'\\1\n', 'g');
    markdown := regexp_replace(markdown, '\n+[ \t]*[-+*•][ \t]+', E'\n· ', 'g');
    markdown := regexp_replace(markdown, '(^|\n)[ \t]*\||\|[ \t]*(?=\n|$)', '\1', 'g');
    markdown := replace(markdown, ' | ', ' · ');
    markdown := regexp_replace(markdown, '\*+|`+|~~', '', 'g');
    markdown := regexp_replace(markdown, '(^|[^[:alnum:]_])_{1,2}([^_\n]+)_{1,2}(?![[:alnum:]_])', '\1\2', 'g');
    markdown := regexp_replace(markdown, '\\([][\\*_`#|>~+.!(){}-])', '\1', 'g');
  END IF;
  RETURN btrim(markdown, E' \n');
END $$;

-- A long text in passages of at most 1,500 characters, cut where a sentence ends, else at a space.
CREATE OR REPLACE FUNCTION search_passages(body text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  passages text[] := '{}';
  start int := 1;
  piece text;
BEGIN
  IF length(body) <= 1500 THEN
    RETURN ARRAY[body];
  END IF;
  LOOP
    piece := substr(body, start, 1500);
    IF length(piece) = 1500 THEN
      piece := coalesce(substring(piece FROM '^(.*[.!?:;\n])\s'), substring(piece FROM '^(.*)\s'), piece);
    END IF;
    EXIT WHEN piece = '';
    passages := passages || piece;
    start := start + length(piece);
  END LOOP;
  RETURN passages;
END $$;

-- Every text of one language in a piece of content, in no promised order.
CREATE OR REPLACE FUNCTION search_texts(content jsonb, language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(coalesce(string_agg(found #>> '{}', E'\n'), ''), 20000)
  FROM jsonb_path_query(content, CASE language
    WHEN 'es' THEN 'strict $.** ? (@.type() == "object" && exists(@.es)).es'::jsonpath
    ELSE 'strict $.** ? (@.type() == "object" && exists(@.en)).en'::jsonpath END) AS found
  WHERE jsonb_typeof(found) = 'string' AND found <> '""'
$$;

-- Keys that open two things at once; where neither has all of the other's, only those that are in both.
CREATE OR REPLACE FUNCTION search_both(one text[], other text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN '*' = ANY (one) OR one @> other THEN other WHEN '*' = ANY (other) OR other @> one THEN one
    ELSE ARRAY(SELECT unnest(one) INTERSECT SELECT unnest(other) ORDER BY 1) END
$$;

-- Makes the rows of these advisories anew from what is published now.
-- A plan that was made while the tables were empty must not go through all of them once they are full.
CREATE OR REPLACE FUNCTION search_index(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off AS $$
BEGIN
  DELETE FROM search_parts WHERE advisory_id = ANY (ids);
  DELETE FROM search_documents WHERE advisory_id = ANY (ids);

  WITH subject AS MATERIALIZED (
    SELECT a.id, a.number, v.id AS version_id, jsonb_set(v.envelope, '{filing,us,keyTerms}', k.terms) AS envelope, v.tlp, v.readers,
           nullif(a.readers, v.readers) AS advisory_readers
    FROM advisories a JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version,
      LATERAL (SELECT coalesce(jsonb_agg(d.content), '[]') AS terms FROM version_details d
               WHERE d.version_id = v.id AND d.kind = 'key-term' AND d.content ->> 'appliesTo' IS NULL) k
    WHERE a.id = ANY (ids) AND a.status <> 'draft'
  ),
  piece AS (
    SELECT s.id, 'summary' AS kind, NULL::uuid AS part_id, 0 AS position, NULL::text AS public_id, s.tlp, s.readers,
           s.envelope -> 'title' AS heading, s.envelope -> 'summary' ->> 'es' AS es, s.envelope -> 'summary' ->> 'en' AS en,
           'B'::"char" AS weight, s.readers AS subject_readers, s.advisory_readers,
           search_stems(search_texts(s.envelope - ARRAY['title', 'summary'], 'es'),
                        search_texts(s.envelope - ARRAY['title', 'summary'], 'en'), 'D')
             || to_tsvector('english', search_fold(search_names(s.envelope), 'en'))
             || search_typology_names(s.envelope)
             || search_identifiers(s.number, s.envelope) AS besides
    FROM subject s
    UNION ALL
    SELECT s.id, 'section', p.section_id, 1000 + (row_number() OVER (PARTITION BY s.id ORDER BY p.position))::int, NULL, p.tlp, p.readers, p.content -> 'heading',
           p.content -> 'body' ->> 'es', p.content -> 'body' ->> 'en', 'D', s.readers, s.advisory_readers, ''::tsvector
    FROM subject s JOIN version_sections p ON p.version_id = s.version_id
    UNION ALL
    SELECT s.id, 'red-flag', f.indicator_id, 2000 + (row_number() OVER (PARTITION BY s.id ORDER BY f.position))::int, i.public_id, f.tlp, f.readers, f.content -> 'heading',
           f.content -> 'text' ->> 'es', f.content -> 'text' ->> 'en', 'C', s.readers, s.advisory_readers,
           search_stems(search_texts(f.content - 'heading' - 'text', 'es'), search_texts(f.content - 'heading' - 'text', 'en'), 'D')
             || search_stems(coalesce(g.name ->> 'es', ''), coalesce(g.name ->> 'en', '') || E'\n' || coalesce(array_to_string(k.printed, E'\n'), ''), 'D')
             || array_to_tsvector(array_remove(
                  coalesce((SELECT array_agg(search_identifier(term)) FROM unnest(k.printed) AS term), '{}')
                  || ARRAY[search_identifier(i.public_id), search_identifier(f.content ->> 'sourceCode')]
                  || ARRAY(SELECT search_identifier(technique) FROM jsonb_array_elements_text(f.content -> 'amltrix') AS technique), '='))
    FROM subject s JOIN version_red_flags f ON f.version_id = s.version_id JOIN indicators i ON i.id = f.indicator_id
      -- A group's name and its key terms are told by its flags alone: who sees none of them does not know of the group.
      LEFT JOIN LATERAL (SELECT d.content -> 'name' AS name FROM version_details d
                         WHERE d.version_id = s.version_id AND d.kind = 'group' AND d.content ->> 'id' = f.content ->> 'group') g ON true
      LEFT JOIN LATERAL (SELECT array_agg(d.content ->> 'printed') AS printed FROM version_details d
                         WHERE d.version_id = s.version_id AND d.kind = 'key-term' AND d.content ->> 'appliesTo' = f.content ->> 'group') k ON true
    UNION ALL
    -- What was answered to everyone and stands: for whoever may read both the answer and the red flag that it explains (decision 320).
    SELECT s.id, 'question', q.answer_id, 3000 + (row_number() OVER (PARTITION BY s.id ORDER BY q.released_on, q.answer_id))::int, NULL, q.tlp,
           search_both(q.readers, coalesce(i.readers, '{*}')), q.question, q.answer ->> 'es', q.answer ->> 'en', 'D', s.readers, s.advisory_readers, ''::tsvector
    FROM subject s JOIN question_answers q ON q.advisory_id = s.id AND q.current LEFT JOIN indicators i ON i.id = q.indicator_id
    WHERE q.addressee = 'everyone' AND q.withdrawn_on IS NULL AND search_both(q.readers, coalesce(i.readers, '{*}')) <> '{}'
  )
  INSERT INTO search_parts (advisory_id, kind, part_id, position, passage, public_id, tlp, readers, also_readers, advisory_readers,
                            heading_es, heading_en, es, en, tsv)
  SELECT p.id, p.kind, p.part_id, p.position, t.passage, p.public_id, p.tlp, p.readers,
         CASE WHEN '*' = ANY (p.subject_readers) OR p.subject_readers @> p.readers THEN NULL ELSE p.subject_readers END, p.advisory_readers,
         h.es, h.en, coalesce(t.es, ''), coalesce(t.en, ''),
         CASE WHEN t.passage = 1 THEN search_stems(h.es, h.en, 'A') ELSE ''::tsvector END
           || search_stems(coalesce(t.es, ''), coalesce(t.en, ''), p.weight)
           || CASE WHEN t.passage = 1 THEN p.besides ELSE ''::tsvector END
  FROM piece p,
    LATERAL (SELECT search_prose(coalesce(p.heading ->> 'es', '')) AS es, search_prose(coalesce(p.heading ->> 'en', '')) AS en) h,
    LATERAL unnest(search_passages(search_prose(coalesce(p.es, ''))), search_passages(search_prose(coalesce(p.en, ''))))
      WITH ORDINALITY AS t(es, en, passage)
  -- What is read together lies together.
  ORDER BY p.id, p.position, t.passage;

  -- Written once for all rows that have the same. Not by a unique index: whoever publishes would wait for whoever else does.
  INSERT INTO search_reader_sets (readers, also_readers, advisory_readers)
  SELECT g.readers, g.also_readers, g.advisory_readers
  FROM (SELECT DISTINCT p.readers, p.also_readers, p.advisory_readers FROM search_parts p WHERE p.advisory_id = ANY (ids)) g
  WHERE search_reader_set(g.readers, g.also_readers, g.advisory_readers) IS NULL;

  INSERT INTO search_facet_sets (id, facets)
  SELECT DISTINCT ON (search_facet_set(f.facets)) search_facet_set(f.facets), f.facets
  FROM advisories a JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version,
    LATERAL (SELECT search_facets_of(a.type, a.status, a.sort_date, v.envelope, v.typologies) AS facets) f
  WHERE a.id = ANY (ids) AND NOT EXISTS (SELECT 1 FROM search_facet_sets known WHERE known.id = search_facet_set(f.facets));

  -- A group of readers gets one row, made of every part that all of them see. Past some 30 pages in each language the text goes
  -- into a further row: a tsvector holds a megabyte.
  INSERT INTO search_documents (advisory_id, base, facet_set, day, reader_set, terms)
  SELECT a.id, g.base AND c.volume = 0, search_facet_set(c.facets), search_day(a.sort_date),
         search_reader_set(g.readers, g.also_readers, g.advisory_readers),
         array_to_tsvector(c.terms || search_month(search_day(a.sort_date)) || ARRAY(SELECT '@' || lower(f) FROM unnest(c.facets) f)
           || CASE WHEN c.volume = 0 THEN ARRAY(
                SELECT h.term FROM search_parts s, unnest(search_head_terms(s.tsv)) AS h(term)
                WHERE s.advisory_id = g.advisory_id AND s.kind = 'summary' AND s.passage = 1
                  AND (s.readers = g.readers OR '*' = ANY (s.readers) OR s.readers @> g.readers)) ELSE '{}' END)
  FROM (
    SELECT advisory_id, readers, also_readers, advisory_readers, bool_or(kind = 'summary') AS base
    FROM search_parts WHERE advisory_id = ANY (ids) GROUP BY 1, 2, 3, 4
  ) g
  JOIN advisories a ON a.id = g.advisory_id AND a.id = ANY (ids)
  JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version,
  LATERAL (
    SELECT w.volume,
           -- `lav~2~diner`: two stems and how far apart. A phrase is then looked up like a word, without reading the rows it may be in.
           array_agg(w.lexeme) || coalesce(array_agg(w.lexeme || '~' || w.distance || '~' || w.next)
             FILTER (WHERE w.distance BETWEEN 1 AND 5 AND octet_length(w.lexeme) + octet_length(w.next) < 200), '{}') AS terms,
           search_facets_of(a.type, a.status, a.sort_date, v.envelope, v.typologies) AS facets
    FROM (
      SELECT p.volume, word.lexeme, lead(word.lexeme) OVER follows AS next, lead(place) OVER follows - place AS distance
      FROM (
        SELECT id, tsv, (sum(octet_length(es) + octet_length(en)) OVER (ORDER BY position, passage) / 150000)::int AS volume
        FROM search_parts
        WHERE advisory_id = g.advisory_id AND (readers = g.readers OR '*' = ANY (readers) OR readers @> g.readers)
      ) p, unnest(p.tsv) AS word(lexeme, positions, weights) LEFT JOIN LATERAL unnest(word.positions) AS place ON true
      WINDOW follows AS (PARTITION BY p.id, p.volume ORDER BY place)
    ) w
    GROUP BY w.volume
  ) c;
END $$;

-- What ranking goes by, from the passage of a summary: `^dinero` is in title or summary, `^^dinero` in the title.
CREATE OR REPLACE FUNCTION search_head_terms(summary tsvector) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT '^' || lexeme FROM unnest(tsvector_to_array(ts_filter(summary, '{a,b}'))) AS lexeme WHERE octet_length(lexeme) < 200)
    || ARRAY(SELECT '^^' || lexeme FROM unnest(tsvector_to_array(ts_filter(summary, '{a}'))) AS lexeme WHERE octet_length(lexeme) < 200)
$$;

CREATE OR REPLACE FUNCTION search_facets_of(type text, status text, sort_date text, envelope jsonb, typologies text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['type:' || type, 'status:' || status]
    || CASE WHEN sort_date = '' THEN '{}' ELSE ARRAY['year:' || left(sort_date, 4)] END
    || ARRAY(SELECT DISTINCT 'issuer:' || (i ->> 'shortName') FROM jsonb_array_elements(envelope -> 'issuers') i ORDER BY 1)
    || ARRAY(SELECT DISTINCT 'typology:' || t FROM unnest(typologies) t ORDER BY 1)
$$;

-- The set's name is made of what is in it, so that a process may remember what it stands for (search_facets). Of 52 bits: a number in JSON.
CREATE OR REPLACE FUNCTION search_facet_set(facets text[]) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashtextextended(array_to_string(facets, E'\n'), 0) & 4503599627370495
$$;

CREATE OR REPLACE FUNCTION search_reader_set(their text[], also text[], advisory text[]) RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT min(s.id) FROM search_reader_sets s
  WHERE s.readers = their AND s.also_readers IS NOT DISTINCT FROM also AND s.advisory_readers IS NOT DISTINCT FROM advisory
$$;

CREATE OR REPLACE FUNCTION search_day(sort_date text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(rpad(nullif(replace(left(sort_date, 10), '-', ''), ''), 8, '0')::int, 0)
$$;

CREATE OR REPLACE FUNCTION search_month(day int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '@' || day / 100
$$;

-- Names that are the same in both languages.
CREATE OR REPLACE FUNCTION search_names(envelope jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(found #>> '{}', E'\n'), '') FROM (
    SELECT jsonb_path_query(envelope, path) AS found FROM unnest(ARRAY[
      '$.issuers[*].shortName', '$.filing.us.keyTerms[*] ? (@.appliesTo == null).printed', '$.filing.us.fields[*].text', '$.filing.mx.fields[*].text', '$.corridors[*].*',
      '$.lesson.institutions[*].name', '$.lesson.orderNumber', '$.statement.speaker', '$.source.name', '$.source.regulator'
    ]::jsonpath[]) AS path
  ) names WHERE jsonb_typeof(found) = 'string'
$$;

CREATE OR REPLACE FUNCTION search_identifiers(number text, envelope jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(ARRAY[search_identifier(number)] || ARRAY(
    SELECT search_identifier(found #>> '{}') FROM unnest(ARRAY[
      '$.aliases[*]', '$.source.printedNumber', '$.filing.us.keyTerms[*] ? (@.appliesTo == null).normalised', '$.filing.us.keyTerms[*] ? (@.appliesTo == null).printed',
      '$.lesson.institutions[*].lei', '$.lesson.institutions[*].bic', '$.lesson.orderNumber'
    ]::jsonpath[]) AS path, jsonb_path_query(envelope, path) AS found
    WHERE jsonb_typeof(found) = 'string'
  ), '='))
$$;

CREATE OR REPLACE FUNCTION search_typology_names(envelope jsonb) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT search_stems(coalesce(string_agg(t.name_es, E'\n'), ''), coalesce(string_agg(t.name_en, E'\n'), ''), 'B')
    || array_to_tsvector(coalesce(array_agg(DISTINCT '=' || lower(technique)) FILTER (WHERE technique IS NOT NULL), '{}'))
  FROM jsonb_array_elements(envelope -> 'typologies') AS named JOIN typologies t ON t.code = named ->> 'code'
    LEFT JOIN LATERAL unnest(t.amltrix) AS technique ON true
$$;

CREATE OR REPLACE FUNCTION search_advisories_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stale uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    stale := ARRAY(SELECT id FROM now_rows WHERE current_version IS NOT NULL);
  ELSIF TG_OP = 'DELETE' THEN
    stale := ARRAY(SELECT id FROM old_rows);
  ELSE
    stale := ARRAY(SELECT n.id FROM now_rows n JOIN old_rows o ON o.id = n.id
      WHERE (n.number, n.type, n.status, n.current_version, n.sort_date, n.readers)
        IS DISTINCT FROM (o.number, o.type, o.status, o.current_version, o.sort_date, o.readers));
  END IF;
  IF cardinality(stale) > 0 THEN
    PERFORM search_index(stale);
  END IF;
  RETURN NULL;
END $$;

-- A version may be pointed to before its parts are written, or after: either way they are found.
CREATE OR REPLACE FUNCTION search_parts_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stale uuid[];
BEGIN
  IF TG_TABLE_NAME = 'advisory_versions' THEN
    stale := ARRAY(SELECT a.id FROM now_rows v JOIN advisories a ON a.id = v.advisory_id AND a.current_version = v.n);
  ELSE
    stale := ARRAY(SELECT DISTINCT a.id FROM now_rows p JOIN advisory_versions v ON v.id = p.version_id
                   JOIN advisories a ON a.id = v.advisory_id AND a.current_version = v.n);
  END IF;
  IF cardinality(stale) > 0 THEN
    PERFORM search_index(stale);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_typologies_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stale uuid[] := ARRAY(SELECT DISTINCT a.id FROM now_rows t JOIN advisory_versions v ON v.typologies @> ARRAY[t.code]
                        JOIN advisories a ON a.id = v.advisory_id AND a.current_version = v.n);
BEGIN
  IF cardinality(stale) > 0 THEN
    PERFORM search_index(stale);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_answers_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stale uuid[] := ARRAY(SELECT DISTINCT advisory_id FROM now_rows WHERE addressee = 'everyone');
BEGIN
  IF cardinality(stale) > 0 THEN
    PERFORM search_index(stale);
  END IF;
  RETURN NULL;
END $$;

-- An answer is open no longer than the red flag that it explains, which another advisory may close.
CREATE OR REPLACE FUNCTION search_indicators_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stale uuid[] := ARRAY(SELECT DISTINCT q.advisory_id FROM now_rows n JOIN old_rows o ON o.id = n.id
                        JOIN question_answers q ON q.indicator_id = n.id AND q.current AND q.addressee = 'everyone'
                        WHERE n.readers IS DISTINCT FROM o.readers);
BEGIN
  IF cardinality(stale) > 0 THEN
    PERFORM search_index(stale);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS search_insert ON advisories;
CREATE TRIGGER search_insert AFTER INSERT ON advisories REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_advisories_changed();
DROP TRIGGER IF EXISTS search_update ON advisories;
CREATE TRIGGER search_update AFTER UPDATE ON advisories REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_advisories_changed();
DROP TRIGGER IF EXISTS search_delete ON advisories;
CREATE TRIGGER search_delete AFTER DELETE ON advisories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_advisories_changed();
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['advisory_versions', 'version_details', 'version_sections', 'version_red_flags'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS search_insert ON %I', room);
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_parts_changed()', room);
  END LOOP;
END $$;
DROP TRIGGER IF EXISTS search_insert ON question_answers;
CREATE TRIGGER search_insert AFTER INSERT ON question_answers REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_answers_changed();
DROP TRIGGER IF EXISTS search_update ON question_answers;
CREATE TRIGGER search_update AFTER UPDATE ON question_answers REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_answers_changed();
DROP TRIGGER IF EXISTS search_update ON indicators;
CREATE TRIGGER search_update AFTER UPDATE ON indicators REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_indicators_changed();
DROP TRIGGER IF EXISTS search_update ON typologies;
CREATE TRIGGER search_update AFTER UPDATE ON typologies REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION search_typologies_changed();

DO $$
DECLARE owned text;
BEGIN
  FOR owned IN SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'search_') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', owned);
  END LOOP;
END $$;

-- Rows that another format made are made anew. Raise the number with any change to what the functions above put into a row.
DO $$
DECLARE format_now CONSTANT int := 9;
  ids uuid[] := ARRAY(SELECT id FROM advisories WHERE current_version IS NOT NULL ORDER BY id);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM search_format WHERE format = format_now) THEN
    FOR i IN 0..cardinality(ids) / 500 LOOP
      PERFORM search_index(ids[i * 500 + 1 : i * 500 + 500]);
    END LOOP;
    INSERT INTO search_format VALUES (1, format_now) ON CONFLICT (one) DO UPDATE SET format = excluded.format;
  END IF;
END $$;
