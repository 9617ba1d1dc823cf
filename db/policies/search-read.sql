-- The doors to the search tables. Each takes the reader's keys from the transaction, so a row, a count or a word that the
-- reader may not see is never part of an answer (decision 060).

-- [{ "not": bool, "exact": bool, "any": [{ "as": "word" | "phrase" | "identifier", "in": "es" | "en" | "both", "text": "…" }] }]:
-- all clauses must hold; app/domain/search/query.ts makes them from what people type.
-- `paired`: phrases as pairs of neighbours, which the index of search_documents answers; else by position, as search_parts has them.
CREATE OR REPLACE FUNCTION search_term(term jsonb, paired boolean, meaningful boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  said text := term ->> 'text';
  es tsquery := ''::tsquery;
  en tsquery := ''::tsquery;
  identifier text;
BEGIN
  IF term ->> 'as' = 'identifier' THEN
    identifier := search_identifier(said);
    RETURN CASE WHEN length(identifier) < 5 THEN ''::tsquery ELSE (quote_literal(identifier) || ':*')::tsquery END;
  END IF;
  IF term ->> 'in' IN ('es', 'both') THEN
    es := CASE term ->> 'as' WHEN 'word' THEN plainto_tsquery('spanish', search_fold(said, 'es')) ELSE phraseto_tsquery('spanish', search_fold(said, 'es')) END;
  END IF;
  IF term ->> 'in' IN ('en', 'both') THEN
    en := CASE term ->> 'as' WHEN 'word' THEN plainto_tsquery('english', search_fold(said, 'en')) ELSE phraseto_tsquery('english', search_fold(said, 'en')) END;
  END IF;
  -- A word that says nothing in one language ("de", "the") would only keep out the texts of that language.
  IF meaningful AND term ->> 'as' = 'word' AND term ->> 'in' = 'both' AND (numnode(es) = 0 OR numnode(en) = 0) THEN
    RETURN ''::tsquery;
  END IF;
  IF paired THEN
    es := search_pairs(es);
    en := search_pairs(en);
  END IF;
  RETURN es || en;
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

CREATE OR REPLACE FUNCTION search_clause(clause jsonb, paired boolean, meaningful boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  term jsonb;
  found tsquery := ''::tsquery;
BEGIN
  FOR term IN SELECT jsonb_array_elements(clause -> 'any') LOOP
    found := found || search_term(term, paired, meaningful);
  END LOOP;
  RETURN found;
END $$;

-- All clauses together; or, for ranking, any of those that must be there.
CREATE OR REPLACE FUNCTION search_query(clauses jsonb, paired boolean, meaningful boolean, any_of boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  clause jsonb;
  part tsquery;
  positive tsquery := ''::tsquery;
  negative tsquery := ''::tsquery;
BEGIN
  FOR clause IN SELECT jsonb_array_elements(clauses) LOOP
    part := search_clause(clause, paired, meaningful);
    IF numnode(part) = 0 THEN
      CONTINUE;
    ELSIF (clause ->> 'not')::boolean THEN
      negative := negative || part;
    ELSIF any_of THEN
      positive := positive || part;
    ELSE
      positive := positive && part;
    END IF;
  END LOOP;
  IF numnode(positive) = 0 OR any_of OR numnode(negative) = 0 THEN
    RETURN positive;
  END IF;
  RETURN positive && !!negative;
END $$;

-- Pairs answer for two words; three or more, typed in quotes, have to be looked at where they stand.
CREATE OR REPLACE FUNCTION search_is_long(clause jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (clause ->> 'exact')::boolean AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(clause -> 'any') term
    WHERE least(numnode(phraseto_tsquery('spanish', search_fold(term ->> 'text', 'es'))),
                numnode(phraseto_tsquery('english', search_fold(term ->> 'text', 'en')))) >= 5)
$$;

-- Who may see a row, said once: `keys` are the reader's.
CREATE OR REPLACE FUNCTION search_open(keys text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('readers && %1$L AND (also_readers IS NULL OR also_readers && %1$L) AND (advisory_readers IS NULL OR advisory_readers && %1$L)', keys)
$$;

-- The newest rows of search_documents that answer, at most `most`. Where very many are expected they are taken by months from
-- the newest: the index joins the months with the question, so what is older is never read. How many are expected decides only
-- how it is looked for, never what is found. (EXPLAIN may not be asked in a STABLE function. `day + 0` keeps the planner from
-- going down the dates and reading every row's terms.)
DROP FUNCTION IF EXISTS search_hits(tsquery, text, int);
CREATE FUNCTION search_hits(wanted tsquery, which text, most int)
RETURNS TABLE (id bigint, advisory_id uuid, type text, status text, issuers text[], typologies text[], day int) LANGUAGE plpgsql AS $$
DECLARE
  hits CONSTANT text := 'SELECT id, advisory_id, type, status, issuers, typologies, day FROM search_documents WHERE ';
  plan json;
  expected float;
  month int := 99999999;
  batch int;
  months tsquery;
  got int;
  wanting int := most;
BEGIN
  IF numnode(wanted) = 0 THEN
    RETURN QUERY EXECUTE format('%s %s ORDER BY day DESC, id DESC LIMIT %s', hits, which, most);
    RETURN;
  END IF;

  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT 1 FROM search_documents WHERE terms @@ %L::tsquery', wanted) INTO plan;
  expected := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float;
  IF expected < 12 * most THEN
    RETURN QUERY EXECUTE format('%s terms @@ %L::tsquery AND %s ORDER BY day + 0 DESC, id DESC LIMIT %s', hits, wanted, which, most);
    RETURN;
  END IF;

  SELECT ceil(2.0 * most * 12 * (max(d.day) / 10000 - min(d.day) / 10000 + 1) / expected)::int INTO batch
  FROM search_documents d WHERE d.day > 0;
  batch := greatest(1, least(coalesce(batch, 1), 60));
  LOOP
    months := NULL;
    FOR i IN 1..batch LOOP
      SELECT d.day / 100 * 100 INTO month FROM search_documents d WHERE d.day < month ORDER BY d.day DESC LIMIT 1;
      EXIT WHEN NOT FOUND;
      months := coalesce(months || quote_literal(search_month(month))::tsquery, quote_literal(search_month(month))::tsquery);
    END LOOP;
    EXIT WHEN months IS NULL;
    RETURN QUERY EXECUTE format('%s terms @@ %L::tsquery AND %s ORDER BY day + 0 DESC, id DESC LIMIT %s', hits, wanted && months, which, wanting);
    GET DIAGNOSTICS got = ROW_COUNT;
    wanting := wanting - got;
    EXIT WHEN wanting <= 0 OR month IS NULL;
    batch := batch * 2;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION search_facet(kind text, chosen text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN chosen IS NULL THEN ''::tsquery
    ELSE ('''' || replace(replace('@' || kind || ':' || left(chosen, 200), '\', '\\'), '''', '''''') || '''')::tsquery END
$$;

-- One page of advisories, best first, with what the reader can narrow it by. Only what the reader may see is looked at.
-- Up to 1,000 are counted, ranked and broken down; where there are more, the newest 1,000 are shown and broken down, and
-- `more` says so.
-- `common`: every word was one that says nothing.
CREATE OR REPLACE FUNCTION search_advisories(clauses jsonb, whole text, chosen jsonb, language text, skip int, size int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET client_min_messages = warning AS $$
DECLARE
  most CONSTANT int := 1000;
  keys text[] := viewer_keys();
  which text := search_open(keys);
  asked boolean := jsonb_array_length(clauses) > 0;
  meaningful boolean := true;
  common boolean := false;
  wanted tsquery := ''::tsquery;
  narrowed tsquery;
  ranking tsquery := ''::tsquery;
  named tsquery := ''::tsquery;
  first uuid[] := '{}';
  clause jsonb;
  more boolean;
  answer jsonb;
  page uuid[];
BEGIN
  IF asked THEN
    wanted := search_query(clauses, true, true, false);
    IF numnode(wanted) = 0 THEN
      meaningful := false;
      wanted := search_query(clauses, true, false, false);
    END IF;
    common := NOT meaningful;
    IF length(search_identifier(whole)) > 3 THEN
      named := quote_literal(search_identifier(whole))::tsquery;
      wanted := wanted || named;
    END IF;
    IF numnode(wanted) = 0 THEN
      RETURN '{"common": true}';
    END IF;
    ranking := search_query(clauses, false, meaningful, true);
  ELSE
    which := 'base AND ' || which;
  END IF;

  narrowed := search_facet('type', chosen ->> 'type') && search_facet('status', chosen ->> 'status') && search_facet('year', chosen ->> 'year')
    && search_facet('typology', chosen ->> 'typology') && search_facet('issuer', lower(chosen ->> 'issuer'));
  IF numnode(named) > 0 THEN
    EXECUTE format('SELECT array(SELECT advisory_id FROM search_documents WHERE terms @@ %L::tsquery AND %s LIMIT 20)', named && narrowed, which) INTO first;
  END IF;
  FOR clause IN SELECT c FROM jsonb_array_elements(clauses) c WHERE NOT (c ->> 'not')::boolean AND search_is_long(c) LOOP
    which := which || format(' AND (advisory_id = ANY (%L::uuid[]) OR EXISTS (SELECT 1 FROM search_parts p WHERE p.advisory_id = search_documents.advisory_id AND p.tsv @@ %L::tsquery AND %s))',
                             first, search_clause(clause, false, meaningful), search_open(keys));
  END LOOP;

  WITH hit AS MATERIALIZED (
    SELECT * FROM search_hits(wanted && narrowed, which, most + 1)
  ),
  counted AS MATERIALIZED (
    SELECT count(*) > most AS more FROM hit
  ),
  found AS MATERIALIZED (
    SELECT DISTINCT ON (h.advisory_id) h.*, h.advisory_id = ANY (first) AS is_named,
           CASE WHEN asked AND NOT (SELECT c.more FROM counted c)
             THEN (SELECT ts_rank(t.head, ranking) FROM search_heads t WHERE t.advisory_id = h.advisory_id) ELSE 0 END AS rank
    FROM (SELECT * FROM hit LIMIT most) h
    ORDER BY h.advisory_id
  ),
  facet AS (
    SELECT f.kind, f.value, count(*) FROM found, LATERAL (
      VALUES ('type', type), ('status', status), ('year', nullif(day / 10000, 0)::text)
      UNION ALL SELECT 'issuer', unnest(issuers) UNION ALL SELECT 'typology', unnest(typologies)
    ) f (kind, value)
    WHERE f.value IS NOT NULL GROUP BY f.kind, f.value
  )
  SELECT (SELECT c.more FROM counted c), jsonb_build_object(
    'total', (SELECT count(*) FROM found), 'more', (SELECT c.more FROM counted c),
    'facets', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'count', count) ORDER BY count DESC, value DESC) FROM facet), '[]')),
    ARRAY(SELECT advisory_id FROM found ORDER BY is_named DESC, rank DESC, day DESC, id DESC OFFSET skip LIMIT size)
  INTO more, answer, page;
  IF common AND answer ->> 'total' = '0' THEN
    RETURN '{"common": true}';
  END IF;

  -- A list without a question goes on to its end.
  IF NOT asked AND more AND skip >= most THEN
    EXECUTE format('SELECT array(SELECT advisory_id FROM search_documents WHERE %s AND %s ORDER BY day DESC, id DESC OFFSET %s LIMIT %s)',
                   CASE WHEN numnode(narrowed) = 0 THEN 'true' ELSE format('terms @@ %L::tsquery', narrowed) END, which, skip, size) INTO page;
  END IF;

  RETURN answer || jsonb_build_object('page', to_jsonb(page),
    'passages', CASE WHEN asked THEN search_passages_of(page, clauses, whole, meaningful, language, keys) ELSE '[]' END);
END $$;

-- The passages that answer, at most two of an advisory, the title's and summary's besides; marked in a folded copy between
-- U+E000 and U+E001, which search.server.ts carries over to the text as written.
CREATE OR REPLACE FUNCTION search_passages_of(page uuid[], clauses jsonb, whole text, meaningful boolean, language text, keys text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  each text[] := ARRAY(
    SELECT DISTINCT t::text FROM jsonb_array_elements(clauses) c, jsonb_array_elements(c -> 'any') term, search_term(term, false, meaningful) t
    WHERE NOT (c ->> 'not')::boolean AND numnode(t) > 0);
  named text := CASE WHEN length(search_identifier(whole)) > 3 THEN quote_literal(search_identifier(whole)) END;
  wanted tsquery := array_to_string(each || named, ' | ')::tsquery;
  found jsonb;
BEGIN
  EXECUTE format($q$
    WITH ranked AS (
      SELECT p.*, row_number() OVER (PARTITION BY advisory_id, kind = 'summary' ORDER BY ts_rank(tsv, $2) DESC, position, passage) AS place
      FROM search_parts p
      WHERE advisory_id = ANY ($1) AND tsv @@ $2 AND %s
    ),
    told AS MATERIALIZED (
      SELECT r.*, (SELECT string_agg(word, ' | ')::tsquery FROM unnest($3) AS word WHERE r.tsv @@ word::tsquery) AS said
      FROM ranked r WHERE place <= CASE kind WHEN 'summary' THEN 1 ELSE 2 END
    ),
    own AS MATERIALIZED (
      SELECT t.*, search_mark($4, CASE $4 WHEN 'es' THEN es ELSE en END, said) AS own,
             search_mark($4, CASE $4 WHEN 'es' THEN heading_es ELSE heading_en END, said) AS heading
      FROM told t
    ),
    marked AS MATERIALIZED (
      SELECT o.*, CASE WHEN strpos(own, U&'\E000') = 0 THEN search_mark(CASE $4 WHEN 'es' THEN 'en' ELSE 'es' END, CASE $4 WHEN 'es' THEN en ELSE es END, said) END AS other
      FROM own o
    )
    SELECT jsonb_agg(jsonb_build_object(
      'advisoryId', advisory_id, 'kind', kind, 'partId', part_id, 'publicId', public_id, 'tlp', tlp,
      'heading', CASE $4 WHEN 'es' THEN heading_es ELSE heading_en END, 'headingMarked', heading,
      'language', l.language, 'text', CASE l.language WHEN 'es' THEN es ELSE en END, 'textMarked', CASE l.language WHEN $4 THEN own ELSE other END
    ) ORDER BY kind <> 'summary', place)
    FROM marked, LATERAL (
      SELECT CASE WHEN strpos(other, U&'\E000') > 0 OR own = '' AND other <> '' THEN CASE $4 WHEN 'es' THEN 'en' ELSE 'es' END ELSE $4 END AS language
    ) l
  $q$, search_open(keys)) INTO found USING page, wanted, each, language;
  RETURN coalesce(found, '[]');
END $$;

CREATE OR REPLACE FUNCTION search_mark(language text, body text, said tsquery) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF said IS NULL OR body = '' THEN
    RETURN body;
  END IF;
  RETURN ts_headline(CASE language WHEN 'es' THEN 'spanish' ELSE 'english' END::regconfig, search_fold(body, language), said,
                     U&'HighlightAll=true,StartSel=\E000,StopSel=\E001');
END $$;

REVOKE ALL ON FUNCTION search_term(jsonb, boolean, boolean), search_is_long(jsonb), search_pairs(tsquery), search_clause(jsonb, boolean, boolean),
  search_query(jsonb, boolean, boolean, boolean), search_open(text[]), search_hits(tsquery, text, int), search_facet(text, text),
  search_passages_of(uuid[], jsonb, text, boolean, text, text[]), search_mark(text, text, tsquery),
  search_advisories(jsonb, text, jsonb, text, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_advisories(jsonb, text, jsonb, text, int, int) TO ribera_web;
