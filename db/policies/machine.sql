-- The machine's health: written by every process and told to the operator, through functions. Counts and times, no content,
-- no address, no name of anyone.
ALTER TABLE processes ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_turns ENABLE ROW LEVEL SECURITY;
-- The owner alone reads and writes it, at start.
ALTER TABLE secret_key_marks ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION process_seen(process uuid, what text, engine text, began timestamptz, at timestamptz, megabytes int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM processes WHERE seen_at < at - interval '1 day';
  INSERT INTO processes VALUES (process, what, engine, began, at, megabytes)
  ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, memory_mb = excluded.memory_mb
$$;

CREATE OR REPLACE FUNCTION job_turn_noted(name text, at timestamptz, met text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO job_turns AS t (job, done_at, failed_at, failures_in_a_row, problem)
  VALUES (name, CASE WHEN met IS NULL THEN at END, CASE WHEN met IS NOT NULL THEN at END, CASE WHEN met IS NULL THEN 0 ELSE 1 END, met)
  ON CONFLICT (job) DO UPDATE SET done_at = coalesce(excluded.done_at, t.done_at), failed_at = coalesce(excluded.failed_at, t.failed_at),
    failures_in_a_row = CASE WHEN met IS NULL THEN 0 ELSE t.failures_in_a_row + 1 END, problem = coalesce(met, t.problem)
$$;

CREATE OR REPLACE FUNCTION machine_health(at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN 'operator' = ANY (viewer_roles()) THEN jsonb_build_object(
    'processes', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'node', node, 'startedAt', started_at,
      'seenAt', seen_at, 'memoryMb', memory_mb) ORDER BY started_at) FROM processes), '[]'),
    'jobs', coalesce((SELECT jsonb_agg(jsonb_build_object('job', job, 'doneAt', done_at, 'failedAt', failed_at,
      'failuresInARow', failures_in_a_row, 'problem', problem) ORDER BY job) FROM job_turns), '[]'),
    'outbox', (SELECT jsonb_build_object(
      'queued', count(*) FILTER (WHERE state = 'queued'), 'retried', count(*) FILTER (WHERE state = 'queued' AND attempts > 0),
      'oldest', min(queued_at) FILTER (WHERE state = 'queued'),
      -- How many were reminded of a round would say how many had not signed.
      'sent', count(*) FILTER (WHERE state = 'sent' AND kind <> 'round-closing' AND sent_at > at - interval '1 day'),
      'dropped', count(*) FILTER (WHERE state = 'dropped' AND kind <> 'round-closing' AND queued_at > at - interval '1 day'),
      'failed', (SELECT coalesce(sum(l.mails), 0) FROM dead_letters() l),
      'problems', coalesce((SELECT jsonb_agg(DISTINCT problem) FROM notices WHERE state IN ('queued', 'failed') AND problem IS NOT NULL), '[]')) FROM notices),
    'database', jsonb_build_object('version', current_setting('server_version'), 'bytes', pg_database_size(current_database()),
      'connections', (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
      'mostConnections', current_setting('max_connections')::int)) END
$$;

REVOKE ALL ON FUNCTION process_seen(uuid, text, text, timestamptz, timestamptz, int), job_turn_noted(text, timestamptz, text),
  machine_health(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION process_seen(uuid, text, text, timestamptz, timestamptz, int), job_turn_noted(text, timestamptz, text),
  machine_health(timestamptz) TO ribera_web;
