-- Statistics of closed rounds. Written by the close alone, once; read by the round's authority, by those whom it invited and by
-- whoever its TLP and audience admit. Others do not find them.
ALTER TABLE releases ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_tables ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_breakdowns ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_closings ENABLE ROW LEVEL SECURITY;

-- Not to whom else it is open: that is the authority's to know.
GRANT SELECT (round_id, authority_id, mode, title, typology, version_id, opened_at, closes_at, published_at, invited, answered, rule, content_hash, tlp)
  ON releases TO ribera_web;
GRANT SELECT ON release_tables, release_breakdowns TO ribera_web;
DROP POLICY IF EXISTS releases_read ON releases;
CREATE POLICY releases_read ON releases FOR SELECT TO ribera_web USING (readers && (SELECT viewer_keys()) OR viewer_is_invited(round_id));
-- The figures on a red flag are read by whoever may read the red flag.
DROP POLICY IF EXISTS release_tables_read ON release_tables;
CREATE POLICY release_tables_read ON release_tables FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM releases r WHERE r.round_id = release_tables.round_id)
  AND (indicator_id IS NULL
    OR EXISTS (SELECT 1 FROM version_red_flags f WHERE f.version_id = release_tables.version_id AND f.indicator_id = release_tables.indicator_id)));
-- A guild reads aggregates only, and so does civil society: by jurisdiction, sector and size nothing but what the public reads.
CREATE OR REPLACE FUNCTION viewer_reads_breakdowns() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM organisations WHERE id = (SELECT viewer_organisation()) AND kind IN ('authority', 'institution'))
$$;
DROP POLICY IF EXISTS release_breakdowns_read ON release_breakdowns;
CREATE POLICY release_breakdowns_read ON release_breakdowns FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM release_tables t WHERE t.round_id = release_breakdowns.round_id AND t.row = release_breakdowns.row)
  AND ((SELECT viewer_reads_breakdowns()) OR EXISTS (SELECT 1 FROM releases r WHERE r.round_id = release_breakdowns.round_id AND r.tlp = 'CLEAR')));

-- Nobody, the owner included, changes what was published.
CREATE OR REPLACE FUNCTION release_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a release does not change';
END $$;
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['releases', 'release_tables', 'release_breakdowns'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS release_immutable ON %I', room);
    EXECUTE format('CREATE TRIGGER release_immutable BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION release_refuse()', room);
    EXECUTE format('DROP TRIGGER IF EXISTS release_whole ON %I', room);
    EXECUTE format('CREATE TRIGGER release_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION release_refuse()', room);
  END LOOP;
END $$;
DROP TRIGGER IF EXISTS public_changed ON releases;
CREATE TRIGGER public_changed AFTER INSERT ON releases FOR EACH ROW WHEN (NEW.tlp = 'CLEAR') EXECUTE FUNCTION public_changed();

-- The close, by the clock alone, in two steps. First somebody takes what was signed, to count it; from then on nothing is signed.
-- Who takes holds the round for a while by the database's clock; whoever is gone when that is over is taken over.
DROP FUNCTION IF EXISTS rounds_due(timestamptz);
DROP FUNCTION IF EXISTS round_take(uuid, timestamptz);
DROP FUNCTION IF EXISTS round_close(uuid, timestamptz, jsonb);
CREATE OR REPLACE FUNCTION rounds_due(at timestamptz) RETURNS TABLE (id uuid, problem text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, c.problem FROM rounds r LEFT JOIN round_closings c ON c.round_id = r.id
  WHERE signed_in_id() IS NULL AND r.closes_at <= at AND r.opened_at IS NOT NULL AND r.closed_at IS NULL AND r.called_off_at IS NULL
  ORDER BY r.closes_at, r.id
$$;
-- The other releases that somebody could set against one of this round: on the same red flags, typology or advisory.
CREATE OR REPLACE FUNCTION releases_beside(round uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.round_id FROM rounds r JOIN releases e ON e.round_id <> r.id
  WHERE r.id = round AND signed_in_id() IS NULL AND (e.typology = r.typology
    OR EXISTS (SELECT 1 FROM advisory_versions mine JOIN advisory_versions theirs ON theirs.advisory_id = mine.advisory_id
               WHERE mine.id = r.version_id AND theirs.id = e.version_id)
    OR EXISTS (SELECT 1 FROM round_rows q JOIN release_tables t ON t.indicator_id = q.indicator_id WHERE q.round_id = round AND t.round_id = e.round_id))
  ORDER BY e.published_at, e.round_id
$$;
CREATE OR REPLACE FUNCTION round_take(round uuid, at timestamptz, taker uuid, hold interval) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE r rounds;
BEGIN
  -- Whoever is signing holds the round (round_hold): their answer is in before it is taken.
  SELECT * INTO r FROM rounds WHERE id = round AND signed_in_id() IS NULL AND closes_at <= at AND opened_at IS NOT NULL AND closed_at IS NULL AND called_off_at IS NULL
    FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO round_closings AS c (round_id, holder, held_until, attempts) VALUES (round, taker, clock_timestamp() + hold, 1)
    ON CONFLICT (round_id) DO UPDATE SET holder = taker, held_until = clock_timestamp() + hold, attempts = c.attempts + 1 WHERE c.held_until <= clock_timestamp();
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE rounds SET taken_at = at WHERE id = round AND taken_at IS NULL;
  RETURN jsonb_build_object('mode', r.mode, 'key', encode((SELECT sealed FROM round_keys WHERE round_id = round), 'base64'),
    'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object('n', q.n, 'redFlag', i.public_id, 'state', i.state) ORDER BY q.n), '[]')
      FROM round_rows q JOIN indicators i ON i.id = q.indicator_id WHERE q.round_id = round),
    'earlier', (SELECT coalesce(jsonb_agg(jsonb_build_object('roundId', e.round_id, 'answered', e.answered, 'rule', e.rule,
        'groups', (SELECT b.groups FROM release_breakdowns b WHERE b.round_id = e.round_id AND b.row = 0),
        'rows', (SELECT jsonb_agg(jsonb_build_object('tables', t.tables, 'breakdowns', b.tables) ORDER BY t.row)
          FROM release_tables t JOIN release_breakdowns b ON b.round_id = t.round_id AND b.row = t.row
          WHERE t.round_id = e.round_id AND (t.row = 0 OR t.indicator_id IN (SELECT indicator_id FROM round_rows WHERE round_id = round))),
        'voters', (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', v.organisation_id, 'jurisdiction', v.jurisdiction, 'sector', v.sector, 'size', v.size)), '[]')
          FROM round_voters v WHERE v.round_id = e.round_id)) ORDER BY e.published_at, e.round_id), '[]')
      FROM releases e WHERE e.round_id IN (SELECT releases_beside(round))));
END $$;
-- Of a round that is being counted: whether that failed and, while nobody tries, when somebody will again. Never at what, or how often.
CREATE OR REPLACE FUNCTION round_counting(round uuid) RETURNS TABLE (failed boolean, again_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.problem IS NOT NULL, CASE WHEN c.problem IS NOT NULL AND c.holder IS NULL THEN c.held_until END
  FROM round_closings c WHERE c.round_id = round AND (viewer_runs_round(round) OR viewer_is_invited(round))
$$;
-- What was signed, sealed as it is, to whoever holds the round.
CREATE OR REPLACE FUNCTION round_signed(round uuid, taker uuid) RETURNS TABLE ("organisationId" uuid, answers bytea, jurisdiction text, sector text, size text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.organisation_id, s.answers, o.jurisdiction, coalesce(o.sector, 'unstated'), coalesce(o.size_band, 'unstated')
  FROM signed_answers s JOIN organisations o ON o.id = s.organisation_id
  WHERE s.round_id = round AND signed_in_id() IS NULL AND EXISTS (SELECT 1 FROM round_closings c WHERE c.round_id = round AND c.holder = taker)
  ORDER BY s.organisation_id
$$;
CREATE OR REPLACE FUNCTION round_keep_hold(round uuid, taker uuid, hold interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE round_closings SET held_until = clock_timestamp() + hold WHERE round_id = round AND holder = taker AND signed_in_id() IS NULL;
  RETURN FOUND;
END $$;
-- `met`: what went wrong, if anything did; nobody tries again before `pause` is over.
CREATE OR REPLACE FUNCTION round_let_go(round uuid, taker uuid, met text, pause interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE round_closings SET holder = NULL, problem = met, held_until = clock_timestamp() + pause * least(attempts, 12)
  WHERE round_id = round AND holder = taker AND signed_in_id() IS NULL
$$;
-- Second: what was reckoned and what was answered are laid down together, and whose it was is destroyed. `kept` and `release` are
-- null when too few answered: then nothing is. False: another release came meanwhile that this one was not checked against.
CREATE OR REPLACE FUNCTION round_close(round uuid, at timestamptz, taker uuid, kept jsonb, release jsonb, beside uuid[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE closing rounds;
BEGIN
  -- In this order, as round_take does: first the round, then who holds it.
  PERFORM 1 FROM rounds WHERE id = round FOR UPDATE;
  PERFORM pg_advisory_xact_lock(hashtextextended('ribera.releases', 0));
  IF ARRAY(SELECT releases_beside(round) AS id ORDER BY id) <> ARRAY(SELECT unnest(beside) AS id ORDER BY id) THEN
    RETURN false;
  END IF;
  DELETE FROM round_closings WHERE round_id = round AND holder = taker;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'somebody else closes the round';
  END IF;
  UPDATE rounds SET closed_at = at WHERE id = round AND signed_in_id() IS NULL AND closes_at <= at AND opened_at IS NOT NULL AND closed_at IS NULL AND called_off_at IS NULL
    RETURNING * INTO closing;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the round is not due';
  END IF;
  INSERT INTO round_voters SELECT round, s.organisation_id, o.jurisdiction, coalesce(o.sector, 'unstated'), coalesce(o.size_band, 'unstated')
    FROM signed_answers s JOIN organisations o ON o.id = s.organisation_id WHERE s.round_id = round ORDER BY s.organisation_id;
  IF release IS NOT NULL AND release <> 'null' THEN
    INSERT INTO releases (round_id, authority_id, mode, title, typology, version_id, opened_at, closes_at, published_at, invited, answered, rule, content_hash, tlp, audience, authorities)
      VALUES (round, closing.authority_id, closing.mode, closing.title, closing.typology, closing.version_id, closing.opened_at, closing.closes_at, at,
        (SELECT count(*) FROM round_invitations WHERE round_id = round), (release ->> 'answered')::int, release -> 'rule', release ->> 'contentHash',
        closing.tlp, closing.audience, ARRAY[closing.authority_id]);
    INSERT INTO release_tables (round_id, row, version_id, indicator_id, tables)
      SELECT round, (p.value ->> 'row')::int, q.version_id, q.indicator_id, p.value -> 'tables'
      FROM jsonb_array_elements(release -> 'rows') p LEFT JOIN round_rows q ON q.round_id = round AND q.n = (p.value ->> 'row')::int;
    INSERT INTO release_breakdowns (round_id, row, groups, tables)
      SELECT round, (p.value ->> 'row')::int, release -> 'groups', p.value -> 'breakdowns' FROM jsonb_array_elements(release -> 'rows') p;
  END IF;
  IF closing.mode = 'identified' THEN
    INSERT INTO attributed_answers (round_id, organisation_id, version, answers, signed_by, signed_at)
      SELECT round, s.organisation_id, s.version, a.value -> 'answers', s.signed_by, s.signed_at
      FROM jsonb_array_elements(kept -> 'answers') a JOIN signed_answers s ON s.round_id = round AND s.organisation_id = (a.value ->> 'organisationId')::uuid;
  ELSE
    -- Nothing of the order in which they were signed, or of what stood beside what, is left.
    INSERT INTO ballots (id, round_id, answers)
      SELECT gen_random_uuid(), round, a.value -> 'answers' FROM jsonb_array_elements(kept -> 'answers') a ORDER BY gen_random_uuid();
  END IF;
  INSERT INTO points (id, round_id, "row", question, written, claim, organisation_id)
    SELECT gen_random_uuid(), round, (p.value ->> 'row')::int, p.value ->> 'question', p.value ->> 'written', decode(p.value ->> 'claim', 'hex'),
      CASE WHEN closing.mode = 'identified' THEN (p.value ->> 'organisationId')::uuid END
    FROM jsonb_array_elements(kept -> 'points') p ORDER BY gen_random_uuid();
  DELETE FROM signed_answers WHERE round_id = round;
  DELETE FROM sheet_entries WHERE round_id = round;
  DELETE FROM round_keys WHERE round_id = round;
  PERFORM round_reminders_forget(round);
  IF release IS NOT NULL AND release <> 'null' THEN
    PERFORM release_tell(round, closing.authority_id, at);
  END IF;
  RETURN true;
END $$;

-- Called by the close alone. Everyone who was asked hears of the figures, answered or not, and whoever works on rounds where they
-- were asked for; of others that may read them those who chose to hear of such.
CREATE OR REPLACE FUNCTION release_tell(round uuid, authority uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT member_id FROM round_asked(round)
    UNION
    SELECT m.id FROM members m JOIN organisations o ON o.id = m.organisation_id AND stands(o.vetting, o.vetted_until)
    WHERE o.id = authority AND m.left_at IS NULL
      AND EXISTS (SELECT 1 FROM member_roles x WHERE x.member_id = m.id AND x.role IN ('analyst', 'convener', 'officer'))),
  others AS (
    SELECT m.id AS member_id FROM notice_choices c JOIN members m ON m.id = c.member_id AND m.left_at IS NULL
      JOIN organisations o ON o.id = m.organisation_id AND stands(o.vetting, o.vetted_until)
    WHERE c.kind = 'statistics-published' AND c.choice <> 'never' AND m.id NOT IN (SELECT member_id FROM asked)
      AND EXISTS (SELECT 1 FROM releases e WHERE e.round_id = round AND e.readers && keys_of(m.id)))
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
  SELECT t.kind, t.member_id, jsonb_build_object('organisationId', authority, 'roundId', round), at, at
  FROM (SELECT 'release-published' AS kind, member_id FROM asked UNION ALL SELECT 'statistics-published', member_id FROM others) t
  ORDER BY t.member_id
$$;

REVOKE ALL ON FUNCTION release_tell(uuid, uuid, timestamptz), viewer_reads_breakdowns(), rounds_due(timestamptz), releases_beside(uuid), round_take(uuid, timestamptz, uuid, interval), round_signed(uuid, uuid),
  round_keep_hold(uuid, uuid, interval), round_let_go(uuid, uuid, text, interval), round_close(uuid, timestamptz, uuid, jsonb, jsonb, uuid[]), round_counting(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_reads_breakdowns(), rounds_due(timestamptz), round_take(uuid, timestamptz, uuid, interval), round_signed(uuid, uuid),
  round_keep_hold(uuid, uuid, interval), round_let_go(uuid, uuid, text, interval), round_close(uuid, timestamptz, uuid, jsonb, jsonb, uuid[]), round_counting(uuid) TO ribera_web;
