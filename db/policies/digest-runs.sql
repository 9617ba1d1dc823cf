-- The runs of digests as the operator sees and steers them: how many, never whose or of what.
CREATE OR REPLACE FUNCTION digest_runs_list(most int) RETURNS TABLE ("localDate" text, "begunAt" text, "pausedAt" text, "cancelledAt" text, counts jsonb, problems text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.local_date::text, iso_instant(r.begun_at), iso_instant(r.paused_at), iso_instant(r.cancelled_at),
    (SELECT coalesce(jsonb_object_agg(s.state, s.n), '{}') FROM (SELECT d.state, count(*) AS n FROM digests d WHERE d.local_date = r.local_date GROUP BY 1) s),
    ARRAY(SELECT DISTINCT b.problem FROM digest_batches b WHERE b.local_date = r.local_date AND b.state = 'open' AND b.problem IS NOT NULL ORDER BY 1)
  FROM digest_runs r WHERE 'operator' = ANY (viewer_roles()) ORDER BY r.local_date DESC LIMIT most
$$;

-- Holds a run, lets it go on or ends it; answers why not. What a batch under way meets is still written down: it may have gone out.
CREATE OR REPLACE FUNCTION digest_run_steer(day date, act text, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  run digest_runs;
BEGIN
  SELECT * INTO run FROM digest_runs WHERE local_date = day AND 'operator' = ANY (viewer_roles()) FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'not_found';
  ELSIF run.cancelled_at IS NOT NULL THEN
    RETURN 'run_cancelled';
  -- Noon of the day after has come where the day ends last.
  ELSIF act <> 'resume' AND at >= (day + interval '36 hours') AT TIME ZONE 'UTC'
    AND NOT EXISTS (SELECT 1 FROM digests d WHERE d.local_date = day AND d.state IN ('due', 'batched')) THEN
    RETURN 'run_over';
  ELSIF act = 'pause' AND run.paused_at IS NOT NULL THEN
    RETURN 'run_paused';
  ELSIF act = 'resume' AND run.paused_at IS NULL THEN
    RETURN 'run_not_paused';
  END IF;
  IF act = 'pause' THEN
    UPDATE digest_runs SET paused_at = at, paused_by = viewer_id() WHERE local_date = day;
  ELSIF act = 'resume' THEN
    UPDATE digest_runs SET paused_at = NULL, paused_by = NULL WHERE local_date = day;
  ELSE
    UPDATE digest_runs SET paused_at = NULL, paused_by = NULL, cancelled_at = at, cancelled_by = viewer_id() WHERE local_date = day;
    UPDATE digests SET state = 'cancelled', settled_at = at WHERE local_date = day AND state = 'due';
    -- Taken up at once, to be settled: without doubt nothing of it has gone out.
    UPDATE digest_batches SET next_attempt_at = at WHERE local_date = day AND state = 'open' AND NOT under_way;
  END IF;
  RETURN 'done';
END $$;

REVOKE ALL ON FUNCTION digest_runs_list(int), digest_run_steer(date, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digest_runs_list(int), digest_run_steer(date, text, timestamptz) TO ribera_web;
