-- Feedback rounds. Whoever runs a round sees no answer of it while it is open; whoever answers sees their own organisation's.
-- What nobody may read (keys, ballots, who answered) has no grant: functions here hand out what an act needs.
ALTER TABLE rounds ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE sheet_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE signed_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_voters ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballots ENABLE ROW LEVEL SECURITY;
ALTER TABLE attributed_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE points ENABLE ROW LEVEL SECURITY;
-- Nobody's to read: that reminders went out would tell how many had not signed.
ALTER TABLE round_reminders ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION viewer_runs_round(round uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rounds WHERE id = round AND authority_id = (SELECT viewer_authority()))
$$;
CREATE OR REPLACE FUNCTION viewer_is_invited(round uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM round_invitations WHERE round_id = round AND organisation_id = (SELECT viewer_organisation()))
$$;
-- Takes answers: by the states alone; the hour is the act's to look at.
CREATE OR REPLACE FUNCTION round_is_open(round uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM rounds WHERE id = round AND opened_at IS NOT NULL AND taken_at IS NULL AND closed_at IS NULL AND called_off_at IS NULL)
$$;

-- Whom it invites and who will read of it are the authority's to know, and who of its people opened it (round_audiences below).
GRANT INSERT, SELECT (id, authority_id, typology, version_id, mode, title, readers_statement, tlp, closes_at, created_at, revision, opened_at,
  extended_at, taken_at, closed_at, called_off_at) ON rounds TO ribera_web;
GRANT UPDATE (typology, version_id, mode, title, readers_statement, invited, tlp, audience, closes_at, revision, opened_by, opened_at,
  extended_at, called_off_by, called_off_at) ON rounds TO ribera_web;
DROP POLICY IF EXISTS rounds_read ON rounds;
CREATE POLICY rounds_read ON rounds FOR SELECT TO ribera_web USING (
  authority_id = (SELECT viewer_authority()) OR (opened_at IS NOT NULL AND viewer_is_invited(id)));
DROP POLICY IF EXISTS rounds_plan ON rounds;
CREATE POLICY rounds_plan ON rounds FOR INSERT TO ribera_web WITH CHECK (
  authority_id = (SELECT viewer_authority()) AND created_by = (SELECT viewer_id())
  AND num_nonnulls(opened_by, opened_at, extended_at, taken_at, closed_at, called_off_by, called_off_at) = 0);
DROP POLICY IF EXISTS rounds_change ON rounds;
CREATE POLICY rounds_change ON rounds FOR UPDATE TO ribera_web USING (authority_id = (SELECT viewer_authority()) AND closed_at IS NULL)
  WITH CHECK (authority_id = (SELECT viewer_authority()) AND (called_off_by IS NULL OR called_off_by = (SELECT viewer_id())));

-- What was asked stays as it was asked, and under the promise that was made; only its end may be put off.
CREATE OR REPLACE FUNCTION round_keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends text[] := ARRAY['closes_at', 'extended_at', 'taken_at', 'closed_at', 'called_off_by', 'called_off_at', 'revision'];
BEGIN
  IF OLD.opened_at IS NULL THEN
    RETURN NEW;
  END IF;
  IF OLD.closed_at IS NOT NULL OR OLD.called_off_at IS NOT NULL OR to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends OR NEW.closes_at < OLD.closes_at THEN
    RAISE EXCEPTION 'a round that was opened does not change';
  END IF;
  IF OLD.taken_at IS NOT NULL AND (NEW.closes_at, NEW.taken_at, NEW.called_off_at) IS DISTINCT FROM (OLD.closes_at, OLD.taken_at, OLD.called_off_at) THEN
    RAISE EXCEPTION 'a round that is being counted does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER round_keeps_promise BEFORE UPDATE ON rounds FOR EACH ROW EXECUTE FUNCTION round_keep_promise();
ALTER TABLE rounds DROP CONSTRAINT IF EXISTS rounds_one_subject;
ALTER TABLE rounds ADD CONSTRAINT rounds_one_subject CHECK (num_nonnulls(typology, version_id) = 1);

-- A row is read by whoever may read the red flag it asks about.
GRANT SELECT, INSERT, DELETE ON round_rows TO ribera_web;
DROP POLICY IF EXISTS round_rows_read ON round_rows;
CREATE POLICY round_rows_read ON round_rows FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM rounds r WHERE r.id = round_id)
  AND EXISTS (SELECT 1 FROM version_red_flags f WHERE f.version_id = round_rows.version_id AND f.indicator_id = round_rows.indicator_id));
DROP POLICY IF EXISTS round_rows_plan ON round_rows;
CREATE POLICY round_rows_plan ON round_rows FOR INSERT TO ribera_web WITH CHECK (viewer_runs_round(round_id) AND NOT round_is_open(round_id));
DROP POLICY IF EXISTS round_rows_replan ON round_rows;
CREATE POLICY round_rows_replan ON round_rows FOR DELETE TO ribera_web USING (viewer_runs_round(round_id) AND EXISTS (
  SELECT 1 FROM rounds r WHERE r.id = round_id AND r.opened_at IS NULL));

-- Whom it invited the authority knows; an institution knows of its own invitation alone.
GRANT SELECT, INSERT ON round_invitations TO ribera_web;
DROP POLICY IF EXISTS round_invitations_read ON round_invitations;
CREATE POLICY round_invitations_read ON round_invitations FOR SELECT TO ribera_web USING (
  viewer_runs_round(round_id) OR organisation_id = (SELECT viewer_organisation()));
DROP POLICY IF EXISTS round_invitations_send ON round_invitations;
CREATE POLICY round_invitations_send ON round_invitations FOR INSERT TO ribera_web WITH CHECK (
  viewer_runs_round(round_id) AND NOT round_is_open(round_id));

CREATE OR REPLACE FUNCTION round_audiences(round uuid) RETURNS TABLE (invited jsonb, audience jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.invited, r.audience FROM rounds r WHERE r.id = round AND r.authority_id = (SELECT viewer_authority())
$$;

-- The vetted institutions of an audience, with the rows of a round that each may read: nobody is asked about what it may not know.
CREATE OR REPLACE FUNCTION round_invitees(round uuid) RETURNS TABLE (organisation_id uuid, short_name text, rows_read int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.short_name, (
    SELECT count(*)::int FROM round_rows q
      JOIN version_red_flags f ON f.version_id = q.version_id AND f.indicator_id = q.indicator_id
    WHERE q.round_id = round AND f.readers && (ARRAY['*'] || k.keys))
  FROM rounds r JOIN organisations o ON o.kind = 'institution' AND stands(o.vetting, o.vetted_until)
    CROSS JOIN LATERAL (SELECT ARRAY['o:' || o.id, 'j:' || o.jurisdiction]
      || CASE WHEN o.sector IS NULL THEN '{}' ELSE ARRAY['s:' || o.sector, 'js:' || o.jurisdiction || ':' || o.sector] END AS keys) k
  WHERE r.id = round AND r.authority_id = (SELECT viewer_authority()) AND readers_of('AMBER', r.invited, '{}') && k.keys
$$;

-- An institution's sheet is its own, and only while the round takes answers.
GRANT SELECT, INSERT, UPDATE ON sheet_entries TO ribera_web;
DROP POLICY IF EXISTS sheet_entries_own ON sheet_entries;
CREATE POLICY sheet_entries_own ON sheet_entries FOR SELECT TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id));
DROP POLICY IF EXISTS sheet_entries_fill ON sheet_entries;
CREATE POLICY sheet_entries_fill ON sheet_entries FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id) AND round_is_open(round_id) AND changed_by = (SELECT viewer_id()));
DROP POLICY IF EXISTS sheet_entries_change ON sheet_entries;
CREATE POLICY sheet_entries_change ON sheet_entries FOR UPDATE TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id) AND round_is_open(round_id))
  WITH CHECK (changed_by = (SELECT viewer_id()));

-- Who of one's own institution has the sheet open.
ALTER TABLE sheet_presence ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sheet_presence TO ribera_web;
GRANT UPDATE ("row", seen_at) ON sheet_presence TO ribera_web;
DROP POLICY IF EXISTS sheet_presence_read ON sheet_presence;
CREATE POLICY sheet_presence_read ON sheet_presence FOR SELECT TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id));
DROP POLICY IF EXISTS sheet_presence_note ON sheet_presence;
CREATE POLICY sheet_presence_note ON sheet_presence FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_organisation()) AND member_id = (SELECT viewer_id()) AND viewer_is_invited(round_id) AND round_is_open(round_id));
DROP POLICY IF EXISTS sheet_presence_renew ON sheet_presence;
CREATE POLICY sheet_presence_renew ON sheet_presence FOR UPDATE TO ribera_web USING (member_id = (SELECT viewer_id()));

GRANT SELECT, INSERT, UPDATE ON signed_answers TO ribera_web;
DROP POLICY IF EXISTS signed_answers_own ON signed_answers;
CREATE POLICY signed_answers_own ON signed_answers FOR SELECT TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id));
DROP POLICY IF EXISTS signed_answers_sign ON signed_answers;
CREATE POLICY signed_answers_sign ON signed_answers FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id) AND round_is_open(round_id) AND signed_by = (SELECT viewer_id())
  AND 'compliance-officer' = ANY ((SELECT viewer_roles())::text[]));
DROP POLICY IF EXISTS signed_answers_correct ON signed_answers;
CREATE POLICY signed_answers_correct ON signed_answers FOR UPDATE TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) AND viewer_is_invited(round_id) AND round_is_open(round_id)
  AND 'compliance-officer' = ANY ((SELECT viewer_roles())::text[]))
  WITH CHECK (signed_by = (SELECT viewer_id()));

-- Whoever answers holds the round against its close, and colleagues are one after the other.
CREATE OR REPLACE FUNCTION round_hold(round uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_is_invited(round) THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ribera.sheet ' || round || viewer_organisation(), 0));
  PERFORM 1 FROM rounds WHERE id = round AND opened_at IS NOT NULL FOR SHARE;
  RETURN FOUND;
END $$;
-- The sealed key: to whoever fills in or signs while it is open, and to nobody else.
CREATE OR REPLACE FUNCTION round_key(round uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT sealed FROM round_keys WHERE round_id = round AND viewer_is_invited(round) AND round_is_open(round)
$$;
CREATE OR REPLACE FUNCTION round_key_keep(round uuid, sealed bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_runs_round(round) THEN
    RAISE EXCEPTION 'only whoever runs the round makes its key';
  END IF;
  INSERT INTO round_keys VALUES (round, sealed);
END $$;

-- How many were invited, and how many have answered once that is five or more: until then nobody is told, whoever asks.
CREATE OR REPLACE FUNCTION round_participation(round uuid) RETURNS TABLE (invited int, answered int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.n::int, CASE WHEN a.n >= 5 THEN a.n::int END
  FROM (SELECT count(*) n FROM round_invitations WHERE round_id = round) i,
    (SELECT count(*) n FROM (SELECT 1 FROM signed_answers WHERE round_id = round UNION ALL SELECT 1 FROM round_voters WHERE round_id = round) s) a
  WHERE viewer_runs_round(round) OR viewer_is_invited(round)
$$;

GRANT SELECT ON round_voters, attributed_answers, points TO ribera_web;
DROP POLICY IF EXISTS round_voters_own ON round_voters;
CREATE POLICY round_voters_own ON round_voters FOR SELECT TO ribera_web USING (organisation_id = (SELECT viewer_organisation()));
DROP POLICY IF EXISTS attributed_answers_read ON attributed_answers;
CREATE POLICY attributed_answers_read ON attributed_answers FOR SELECT TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation()) OR viewer_runs_round(round_id));
DROP POLICY IF EXISTS points_read ON points;
CREATE POLICY points_read ON points FOR SELECT TO ribera_web USING (viewer_runs_round(round_id));

-- A round that was called off: whatever was answered is gone.
CREATE OR REPLACE FUNCTION round_empty(round uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_runs_round(round) OR NOT EXISTS (SELECT 1 FROM rounds WHERE id = round AND called_off_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the round is not called off';
  END IF;
  DELETE FROM signed_answers WHERE round_id = round;
  DELETE FROM sheet_entries WHERE round_id = round;
  DELETE FROM round_keys WHERE round_id = round;
  PERFORM round_reminders_forget(round);
END $$;

-- Who fills in and signs at the institutions that a round asks, as they stand now.
CREATE OR REPLACE FUNCTION round_asked(round uuid) RETURNS TABLE (member_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, o.id FROM round_invitations i JOIN organisations o ON o.id = i.organisation_id AND stands(o.vetting, o.vetted_until)
    JOIN members m ON m.organisation_id = o.id AND m.left_at IS NULL
  WHERE i.round_id = round AND EXISTS (SELECT 1 FROM member_roles x WHERE x.member_id = m.id AND x.role IN ('compliance-officer', 'analyst'))
$$;
CREATE OR REPLACE FUNCTION round_reminder_hours() RETURNS int[] LANGUAGE sql IMMUTABLE AS $$ SELECT ARRAY[7 * 24, 24] $$;
-- To all of them, whether they have signed or not: that it opened, that its end was put off, that it was called off.
CREATE OR REPLACE FUNCTION round_tell(round uuid, what text, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told rounds;
BEGIN
  SELECT * INTO told FROM rounds r WHERE r.id = round AND viewer_runs_round(round) AND CASE what
    WHEN 'round-opened' THEN r.opened_at = at AND r.opened_by = (SELECT viewer_id())
    WHEN 'round-extended' THEN r.extended_at = at AND r.called_off_at IS NULL
    WHEN 'round-called-off' THEN r.called_off_at = at AND r.called_off_by = (SELECT viewer_id()) ELSE false END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only whoever did it has it told';
  END IF;
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
  SELECT what, a.member_id, jsonb_build_object('organisationId', told.authority_id, 'roundId', round, 'closesAt', iso_instant(told.closes_at)), at, at
  FROM round_asked(round) a
  WHERE NOT EXISTS (SELECT 1 FROM notices n WHERE n.member_id = a.member_id AND n.kind = what AND n.queued_at = at AND n.about ->> 'roundId' = round::text)
  ORDER BY a.member_id;
  -- This letter names the end: a reminder that would leave with it is not another one.
  INSERT INTO round_reminders SELECT round, told.closes_at, h / 24 FROM unnest(round_reminder_hours()) h
  WHERE told.called_off_at IS NULL AND told.closes_at - make_interval(hours => h) <= at ON CONFLICT DO NOTHING;
END $$;
-- The clock reminds of an end whoever has not signed: once for each end and distance, however many processes look, the nearest alone
-- if others were missed. Nobody who is signed in can call it, and it answers how many rounds, never how many letters.
CREATE OR REPLACE FUNCTION round_reminders_take(at timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    INSERT INTO round_reminders AS t (round_id, closes_at, days)
    SELECT r.id, r.closes_at, nearest.hours / 24 FROM rounds r CROSS JOIN LATERAL (
      SELECT min(h) AS hours FROM unnest(round_reminder_hours()) h WHERE r.closes_at - make_interval(hours => h) <= at) nearest
    WHERE nullif(current_setting('ribera.member', true), '') IS NULL AND round_is_open(r.id) AND r.closes_at > at AND nearest.hours IS NOT NULL
    ORDER BY r.id ON CONFLICT DO NOTHING RETURNING t.round_id, t.closes_at),
  told AS (
    INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    SELECT 'round-closing', a.member_id, jsonb_build_object('organisationId', r.authority_id, 'roundId', r.id, 'closesAt', iso_instant(t.closes_at)), at, at
    FROM taken t JOIN rounds r ON r.id = t.round_id CROSS JOIN LATERAL round_asked(r.id) a
    WHERE NOT EXISTS (SELECT 1 FROM signed_answers s WHERE s.round_id = r.id AND s.organisation_id = a.organisation_id)
    ORDER BY a.member_id)
  SELECT count(*)::int FROM taken
$$;
-- Whom it reminded tells who had not signed: it goes with what was signed.
CREATE OR REPLACE FUNCTION round_reminders_forget(round uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM notices WHERE kind = 'round-closing' AND about ->> 'roundId' = round::text
$$;

REVOKE ALL ON FUNCTION viewer_runs_round(uuid), viewer_is_invited(uuid), round_is_open(uuid), round_audiences(uuid), round_invitees(uuid), round_hold(uuid), round_key(uuid),
  round_key_keep(uuid, bytea), round_participation(uuid), round_empty(uuid), round_asked(uuid), round_reminder_hours(), round_tell(uuid, text, timestamptz),
  round_reminders_take(timestamptz), round_reminders_forget(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_runs_round(uuid), viewer_is_invited(uuid), round_is_open(uuid), round_audiences(uuid), round_invitees(uuid), round_hold(uuid), round_key(uuid),
  round_key_keep(uuid, bytea), round_participation(uuid), round_empty(uuid), round_tell(uuid, text, timestamptz), round_reminders_take(timestamptz) TO ribera_web;
