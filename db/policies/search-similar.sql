-- Red flags in force that say much the same as `body`, for the one who is writing it, among those that the writer may see.
-- `concepts`: clauses of what the glossary knows in it, in both languages, so a flag written in the other one is found too.
CREATE OR REPLACE FUNCTION similar_red_flags(body text, language text, concepts jsonb, excluding uuid[], most int)
RETURNS TABLE (indicator_id uuid, public_id text, advisory_number text, tlp text, es text, en text, similarity real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET client_min_messages = warning AS $$
DECLARE
  config regconfig := CASE language WHEN 'es' THEN 'spanish' ELSE 'english' END;
  stems text[] := tsvector_to_array(to_tsvector(config, search_fold(left(body, 4000), language)));
  named text[] := ARRAY(SELECT DISTINCT search_clause(c)::text FROM jsonb_array_elements(concepts) c);
  rare text[];
  units text[];
  quarry tsquery;
BEGIN
  IF cardinality(stems) < 2 AND cardinality(named) = 0 THEN
    RETURN;
  END IF;

  -- The rarest words say the most and are looked up the fastest. What the statistics do not list is rare.
  rare := ARRAY(
    SELECT quote_literal(stem) FROM unnest(stems) AS stem LEFT JOIN (
      SELECT word, often FROM pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs[1:cardinality(most_common_elems::text::text[])]) AS known(word, often)
      WHERE schemaname = 'public' AND tablename = 'search_parts' AND attname = 'tsv'
    ) known ON known.word = stem
    WHERE stem !~ '[\\'']'
    ORDER BY coalesce(often, 0), length(stem) DESC LIMIT 8);
  units := named || rare;

  -- Two of them at least, unless the text has no more.
  SELECT string_agg(CASE WHEN cardinality(units) < 3 THEN format('(%s)', a.unit) ELSE format('(%s) & (%s)', a.unit, b.unit) END, ' | ')::tsquery INTO quarry
  FROM unnest(units) WITH ORDINALITY AS a(unit, i) JOIN unnest(units) WITH ORDINALITY AS b(unit, i) ON b.i > a.i OR cardinality(units) = 1;
  IF cardinality(named) > 0 THEN
    quarry := quarry || array_to_string(ARRAY(SELECT format('(%s)', n) FROM unnest(named) n), ' & ')::tsquery;
  END IF;

  RETURN QUERY EXECUTE format($q$
    WITH near AS MATERIALIZED (
      SELECT p.id, p.advisory_id, p.part_id, p.public_id, p.tlp, p.tsv
      FROM search_parts p
      WHERE p.kind = 'red-flag' AND p.passage = 1 AND p.tsv @@ %L::tsquery AND p.part_id <> ALL ($1)
        AND search_open(p.readers, p.also_readers, p.advisory_readers, $7)
      LIMIT 600
    ),
    nearest AS (
      SELECT n.*, (SELECT count(*) FROM unnest($2) AS unit WHERE n.tsv @@ unit::tsquery) AS shared,
             (SELECT count(*) FROM unnest($3) AS unit WHERE n.tsv @@ unit::tsquery) AS meant
      FROM near n ORDER BY shared DESC, n.id DESC LIMIT 60
    ),
    compared AS (
      SELECT n.*, f.content -> 'text' ->> 'es' AS es, f.content -> 'text' ->> 'en' AS en, a.number,
             search_likeness($4, f.content -> 'text' ->> $5, $6, $5) AS alike
      FROM nearest n
        JOIN advisories a ON a.id = n.advisory_id AND a.status = 'published'
        JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version
        JOIN version_red_flags f ON f.version_id = v.id AND f.indicator_id = n.part_id
        JOIN indicators i ON i.id = n.part_id AND i.state IN ('active', 'amended')
    ),
    -- Where there is nothing to compare in the writer's language, what the glossary found in common has to do.
    judged AS (
      SELECT DISTINCT ON (part_id) part_id, public_id, number, tlp, es, en,
             greatest(alike, CASE WHEN cardinality($3) > 0 THEN 0.6 * meant / cardinality($3) ELSE 0 END
                             * CASE WHEN alike IS NULL THEN 1 ELSE 0.5 END)::real AS likeness
      FROM compared ORDER BY part_id, likeness DESC
    )
    SELECT part_id, public_id, number, tlp, es, en, likeness FROM judged
    WHERE likeness >= 0.25 ORDER BY likeness DESC, public_id LIMIT %s
  $q$, quarry, least(most, 50)) USING excluding, units, named, stems, language, config, viewer_keys();
END $$;

-- How much two texts of one language have in common: twice the stems that both have, over the stems of both; null: one is missing.
CREATE OR REPLACE FUNCTION search_likeness(stems text[], other text, config regconfig, language text) RETURNS real LANGUAGE sql STABLE AS $$
  SELECT 2.0 * count(*) FILTER (WHERE stem = ANY (stems)) / nullif(cardinality(stems) + count(*), 0)
  FROM unnest(tsvector_to_array(to_tsvector(config, search_fold(left(other, 4000), language)))) AS stem
  HAVING count(*) > 0
$$;

REVOKE ALL ON FUNCTION similar_red_flags(text, text, jsonb, uuid[], int), search_likeness(text[], text, regconfig, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION similar_red_flags(text, text, jsonb, uuid[], int) TO ribera_web;
