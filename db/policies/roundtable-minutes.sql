-- After a session: its notes and what was promised in it. For whoever accepted the terms that hold, as what was said (db/policies/rooms.sql).
ALTER TABLE roundtable_minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_minute_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_minute_approvals ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_commitments ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_commitment_reminders ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION viewer_writes_minutes(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_has_entered(room) AND EXISTS (
    SELECT 1 FROM roundtable_parts WHERE roundtable_id = room AND member_id = viewer_id() AND authority_id = viewer_authority() AND part IN ('chair', 'rapporteur') AND ended_at IS NULL)
$$;
GRANT SELECT, INSERT, UPDATE (notes, notes_hash, revision, written_by, written_at, submitted_at, comments_until) ON roundtable_minutes TO ribera_web;
CREATE POLICY roundtable_minutes_read ON roundtable_minutes FOR SELECT TO ribera_web USING (
  viewer_has_entered(roundtable_id) AND (submitted_at IS NOT NULL OR viewer_convenes(roundtable_id)));
CREATE POLICY roundtable_minutes_write ON roundtable_minutes FOR INSERT TO ribera_web WITH CHECK (
  viewer_writes_minutes(roundtable_id) AND written_by = (SELECT viewer_id()) AND revision = 1 AND submitted_at IS NULL);
CREATE POLICY roundtable_minutes_rewrite ON roundtable_minutes FOR UPDATE TO ribera_web USING (viewer_writes_minutes(roundtable_id)) WITH CHECK (viewer_writes_minutes(roundtable_id));
CREATE OR REPLACE FUNCTION roundtable_minutes_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.notes, NEW.notes_hash, NEW.revision, NEW.written_by) IS DISTINCT FROM (OLD.notes, OLD.notes_hash, OLD.revision, OLD.written_by)
     AND (NEW.revision <> OLD.revision + 1 OR NEW.written_by IS DISTINCT FROM viewer_id()) THEN
    RAISE EXCEPTION 'notes are rewritten in one''s own name';
  END IF;
  IF OLD.submitted_at IS NOT NULL AND (NEW.submitted_at, NEW.comments_until) IS DISTINCT FROM (OLD.submitted_at, OLD.comments_until) THEN
    RAISE EXCEPTION 'notes are sent once';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER roundtable_minutes_guarded BEFORE UPDATE ON roundtable_minutes FOR EACH ROW EXECUTE FUNCTION roundtable_minutes_guard();

GRANT SELECT, INSERT (id, roundtable_id, item, member_id, organisation_id, words, at) ON roundtable_minute_comments TO ribera_web;
CREATE POLICY roundtable_minute_comments_read ON roundtable_minute_comments FOR SELECT TO ribera_web USING (
  viewer_has_entered(roundtable_id) AND (member_id = (SELECT viewer_id()) OR viewer_convenes(roundtable_id)));
CREATE POLICY roundtable_minute_comments_say ON roundtable_minute_comments FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND organisation_id = (SELECT viewer_organisation()) AND viewer_has_entered(roundtable_id)
  AND EXISTS (SELECT 1 FROM roundtable_minutes m WHERE m.roundtable_id = roundtable_minute_comments.roundtable_id AND m.submitted_at IS NOT NULL AND m.comments_until > at));
-- With their writers' names.
CREATE OR REPLACE FUNCTION roundtable_minute_comments_told(room uuid) RETURNS TABLE (id uuid, item int, member_id uuid, name text, organisation text, words bytea, at text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.item, m.id, m.name, o.short_name, c.words, iso_instant(c.at) FROM roundtable_minute_comments c JOIN members m ON m.id = c.member_id JOIN organisations o ON o.id = c.organisation_id
  WHERE c.roundtable_id = room AND viewer_has_entered(room) AND (c.member_id = viewer_id() OR viewer_convenes(room)) ORDER BY c.at, c.id
$$;

GRANT SELECT, INSERT ON roundtable_minute_approvals TO ribera_web;
CREATE POLICY roundtable_minute_approvals_read ON roundtable_minute_approvals FOR SELECT TO ribera_web USING (viewer_has_entered(roundtable_id));
CREATE POLICY roundtable_minute_approvals_give ON roundtable_minute_approvals FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND authority_id = (SELECT viewer_authority()) AND viewer_leads(roundtable_id)
  AND EXISTS (SELECT 1 FROM roundtable_minutes m WHERE m.roundtable_id = roundtable_minute_approvals.roundtable_id
    AND m.notes_hash = roundtable_minute_approvals.notes_hash AND m.comments_until <= approved_at));
-- Notes that were begun and that not every convening authority has approved as they stand.
CREATE OR REPLACE FUNCTION roundtable_minutes_pending(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_in_roundtable(room) AND EXISTS (
    SELECT 1 FROM roundtable_minutes m JOIN roundtable_authorities a USING (roundtable_id) WHERE m.roundtable_id = room AND NOT EXISTS (
      SELECT 1 FROM roundtable_minute_approvals p WHERE p.roundtable_id = room AND p.authority_id = a.authority_id AND p.notes_hash = m.notes_hash))
$$;

-- Commitments: those who convene see all of them, each organisation its own.
CREATE OR REPLACE FUNCTION roundtable_seats_organisation(room uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_has_entered(room) AND (EXISTS (SELECT 1 FROM roundtable_authorities WHERE roundtable_id = room AND authority_id = organisation)
    OR EXISTS (SELECT 1 FROM roundtable_invitations i WHERE i.roundtable_id = room AND i.organisation_id = organisation AND i.withdrawn_at IS NULL))
$$;
GRANT SELECT, INSERT (id, roundtable_id, organisation_id, words, due, made_by, made_at, state), UPDATE (state, settled_by, settled_at, settlement) ON roundtable_commitments TO ribera_web;
CREATE POLICY roundtable_commitments_read ON roundtable_commitments FOR SELECT TO ribera_web USING (
  viewer_has_entered(roundtable_id) AND (organisation_id = (SELECT viewer_organisation()) OR viewer_convenes(roundtable_id)));
CREATE POLICY roundtable_commitments_make ON roundtable_commitments FOR INSERT TO ribera_web WITH CHECK (
  viewer_leads(roundtable_id) AND made_by = (SELECT viewer_id()) AND state = 'open' AND roundtable_seats_organisation(roundtable_id, organisation_id));
CREATE POLICY roundtable_commitments_settle ON roundtable_commitments FOR UPDATE TO ribera_web
  USING (state = 'open' AND viewer_has_entered(roundtable_id) AND (organisation_id = (SELECT viewer_organisation()) OR viewer_leads(roundtable_id)))
  WITH CHECK (state <> 'open' AND settled_by = (SELECT viewer_id()) AND settled_at IS NOT NULL);
ALTER TABLE roundtable_commitments DROP CONSTRAINT IF EXISTS roundtable_commitments_state;
ALTER TABLE roundtable_commitments ADD CONSTRAINT roundtable_commitments_state CHECK (state IN ('open', 'met', 'dropped'));
-- By the clock alone, once whoever runs it: a week before, a day before and the day after, to the people of the organisation that owes it.
CREATE OR REPLACE FUNCTION commitment_reminders_take(at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    INSERT INTO roundtable_commitment_reminders AS t (commitment_id, roundtable_id, days)
    SELECT c.id, c.roundtable_id, nearest.days FROM roundtable_commitments c JOIN roundtables r ON r.id = c.roundtable_id AND r.purged_at IS NULL
      CROSS JOIN LATERAL (SELECT min(d) AS days FROM unnest(ARRAY[7, 1, -1]) d WHERE c.due - d <= (at AT TIME ZONE 'UTC')::date) nearest
    WHERE nullif(current_setting('ribera.member', true), '') IS NULL AND c.state = 'open' AND nearest.days IS NOT NULL
    ORDER BY c.id ON CONFLICT DO NOTHING RETURNING t.commitment_id, t.roundtable_id)
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    SELECT DISTINCT 'confidential-due', p.member_id, jsonb_build_object('roundtableId', t.roundtable_id), at, at
    FROM taken t JOIN roundtable_commitments c ON c.id = t.commitment_id CROSS JOIN LATERAL roundtable_people(t.roundtable_id) p
    WHERE p.organisation_id = c.organisation_id AND NOT EXISTS (
      SELECT 1 FROM notices n WHERE n.kind = 'confidential-due' AND n.member_id = p.member_id AND n.state IN ('queued', 'held') AND n.about ->> 'roundtableId' = t.roundtable_id::text)
$$;

REVOKE ALL ON FUNCTION viewer_writes_minutes(uuid), roundtable_minutes_guard(), roundtable_minute_comments_told(uuid), roundtable_minutes_pending(uuid),
  roundtable_seats_organisation(uuid, uuid), commitment_reminders_take(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_writes_minutes(uuid), roundtable_minute_comments_told(uuid), roundtable_minutes_pending(uuid),
  roundtable_seats_organisation(uuid, uuid), commitment_reminders_take(timestamptz) TO ribera_web;
