-- The doors to the search tables. Each takes the reader's keys from the transaction, so a row, a count or a word that the
-- reader may not see is never part of an answer (decision 060).

-- [{ "not": bool, "exact": bool, "any": [{ "as": "word" | "phrase" | "identifier", "in": "es" | "en" | "both", "text": "…" }] }]:
-- all clauses must hold; app/domain/search/query.ts makes them from what people type.
-- What a term asks for: `spoken` with phrases by position, as search_parts has them, `paired` as pairs of neighbours, which the index
-- of search_documents answers. `long`: pairs answer for two words; three or more have to be looked at where they stand.
DROP FUNCTION IF EXISTS search_term(jsonb, boolean, boolean);
CREATE OR REPLACE FUNCTION search_term(term jsonb, meaningful boolean, OUT spoken tsquery, OUT paired tsquery, OUT long boolean) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  said text := term ->> 'text';
  kind text := term ->> 'as';
  language text := term ->> 'in';
  es tsquery := ''::tsquery;
  en tsquery := ''::tsquery;
  identifier text;
BEGIN
  long := false;
  IF kind = 'identifier' THEN
    identifier := search_identifier(said);
    spoken := CASE WHEN length(identifier) < 5 THEN ''::tsquery ELSE (quote_literal(identifier) || ':*')::tsquery END;
    paired := spoken;
    RETURN;
  END IF;
  IF language <> 'en' THEN
    es := CASE kind WHEN 'word' THEN plainto_tsquery('spanish', search_fold(said, 'es')) ELSE phraseto_tsquery('spanish', search_fold(said, 'es')) END;
  END IF;
  IF language <> 'es' THEN
    en := CASE kind WHEN 'word' THEN plainto_tsquery('english', search_fold(said, 'en')) ELSE phraseto_tsquery('english', search_fold(said, 'en')) END;
  END IF;
  -- A word that says nothing in one language ("de", "the") would only keep out the texts of that language.
  IF meaningful AND kind = 'word' AND language = 'both' AND (numnode(es) = 0 OR numnode(en) = 0) THEN
    spoken := ''::tsquery;
    paired := spoken;
    RETURN;
  END IF;
  spoken := es || en;
  paired := search_pairs(es) || search_pairs(en);
  long := kind = 'phrase' AND least(numnode(es), numnode(en)) >= 5;
END $$;

CREATE OR REPLACE FUNCTION search_pairs(phrase tsquery) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  step text[];
  previous text;
  gap text;
  pairs tsquery := ''::tsquery;
BEGIN
  IF numnode(phrase) <= 1 OR strpos(phrase::text, '<') = 0 THEN
    RETURN phrase;
  END IF;
  FOR step IN SELECT regexp_matches(phrase::text, '''((?:[^'']|'''')*)''(?: <(-|[0-9]+)>)?', 'g') LOOP
    IF previous IS NOT NULL AND gap IS NOT NULL THEN
      pairs := pairs && CASE WHEN gap::int BETWEEN 1 AND 5 AND octet_length(previous) + octet_length(step[1]) < 200
        THEN ('''' || previous || '~' || gap || '~' || step[1] || '''')::tsquery
        ELSE ('''' || previous || ''' & ''' || step[1] || '''')::tsquery END;
    END IF;
    previous := step[1];
    gap := CASE step[2] WHEN '-' THEN '1' ELSE step[2] END;
  END LOOP;
  RETURN pairs;
END $$;

DROP FUNCTION IF EXISTS search_query(jsonb, boolean, boolean, boolean);
DROP FUNCTION IF EXISTS search_is_long(jsonb);
DROP FUNCTION IF EXISTS search_clause(jsonb, boolean, boolean);
CREATE OR REPLACE FUNCTION search_clause(clause jsonb) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  term record;
  found tsquery := ''::tsquery;
BEGIN
  FOR term IN SELECT t.spoken FROM jsonb_array_elements(clause -> 'any') said, search_term(said, true) t LOOP
    found := found || term.spoken;
  END LOOP;
  RETURN found;
END $$;

-- The question for the index: `wanted`. Of what must be there: `every` clause, `touched`: any of them where there are several; `each` term by itself,
-- and the phrases of three words and more, `exact`, that a part must have as they stand.
CREATE OR REPLACE FUNCTION search_understood(clauses jsonb, meaningful boolean,
  OUT wanted tsquery, OUT every tsquery, OUT touched tsquery, OUT each tsquery[], OUT exact tsquery[]) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  clause jsonb;
  barred boolean;
  term record;
  spoken tsquery;
  paired tsquery;
  long boolean;
  excluded tsquery := ''::tsquery;
BEGIN
  wanted := ''::tsquery;
  every := ''::tsquery;
  touched := ''::tsquery;
  each := '{}';
  FOR i IN 0 .. jsonb_array_length(clauses) - 1 LOOP
    clause := clauses -> i;
    barred := (clause ->> 'not')::boolean;
    spoken := ''::tsquery;
    paired := ''::tsquery;
    long := false;
    FOR j IN 0 .. jsonb_array_length(clause -> 'any') - 1 LOOP
      term := search_term(clause -> 'any' -> j, meaningful);
      spoken := spoken || term.spoken;
      paired := paired || term.paired;
      long := long OR term.long;
      IF NOT barred AND numnode(term.spoken) > 0 AND term.spoken <> ALL (each) THEN
        each := each || term.spoken;
      END IF;
    END LOOP;
    IF barred THEN
      excluded := excluded || paired;
    ELSE
      wanted := wanted && paired;
      every := every && spoken;
      touched := touched || spoken;
      IF long AND (clause ->> 'exact')::boolean THEN
        exact := exact || spoken;
      END IF;
    END IF;
  END LOOP;
  IF numnode(wanted) > 0 AND numnode(excluded) > 0 THEN
    wanted := wanted && !!excluded;
  END IF;
END $$;

-- Who may see a row, said once: `keys` are the reader's. Of one expression, so that it becomes part of the statement that calls it.
DROP FUNCTION IF EXISTS search_open(text[]);
CREATE OR REPLACE FUNCTION search_open(readers text[], also_readers text[], advisory_readers text[], keys text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT readers && keys AND (also_readers IS NULL OR also_readers && keys) AND (advisory_readers IS NULL OR advisory_readers && keys)
$$;

-- The same for rows that name their readers by number: one bit for each set, 1 where the reader may see it. A set that somebody
-- writes meanwhile is past the end, and closed.
CREATE OR REPLACE FUNCTION search_open_sets(keys text[]) RETURNS varbit LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(CASE WHEN s.id IS NULL THEN '0' ELSE '1' END, '' ORDER BY i.id), '')::varbit
  FROM generate_series(0, (SELECT max(id) FROM search_reader_sets)) AS i(id)
    LEFT JOIN search_reader_sets s ON s.id = i.id AND search_open(s.readers, s.also_readers, s.advisory_readers, keys)
$$;

CREATE OR REPLACE FUNCTION search_opened(reader_set int, opened varbit) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN reader_set < length(opened) THEN get_bit(opened, reader_set) = 1 ELSE false END
$$;

-- The newest advisories that answer, at most `most`, each by the row that has the most of it. `exact`: phrases that a part must have.
-- Where very many are expected they are taken by a few months or years from the newest: the index joins those with the question, so
-- what is older is never read. Up to five times what is wanted are read faster at once than by years (measured in processor time, of eleven years:
-- 4,500 rows 9 ms, the newest three years of them 12; 5,200 rows 10 and 7, 7,600 rows 13 and 8), and more than three years at once take longer than everything. The planner knows how many only of the
-- commonest words. All that decides only how it is looked for, never what is found. (EXPLAIN may not be asked in a STABLE function.
-- `newness` has no index: by `day` the planner would go down the dates and read every row's terms.)
DROP FUNCTION IF EXISTS search_hits(tsquery, text, int);
DROP FUNCTION IF EXISTS search_hits(tsquery, tsquery[], uuid[], text[], int);
CREATE OR REPLACE FUNCTION search_hits(wanted tsquery, exact tsquery[], named uuid[], keys text[], opened varbit, most int,
  OUT hits uuid[], OUT sets bigint[]) LANGUAGE plpgsql AS $$
DECLARE
  older uuid[];
  older_sets bigint[];
  plan json;
  expected float;
  span tsquery;
  oldest int;
  below int;
  upto int;
  every int;
  years float;
  got int;
  wanting int := most;
BEGIN
  IF numnode(wanted) = 0 THEN
    SELECT array_agg(h.advisory_id), array_agg(h.facet_set) INTO hits, sets FROM (
      SELECT d.advisory_id, d.facet_set FROM search_documents d
      WHERE d.base AND search_opened(d.reader_set, opened)
      ORDER BY d.day DESC, d.advisory_id DESC LIMIT most) h;
    RETURN;
  END IF;

  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT 1 FROM search_documents WHERE terms @@ %L::tsquery', wanted) INTO plan;
  expected := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float;
  IF expected > 5 * most THEN
    SELECT min(d.day), max(d.day) + 1 INTO oldest, below FROM search_documents d WHERE d.day > 0;
    years := 1.15 * most / expected * (below / 10000 - oldest / 10000 + 1);
    years := CASE WHEN years <= 3 THEN years ELSE 1 END;
  END IF;
  below := coalesce(below, 99999999);
  LOOP
    span := wanted;
    upto := NULL;
    IF years <= 3 THEN
      span := NULL;
      upto := below;
      every := CASE WHEN years <= 0.5 THEN 100 ELSE 10000 END;
      FOR i IN 1..greatest(1, ceil(years * CASE every WHEN 100 THEN 12 ELSE 1 END)::int) LOOP
        SELECT d.day / every * every INTO upto FROM search_documents d WHERE d.day < upto ORDER BY d.day DESC LIMIT 1;
        EXIT WHEN NOT FOUND;
        span := coalesce(span || search_span(upto, every), search_span(upto, every));
      END LOOP;
      EXIT WHEN span IS NULL;
      span := wanted && span;
    END IF;
    -- The rows of one advisory have one day.
    SELECT array_agg(h.advisory_id), array_agg(h.facet_set) INTO older, older_sets FROM (
      SELECT DISTINCT ON (d.newness, d.advisory_id) d.advisory_id, d.facet_set FROM search_documents d
      WHERE d.terms @@ span AND d.day + 0 < below AND search_opened(d.reader_set, opened)
        AND (exact IS NULL OR d.advisory_id = ANY (named) OR NOT EXISTS (
          SELECT 1 FROM unnest(exact) phrase WHERE NOT EXISTS (
            SELECT 1 FROM search_parts p WHERE p.advisory_id = d.advisory_id AND p.tsv @@ phrase
              AND search_open(p.readers, p.also_readers, p.advisory_readers, keys))))
      ORDER BY d.newness DESC, d.advisory_id DESC LIMIT wanting) h;
    got := coalesce(cardinality(older), 0);
    hits := hits || older;
    sets := sets || older_sets;
    wanting := wanting - got;
    EXIT WHEN wanting <= 0 OR upto IS NULL;
    years := 1.2 * wanting / nullif(got, 0) * greatest(0.08, search_year(below) - search_year(upto));
    below := upto;
  END LOOP;
END $$;

-- A day in years, to the month.
CREATE OR REPLACE FUNCTION search_year(day int) RETURNS float LANGUAGE sql IMMUTABLE AS $$
  SELECT day / 10000 + greatest(0, day / 100 % 100 - 1) / 12.0
$$;

-- A year or a month as the index has it; what has no date has no year either.
CREATE OR REPLACE FUNCTION search_span(day int, every int) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT quote_literal(CASE WHEN every = 100 OR day = 0 THEN search_month(day) ELSE '@year:' || day / 10000 END)::tsquery
$$;

CREATE OR REPLACE FUNCTION search_facet(kind text, chosen text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN chosen IS NULL THEN ''::tsquery
    ELSE ('''' || replace(replace('@' || kind || ':' || left(lower(chosen), 200), '\', '\\'), '''', '''''') || '''')::tsquery END
$$;

-- All that is chosen, but for one kind.
CREATE OR REPLACE FUNCTION search_narrowing(chosen jsonb, but text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  kind text;
  narrowed tsquery := ''::tsquery;
BEGIN
  FOREACH kind IN ARRAY ARRAY['type', 'status', 'year', 'typology', 'issuer'] LOOP
    IF kind IS DISTINCT FROM but THEN
      narrowed := narrowed && search_facet(kind, chosen ->> kind);
    END IF;
  END LOOP;
  RETURN narrowed;
END $$;

-- Where the words are in title or summary, whatever their order: what search_head_terms of search.sql put into the index.
CREATE OR REPLACE FUNCTION search_in_head(wanted tsquery, mark text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(wanted::text, '''((?:[^'']|'''')*)''', '''' || mark || '\1''', 'g'), '<(-|[0-9]+)>', '&', 'g')::tsquery
$$;

-- One page of advisories, best first, with what the reader can narrow it by. Only what the reader may see is looked at.
-- Up to 1,000 are counted, ranked and broken down; where there are more, the newest 1,000 are shown and broken down, and
-- `more` says so. Ranked: what is called so, then those with every word in the title, any in the title, every one in title or
-- summary, and the rest; the newest first among equals. All of that is in the index, so no row is read to be ranked.
-- A kind of facet by which it is narrowed already is broken down as if it were not.
-- `common`: every word was one that says nothing.
DROP FUNCTION IF EXISTS search_advisories(jsonb, text, jsonb, text, int, int);
CREATE FUNCTION search_advisories(clauses jsonb, whole text, chosen jsonb, language text, skip int, size int,
  OUT answer json, OUT page uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET client_min_messages = warning AS $$
DECLARE
  most CONSTANT int := 1000;
  keys text[] := viewer_keys();
  opened varbit := search_open_sets(keys);
  asked boolean := jsonb_array_length(clauses) > 0;
  meaningful boolean := true;
  question record;
  wanted tsquery := ''::tsquery;
  narrowed tsquery := search_narrowing(chosen, NULL);
  named tsquery := ''::tsquery;
  every tsquery;
  titled tsquery;
  touched tsquery;
  first uuid[] := '{}';
  kind text;
  total int;
  more boolean;
  sets bigint[];
  others jsonb := '{}';
BEGIN
  question := search_understood(clauses, true);
  IF asked THEN
    IF numnode(question.wanted) = 0 THEN
      meaningful := false;
      question := search_understood(clauses, false);
    END IF;
    wanted := question.wanted;
    IF length(search_identifier(whole)) > 3 THEN
      named := quote_literal(search_identifier(whole))::tsquery;
      wanted := wanted || named;
    END IF;
    IF numnode(wanted) = 0 THEN
      answer := '{"common": true}';
      RETURN;
    END IF;
  END IF;
  IF numnode(named) > 0 THEN
    first := ARRAY(SELECT d.advisory_id FROM search_documents d
      WHERE d.terms @@ (named && narrowed) AND search_opened(d.reader_set, opened)
      GROUP BY d.newness, d.advisory_id ORDER BY d.newness DESC, d.advisory_id DESC LIMIT 20);
  END IF;

  SELECT h.hits, h.sets INTO page, sets FROM search_hits(wanted && narrowed, question.exact, first, keys, opened, most + 1) h;
  total := coalesce(cardinality(page), 0);
  more := total > most;
  IF more THEN
    total := most;
    page := page[:most];
    sets := sets[:most];
  END IF;
  IF NOT meaningful AND total = 0 THEN
    answer := '{"common": true}';
    RETURN;
  END IF;

  IF asked AND (total > 1 AND NOT more OR more AND cardinality(first) > 0) THEN
    IF NOT more THEN
      -- What has every word there has every word, and is found faster than it is asked for twice.
      every := narrowed && search_in_head(question.every, '^');
      titled := narrowed && search_in_head(question.every, '^^');
      -- Of a phrase many more have the words than have it as it stands.
      IF strpos(question.every::text, '<') > 0 THEN
        every := wanted && every;
        titled := wanted && titled;
      END IF;
      IF jsonb_array_length(jsonb_path_query_array(clauses, '$[*] ? (@.not == false)')) > 1 THEN
        touched := wanted && narrowed && search_in_head(question.touched, '^^');
      END IF;
    END IF;
    page := ARRAY(
      WITH better AS (
        SELECT found.id, min(found.place) AS place FROM (
          SELECT f.id, 0 AS place FROM unnest(first) AS f(id)
          UNION ALL
          SELECT d.advisory_id, 1 FROM search_documents d
          WHERE d.terms @@ titled AND search_opened(d.reader_set, opened)
          UNION ALL
          SELECT d.advisory_id, 2 FROM search_documents d
          WHERE d.terms @@ touched AND search_opened(d.reader_set, opened)
          UNION ALL
          SELECT d.advisory_id, 3 FROM search_documents d
          WHERE d.terms @@ every AND search_opened(d.reader_set, opened)
        ) found GROUP BY 1
      )
      SELECT h.id FROM (
        SELECT * FROM unnest(page) WITH ORDINALITY AS h(id, newness)
        UNION ALL
        -- What is called so comes first, be it older than the newest 1,000.
        SELECT f.id, 0 FROM unnest(first) AS f(id) WHERE f.id <> ALL (page)
      ) h LEFT JOIN better b ON b.id = h.id
      ORDER BY coalesce(b.place, 4), h.newness OFFSET skip LIMIT size);
  ELSE
    page := coalesce(page[skip + 1 : skip + size], '{}');
  END IF;

  FOR kind IN SELECT k FROM jsonb_object_keys(chosen) k LOOP
    others := others || jsonb_build_object(kind, (
      SELECT h.sets FROM search_hits(wanted && search_narrowing(chosen, kind), question.exact, first, keys, opened, most) h));
  END LOOP;

  -- A list without a question goes on to its end.
  IF NOT asked AND more AND skip >= most THEN
    page := (SELECT h.hits[skip + 1 :] FROM search_hits(narrowed, NULL, NULL, keys, opened, skip + size) h);
  END IF;

  answer := json_build_object('total', total, 'more', more, 'sets', coalesce(sets, '{}'), 'others', others, 'page', page,
    'shown', search_passages_of(page, question.each, whole, language, keys));
END $$;

-- Of each advisory the passage of its summary and at most two others that answer, best first, with which terms of the question are
-- in it; and of each term its stems, by which search.server.ts finds the words to mark.
DROP FUNCTION IF EXISTS search_passages_of(uuid[], jsonb, text, boolean, text, text[]);
DROP FUNCTION IF EXISTS search_passages_of(uuid[], tsquery[], text, text, text[]);
CREATE FUNCTION search_passages_of(page uuid[], each tsquery[], whole text, language text, keys text[]) RETURNS json
LANGUAGE plpgsql STABLE AS $$
DECLARE
  wanted tsquery := ''::tsquery;
  term tsquery;
  stems json;
  told json;
BEGIN
  FOREACH term IN ARRAY each LOOP
    wanted := wanted || term;
  END LOOP;
  IF cardinality(each) > 0 AND length(search_identifier(whole)) > 3 THEN
    wanted := wanted || quote_literal(search_identifier(whole))::tsquery;
  END IF;
  SELECT json_agg(ARRAY(SELECT DISTINCT m[1] FROM regexp_matches(t::text, '''((?:[^'']|'''')*)''', 'g') m)) INTO stems FROM unnest(each) t;

  SELECT json_agg(json_build_object(
    'advisoryId', r.advisory_id, 'kind', r.kind, 'partId', r.part_id, 'publicId', r.public_id, 'tlp', r.tlp,
    'heading', r.heading, 'es', r.es, 'en', r.en,
    'terms', ARRAY(SELECT t.i - 1 FROM unnest(each) WITH ORDINALITY AS t(term, i) WHERE r.tsv @@ t.term)
  ) ORDER BY r.place) INTO told
  FROM (
    SELECT p.advisory_id, p.kind, p.part_id, p.public_id, p.tlp, p.es, p.en, p.tsv, CASE language WHEN 'es' THEN p.heading_es ELSE p.heading_en END AS heading,
           row_number() OVER (PARTITION BY p.advisory_id, p.kind = 'summary' ORDER BY ts_rank(p.tsv, wanted) DESC, p.position, p.passage) AS place
    FROM search_parts p
    WHERE p.advisory_id = ANY (page) AND (p.kind = 'summary' OR p.tsv @@ wanted)
      AND search_open(p.readers, p.also_readers, p.advisory_readers, keys)
  ) r
  WHERE r.place <= CASE r.kind WHEN 'summary' THEN 1 ELSE 2 END;
  RETURN json_build_object('passages', coalesce(told, '[]'), 'stems', coalesce(stems, '[]'));
END $$;

-- What a list shows of these advisories, and what typologies are called: read as the one who asks, under the policies of their own
-- tables. A function only so that the session keeps the plan, which takes longer to make than to run.
DROP FUNCTION IF EXISTS search_shown(uuid[], text[]);
CREATE OR REPLACE FUNCTION search_shown(page uuid[]) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'items', coalesce((SELECT json_object_agg(a.id, json_build_object('number', a.number, 'version', v.n, 'type', a.type, 'status', a.status,
      'tlp', v.tlp, 'date', a.sort_date, 'issuers', e.issuers, 'typologies', v.typologies, 'translation', e.translation, 'title', e.title))
      FROM advisories a JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version,
        -- Three members read of an envelope that is unpacked once.
        LATERAL jsonb_to_record(v.envelope) AS e(issuers json, translation json, title json)
      WHERE a.id = ANY (page)), '{}'),
    'names', coalesce((SELECT json_object_agg(t.code, json_build_object('es', t.name_es, 'en', t.name_en)) FROM typologies t), '{}'));
END $$;

-- All of a search in one statement, which is a transaction of its own: who asks is said first, then what is found and, as the one
-- who asks, what is shown of it.
CREATE OR REPLACE FUNCTION search_page(asks text, clauses jsonb, whole text, chosen jsonb, language text, skip int, size int)
RETURNS TABLE (answer json, shown json) LANGUAGE plpgsql SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  found record;
BEGIN
  PERFORM set_config('ribera.member', asks, true);
  found := search_advisories(clauses, whole, chosen, language, skip, size);
  answer := found.answer;
  shown := search_shown(found.page);
  RETURN NEXT;
END $$;

-- What these sets of facets stand for: only those of advisories that the one who asks may see.
CREATE OR REPLACE FUNCTION search_facets(asks text, sets bigint[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  opened varbit;
BEGIN
  PERFORM set_config('ribera.member', asks, true);
  opened := search_open_sets(viewer_keys());
  RETURN (SELECT coalesce(jsonb_object_agg(s.id, s.facets), '{}') FROM search_facet_sets s
    WHERE s.id = ANY (sets) AND EXISTS (SELECT 1 FROM search_documents d WHERE d.facet_set = s.id AND search_opened(d.reader_set, opened)));
END $$;

-- Which of these folded words have one of these stems, each word with those that it has. Tells nothing of any document.
DROP FUNCTION IF EXISTS search_words_of(text[], text[], text[]);
CREATE OR REPLACE FUNCTION search_words_of(words text[], stems text[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  spanish text[] := string_to_array(search_fold(array_to_string(words, ' '), 'es'), ' ');
BEGIN
  RETURN jsonb_build_object(
    'es', coalesce((SELECT jsonb_object_agg(words[w.i], to_jsonb(ts_lexize('spanish_stem', w.word))) FROM unnest(spanish) WITH ORDINALITY AS w(word, i)
                    WHERE ts_lexize('spanish_stem', w.word) && stems), '{}'),
    'en', coalesce((SELECT jsonb_object_agg(w.word, to_jsonb(ts_lexize('english_stem', w.word))) FROM unnest(words) AS w(word)
                    WHERE ts_lexize('english_stem', w.word) && stems), '{}'));
END $$;

DROP FUNCTION IF EXISTS search_mark(text, text, tsquery);
REVOKE ALL ON FUNCTION search_term(jsonb, boolean), search_pairs(tsquery), search_clause(jsonb),
  search_understood(jsonb, boolean), search_open(text[], text[], text[], text[]), search_in_head(tsquery, text), search_span(int, int), search_year(int), search_narrowing(jsonb, text),
  search_hits(tsquery, tsquery[], uuid[], text[], varbit, int), search_open_sets(text[]), search_opened(int, varbit), search_facet(text, text), search_words_of(text[], text[]), search_shown(uuid[]), search_facets(text, bigint[]),
  search_passages_of(uuid[], tsquery[], text, text, text[]), search_advisories(jsonb, text, jsonb, text, int, int),
  search_page(text, jsonb, text, jsonb, text, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_page(text, jsonb, text, jsonb, text, int, int), search_advisories(jsonb, text, jsonb, text, int, int), search_words_of(text[], text[]), search_shown(uuid[]), search_facets(text, bigint[]), search_fold(text, text) TO ribera_web;
