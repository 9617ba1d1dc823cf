-- What the screen stopped: a count by kind and day. No text, no writer, no hour, so that a count cannot be laid beside an act.
ALTER TABLE screened_counts ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON screened_counts TO ribera_web;
DROP POLICY IF EXISTS screened_counts_read ON screened_counts;
CREATE POLICY screened_counts_read ON screened_counts FOR SELECT TO ribera_web USING ('operator' = ANY ((SELECT viewer_roles())::text[]));

-- Counts only grow, by one kind at a time, and only under the names that the screen knows.
CREATE OR REPLACE FUNCTION screened_count(on_day date, what text, times int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO screened_counts AS c (day, kind, count) SELECT on_day, what, times
  WHERE times BETWEEN 1 AND 10000 AND what IN ('iban', 'curp', 'clabe', 'rfc', 'bitcoin', 'ethereum', 'tron', 'card', 'passport',
    'ssn', 'itin', 'ein', 'aba', 'phone', 'account', 'email', 'report')
  ON CONFLICT (day, kind) DO UPDATE SET count = c.count + excluded.count
$$;
REVOKE ALL ON FUNCTION screened_count(date, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION screened_count(date, text, int) TO ribera_web;
