-- Digests: made, gathered into batches and settled by the clock alone, through functions. Nobody reads a row; the operator counts.
ALTER TABLE digest_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE digests ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_pace ENABLE ROW LEVEL SECURITY;
INSERT INTO mail_pace VALUES (1, '2000-01-01') ON CONFLICT DO NOTHING;

ALTER TABLE mail_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_stops ENABLE ROW LEVEL SECURITY;

-- What the mail service told, once however often it tells. `stops`: true stops these addresses, false lets them go again.
CREATE OR REPLACE FUNCTION mail_event_note(event text, what text, happened timestamptz, received timestamptz, addresses text[], stops boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail_events (id, kind, at, received_at) VALUES (event, what, happened, received) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF stops IS NOT NULL THEN
    INSERT INTO mail_stops (address_hash, since, lifted_at)
    SELECT DISTINCT sha256(convert_to(a, 'UTF8')), CASE WHEN stops THEN happened END, CASE WHEN NOT stops THEN happened END FROM unnest(addresses) a
    ON CONFLICT (address_hash) DO UPDATE SET since = greatest(mail_stops.since, excluded.since), lifted_at = greatest(mail_stops.lifted_at, excluded.lifted_at);
  END IF;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION mail_event_note(text, text, timestamptz, timestamptz, text[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_event_note(text, text, timestamptz, timestamptz, text[], boolean) TO ribera_web;

-- The zones of those who may get a digest: which of them have come to seven is reckoned by the caller.
CREATE OR REPLACE FUNCTION digest_zones() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT time_zone FROM members WHERE left_at IS NULL AND clock_alone()
$$;

-- `places`: zone, date, the Monday of its week, and the instant of seven o'clock there, which has come. Once per member and date; a
-- clock set back makes no second one, and one that ran ahead silences nobody for more than a week.
CREATE OR REPLACE FUNCTION digests_make(at timestamptz, places jsonb) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  made int;
  whose uuid[];
  days date[];
  weeklies boolean[];
BEGIN
  IF NOT clock_alone() THEN
    RETURN 0;
  END IF;
  -- First whose, then the rows: a look at the table for each, while it grows by each, would take the square of their number.
  SELECT array_agg(m.id), array_agg(p.date),
    array_agg(NOT EXISTS (SELECT 1 FROM digests d WHERE d.member_id = m.id AND d.weekly AND d.local_date >= p.monday AND d.state <> 'cancelled'))
  INTO whose, days, weeklies
  FROM jsonb_to_recordset(places) AS p(zone text, date date, monday date, seven timestamptz)
    JOIN members m ON m.time_zone = p.zone AND m.left_at IS NULL AND m.created_at < p.seven
    JOIN organisations o ON o.id = m.organisation_id AND o.kind <> 'operator' AND stands(o.vetting, o.vetted_until)
  WHERE NOT EXISTS (SELECT 1 FROM digests d WHERE d.member_id = m.id AND d.local_date BETWEEN p.date AND p.date + 7);
  INSERT INTO digest_runs (local_date, begun_at) SELECT DISTINCT unnest(days), at ON CONFLICT DO NOTHING;
  INSERT INTO digests (member_id, local_date, weekly, state, made_at)
  SELECT n.id, n.day, n.weekly, CASE WHEN r.cancelled_at IS NULL THEN 'due' ELSE 'cancelled' END, at
  FROM unnest(whose, days, weeklies) AS n(id, day, weekly) LEFT JOIN digest_runs r ON r.local_date = n.day
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;

-- What is new for the members of these digests at this moment: committed before the digest was gathered, told by none before it that
-- told of that kind, and theirs to know. `habits`: what holds of each kind where a member chose nothing.
CREATE OR REPLACE FUNCTION digest_news(which uuid[], at timestamptz, habits jsonb) RETURNS TABLE (digest_id uuid, news_id uuid, flags text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  horizon xid8;
  candidates uuid[];
BEGIN
  -- Whatever the last weekly one of each of them saw was told or left out by it.
  IF NOT EXISTS (SELECT 1 FROM digests d WHERE d.id = ANY (which) AND NOT EXISTS (
    SELECT 1 FROM digests e WHERE e.member_id = d.member_id AND e.weekly AND (d.again_at IS NULL OR e.local_date < d.local_date)
      AND e.state IN ('accepted', 'nothing-new', 'uncertain'))) THEN
    SELECT x INTO horizon FROM (
      SELECT (SELECT pg_snapshot_xmin(e.upto) FROM digests e WHERE e.member_id = d.member_id AND e.weekly
              AND (d.again_at IS NULL OR e.local_date < d.local_date) AND e.state IN ('accepted', 'nothing-new', 'uncertain') ORDER BY e.local_date DESC LIMIT 1) AS x
      FROM digests d WHERE d.id = ANY (which)) s WHERE x IS NOT NULL ORDER BY x LIMIT 1;
  END IF;
  candidates := ARRAY(SELECT n.id FROM news n WHERE n.at > digest_news.at - interval '60 days' AND (horizon IS NULL OR n.xid >= horizon));
  RETURN QUERY
  SELECT d.id, f.news_id, f.flags
  FROM news_for(ARRAY(SELECT member_id FROM digests WHERE id = ANY (which)), candidates) f
    JOIN digests d ON d.member_id = f.member_id AND d.id = ANY (which)
    JOIN members m ON m.id = f.member_id JOIN news n ON n.id = f.news_id
    LEFT JOIN notice_choices c ON c.member_id = f.member_id AND c.kind = n.kind
  WHERE pg_visible_in_snapshot(n.xid, d.upto) AND n.at >= m.created_at
    -- Which kinds were left for the weekly one was settled when it was gathered: a choice made since neither loses one nor tells it twice.
    AND coalesce(c.choice, habits ->> n.kind) IN ('daily', 'weekly') AND NOT n.kind = ANY (d.kept)
    AND NOT EXISTS (
      SELECT 1 FROM digests e WHERE e.member_id = d.member_id AND e.id <> d.id AND (d.again_at IS NULL OR e.local_date < d.local_date)
        AND (e.state IN ('accepted', 'nothing-new', 'uncertain') OR e.again_at IS NOT NULL) AND NOT n.kind = ANY (e.kept) AND pg_visible_in_snapshot(n.xid, e.upto))
  ORDER BY d.id, n.xid, n.id;
END $$;

-- Gathers digests that are due into batches of at most a hundred; those with nothing to tell are settled. A member's next one waits
-- until the one before is settled, or both would tell the same. One that goes out again tells what it would have told then.
CREATE OR REPLACE FUNCTION digests_gather(at timestamptz, most int, habits jsonb) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  taken uuid[];
  telling uuid[];
  part uuid[];
  day date;
  batch uuid;
BEGIN
  IF NOT clock_alone() THEN
    RETURN 0;
  END IF;
  -- Put down by who had not seen the run end.
  FOR day IN SELECT r.local_date FROM digest_runs r WHERE r.cancelled_at IS NOT NULL ORDER BY 1 LOOP
    UPDATE digests d SET state = 'cancelled', settled_at = digests_gather.at WHERE d.local_date = day AND d.state = 'due' AND d.again_at IS NULL;
  END LOOP;
  -- Day by day, in the order of an index: what is not taken now is not looked at either.
  taken := '{}';
  FOR day IN SELECT r.local_date FROM digest_runs r WHERE r.paused_at IS NULL ORDER BY 1 LOOP
    EXIT WHEN cardinality(taken) >= most;
    taken := taken || ARRAY(
      SELECT d.id FROM digests d
      WHERE d.local_date = day AND d.state = 'due' AND NOT EXISTS (
        SELECT 1 FROM digests e WHERE e.member_id = d.member_id AND e.local_date < d.local_date AND e.state IN ('due', 'batched'))
      ORDER BY d.id LIMIT most - cardinality(taken) FOR UPDATE OF d SKIP LOCKED);
  END LOOP;
  UPDATE digests d SET upto = coalesce(d.upto, pg_current_snapshot()), kept = CASE WHEN d.again_at IS NOT NULL THEN d.kept WHEN d.weekly THEN '{}' ELSE ARRAY(
      SELECT h.key FROM jsonb_each_text(habits) h LEFT JOIN notice_choices c ON c.member_id = d.member_id AND c.kind = h.key
      WHERE coalesce(c.choice, h.value) = 'weekly') END
  WHERE d.id = ANY (taken);
  UPDATE notices n SET digest_id = d.id FROM digests d
  WHERE d.id = ANY (taken) AND n.member_id = d.member_id AND n.state = 'held' AND n.digest_id IS NULL
    AND (d.weekly OR NOT n.kind = ANY (d.kept));
  telling := ARRAY(
    SELECT digest_id FROM digest_news(taken, at, habits)
    UNION SELECT n.digest_id FROM notices n WHERE n.digest_id = ANY (taken) AND n.state = 'held'
    UNION SELECT d.id FROM digests d JOIN digest_habits h ON h.member_id = d.member_id AND h.quiet_line WHERE d.id = ANY (taken) AND d.weekly);
  UPDATE digests SET state = 'nothing-new', settled_at = at WHERE id = ANY (taken) AND id <> ALL (telling);
  FOR day, part IN
    SELECT local_date, array_agg(id) FROM (
      SELECT d.id, d.local_date, (row_number() OVER (PARTITION BY d.local_date ORDER BY d.id) - 1) / 100 AS n
      FROM digests d WHERE d.id = ANY (telling)) s GROUP BY local_date, n
  LOOP
    INSERT INTO digest_batches (local_date, state, made_at, next_attempt_at) VALUES (day, 'open', at, at) RETURNING id INTO batch;
    UPDATE digests SET state = 'batched', batch_id = batch WHERE id = ANY (part);
  END LOOP;
  RETURN cardinality(taken);
END $$;

-- Takes one batch for one attempt: nobody else takes it before `until`. An attempt whose end nobody wrote down may have been accepted.
-- `cancelled`: its run is, and it must only be settled.
DROP FUNCTION IF EXISTS digest_batch_take(timestamptz, timestamptz);
CREATE OR REPLACE FUNCTION digest_batch_take(at timestamptz, until timestamptz)
RETURNS TABLE (id uuid, attempts int, "localDate" text, "firstTriedAt" text, "inDoubt" boolean, cancelled boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE digest_batches b SET attempts = b.attempts + 1, next_attempt_at = until, first_tried_at = coalesce(b.first_tried_at, at),
    in_doubt = b.in_doubt OR b.under_way, under_way = true
  WHERE b.id = (SELECT d.id FROM digest_batches d JOIN digest_runs r ON r.local_date = d.local_date
                WHERE d.state = 'open' AND d.next_attempt_at <= at AND r.paused_at IS NULL AND clock_alone()
                ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
  RETURNING b.id, b.attempts, b.local_date::text, iso_instant(b.first_tried_at), b.in_doubt,
    (SELECT r.cancelled_at IS NOT NULL FROM digest_runs r WHERE r.local_date = b.local_date)
      AND NOT coalesce((SELECT bool_or(a.again_at IS NOT NULL) FROM digests a WHERE a.batch_id = b.id), false)
$$;

-- To whom a batch goes and what each is told, as it is so at this moment.
CREATE OR REPLACE FUNCTION digest_batch_read(batch uuid, at timestamptz, habits jsonb)
RETURNS TABLE (id uuid, weekly boolean, recipient jsonb, items jsonb, notices jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT d.* FROM digests d WHERE d.batch_id = batch AND d.state = 'batched' AND clock_alone()),
  item AS MATERIALIZED (
    SELECT n.digest_id, jsonb_agg(jsonb_build_object('newsId', n.news_id, 'flags', n.flags)) AS items
    FROM digest_news(ARRAY(SELECT m.id FROM mine m), at, habits) n GROUP BY n.digest_id)
  SELECT d.id, d.weekly,
    jsonb_build_object('memberId', m.id, 'email', m.email, 'name', m.name, 'language', m.language, 'timeZone', m.time_zone,
      'left', m.left_at IS NOT NULL, 'vetting', o.vetting, 'stands', stands(o.vetting, o.vetted_until), 'stopped', address_is_stopped(m.email),
      'quietLine', coalesce((SELECT h.quiet_line FROM digest_habits h WHERE h.member_id = m.id), false)),
    coalesce(i.items, '[]'),
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'about', n.about, 'queuedAt', iso_instant(n.queued_at),
        'choice', (SELECT c.choice FROM notice_choices c WHERE c.member_id = m.id AND c.kind = n.kind),
        'facts', notice_facts(n.about, m.id, at)) ORDER BY n.queued_at, n.id)
      FROM notices n WHERE n.digest_id = d.id AND n.state = 'held'), '[]')
  FROM mine d JOIN members m ON m.id = d.member_id JOIN organisations o ON o.id = m.organisation_id LEFT JOIN item i ON i.digest_id = d.id
  ORDER BY d.id
$$;

-- Writes down how an attempt ended. `ends`: of each digest `[id, state, problem]`; `told`: notices that the mails said, `[id, problem]`.
-- `outcome` open: once more at `next`; undone: surely not accepted and its key expired, or its run cancelled: its digests are gathered anew, or end;
-- apart: refused as a whole because of one of them: its halves are tried, each by a key of its own.
CREATE OR REPLACE FUNCTION digest_batch_settle(batch uuid, outcome text, doubt boolean, at timestamptz, next timestamptz, met text, ends jsonb, told jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  half uuid;
  part uuid[];
BEGIN
  UPDATE digest_batches SET state = CASE outcome WHEN 'apart' THEN 'undone' ELSE outcome END, under_way = false, in_doubt = in_doubt OR doubt, problem = met,
    next_attempt_at = coalesce(next, next_attempt_at), settled_at = CASE WHEN outcome <> 'open' THEN at END
  WHERE id = batch AND state = 'open' AND clock_alone();
  IF NOT FOUND OR outcome = 'open' THEN
    RETURN;
  END IF;
  IF outcome = 'apart' THEN
    FOR part IN SELECT array_agg(id) FROM (SELECT id, ntile(2) OVER (ORDER BY id) AS n FROM digests WHERE batch_id = batch AND state = 'batched') s GROUP BY n LOOP
      INSERT INTO digest_batches (local_date, state, made_at, next_attempt_at, apart_from)
      SELECT b.local_date, 'open', digest_batch_settle.at, digest_batch_settle.at, coalesce(b.apart_from, b.id) FROM digest_batches b WHERE b.id = batch RETURNING id INTO half;
      UPDATE digests SET batch_id = half WHERE id = ANY (part);
    END LOOP;
    RETURN;
  END IF;
  IF outcome = 'undone' THEN
    UPDATE notices SET digest_id = NULL WHERE digest_id IN (SELECT id FROM digests WHERE batch_id = batch) AND state = 'held';
    UPDATE digests d SET state = CASE WHEN r.cancelled_at IS NULL OR d.again_at IS NOT NULL THEN 'due' ELSE 'cancelled' END,
      batch_id = NULL, upto = CASE WHEN d.again_at IS NOT NULL THEN d.upto END,
      settled_at = CASE WHEN r.cancelled_at IS NOT NULL AND d.again_at IS NULL THEN at END
    FROM digest_runs r WHERE r.local_date = d.local_date AND d.batch_id = batch AND d.state = 'batched';
    RETURN;
  END IF;
  UPDATE digests d SET state = e.state, problem = e.problem, settled_at = at
  FROM jsonb_to_recordset(ends) AS e(id uuid, state text, problem text) WHERE d.id = e.id AND d.batch_id = batch AND d.state = 'batched';
  UPDATE notices n SET state = CASE WHEN t.problem IS NULL THEN 'sent' ELSE 'dropped' END, problem = t.problem, sent_at = CASE WHEN t.problem IS NULL THEN at END
  FROM jsonb_to_recordset(told) AS t(id uuid, problem text) WHERE n.id = t.id AND n.state = 'held';
  -- What a digest that did not leave would have told waits for the next one.
  UPDATE notices n SET digest_id = NULL WHERE n.digest_id = ANY (ARRAY(SELECT d.id FROM digests d WHERE d.batch_id = batch)) AND n.state = 'held';
  -- However far a batch was halved, the operator has one of it.
  UPDATE digests d SET batch_id = b.apart_from FROM digest_batches b WHERE b.id = batch AND b.apart_from IS NOT NULL AND d.batch_id = batch AND d.state = 'failed';
END $$;

-- What was settled before, with what the mail service told of it: no news are that old (sixty days), so nothing of it is told again.
CREATE OR REPLACE FUNCTION digests_forget(before timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old uuid[];
BEGIN
  IF NOT clock_alone() OR before > now() - interval '65 days' THEN
    RETURN 0;
  END IF;
  old := ARRAY(
    SELECT d.id FROM digests d WHERE d.local_date < before::date AND d.state NOT IN ('due', 'batched') LIMIT 20000 FOR UPDATE SKIP LOCKED);
  UPDATE notices SET digest_id = NULL WHERE digest_id = ANY (old);
  DELETE FROM digests WHERE id = ANY (old);
  DELETE FROM digest_batches b WHERE b.local_date < before::date AND b.state <> 'open' AND NOT EXISTS (SELECT 1 FROM digests d WHERE d.batch_id = b.id);
  DELETE FROM digest_runs r WHERE r.local_date < before::date AND NOT EXISTS (SELECT 1 FROM digests d WHERE d.local_date = r.local_date)
    AND NOT EXISTS (SELECT 1 FROM digest_batches b WHERE b.local_date = r.local_date);
  DELETE FROM mail_events WHERE received_at < before;
  RETURN cardinality(old);
END $$;

-- The next free instant for a call to the mail service, so many milliseconds after the one before.
CREATE OR REPLACE FUNCTION mail_pace_take(at timestamptz, gap_ms int) RETURNS timestamptz LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE mail_pace SET next_at = greatest(at, least(next_at, at + interval '1 minute')) + make_interval(secs => gap_ms / 1000.0)
  WHERE id = 1 RETURNING next_at - make_interval(secs => gap_ms / 1000.0)
$$;

REVOKE ALL ON FUNCTION digest_zones(), digests_make(timestamptz, jsonb), digest_news(uuid[], timestamptz, jsonb), digests_gather(timestamptz, int, jsonb),
  digest_batch_take(timestamptz, timestamptz), digest_batch_read(uuid, timestamptz, jsonb),
  digest_batch_settle(uuid, text, boolean, timestamptz, timestamptz, text, jsonb, jsonb), digests_forget(timestamptz), mail_pace_take(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digest_zones(), digests_make(timestamptz, jsonb), digests_gather(timestamptz, int, jsonb), digest_batch_take(timestamptz, timestamptz),
  digest_batch_read(uuid, timestamptz, jsonb),
  digest_batch_settle(uuid, text, boolean, timestamptz, timestamptz, text, jsonb, jsonb), digests_forget(timestamptz), mail_pace_take(timestamptz, int) TO ribera_web;
