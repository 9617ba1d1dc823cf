-- An institution's boards are its own: no authority, no operator, no other institution reads a row or counts one.
-- An organisation that is not an institution has no board, whatever its rows say.
CREATE OR REPLACE FUNCTION viewer_institution() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM organisations WHERE id = (SELECT viewer_organisation()) AND kind = 'institution'
$$;
-- The institution of those of its people who may change what is on a board.
CREATE OR REPLACE FUNCTION viewer_adopts() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_institution() WHERE viewer_roles() && ARRAY['compliance-officer', 'analyst']
$$;
REVOKE ALL ON FUNCTION viewer_institution(), viewer_adopts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_institution(), viewer_adopts() TO ribera_web;

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['adoption_boards', 'adoption_acknowledgements', 'adoption_items', 'adoption_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ribera_web', room);
    EXECUTE format('DROP POLICY IF EXISTS own_read ON %I', room);
    EXECUTE format('CREATE POLICY own_read ON %I FOR SELECT TO ribera_web USING (organisation_id = (SELECT viewer_institution()))', room);
    EXECUTE format('DROP POLICY IF EXISTS own_write ON %I', room);
  END LOOP;
END $$;

-- What is written is written in one's own name; a board is begun on an advisory that one can read.
CREATE POLICY own_write ON adoption_boards FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_adopts()) AND begun_by = (SELECT viewer_id())
  AND EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id AND a.current_version IS NOT NULL));
CREATE POLICY own_write ON adoption_acknowledgements FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_adopts()) AND member_id = (SELECT viewer_id()));
CREATE POLICY own_write ON adoption_changes FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_adopts()) AND member_id = (SELECT viewer_id()));
CREATE POLICY own_write ON adoption_items FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_adopts()) AND changed_by = (SELECT viewer_id())
  AND (owner_id IS NULL OR EXISTS (SELECT 1 FROM members m WHERE m.id = owner_id AND m.organisation_id = adoption_items.organisation_id))
  AND EXISTS (SELECT 1 FROM indicators i WHERE i.id = indicator_id));

GRANT UPDATE (state, owner_id, due_on, note, revision, reviewed_version, changed_by, changed_at, decided_at, assigned_at)
  ON adoption_items TO ribera_web;
DROP POLICY IF EXISTS own_change ON adoption_items;
CREATE POLICY own_change ON adoption_items FOR UPDATE TO ribera_web USING (organisation_id = (SELECT viewer_adopts()))
  WITH CHECK (organisation_id = (SELECT viewer_adopts()) AND changed_by = (SELECT viewer_id())
    AND (owner_id IS NULL OR EXISTS (SELECT 1 FROM members m WHERE m.id = owner_id AND m.organisation_id = adoption_items.organisation_id)));

ALTER TABLE adoption_items DROP CONSTRAINT IF EXISTS adoption_items_state;
ALTER TABLE adoption_items ADD CONSTRAINT adoption_items_state CHECK (state IN
  ('not-started', 'already-covered', 'new-rule', 'tuned', 'training-only', 'not-applicable', 'declined'));

-- Whose red flags the job tells of, taken once: what was given to them a while ago, and from seven in the morning of
-- their own day what falls due within three. Only to those who are still there; a count and nothing else, and to nobody who is
-- signed in. What was withdrawn is nobody's work any more.
CREATE OR REPLACE FUNCTION adoption_assigned_take(at timestamptz, settled interval) RETURNS TABLE (member_id uuid, red_flags int)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    UPDATE adoption_items i SET told_assigned_at = at
    FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE nullif(current_setting('ribera.member', true), '') IS NULL
      AND i.owner_id IS NOT NULL AND i.state = 'not-started' AND m.id = i.owner_id AND m.left_at IS NULL AND stands(o.vetting, o.vetted_until)
      AND EXISTS (SELECT 1 FROM indicators f WHERE f.id = i.indicator_id AND f.state IN ('active', 'amended'))
      AND i.assigned_at <= at - settled AND (i.told_assigned_at IS NULL OR i.told_assigned_at < i.assigned_at)
    RETURNING i.owner_id)
  SELECT owner_id, count(*)::int FROM taken GROUP BY owner_id
$$;
CREATE OR REPLACE FUNCTION adoption_due_take(at timestamptz) RETURNS TABLE (member_id uuid, red_flags int, first_due date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    UPDATE adoption_items i SET told_due_on = i.due_on
    FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE nullif(current_setting('ribera.member', true), '') IS NULL
      AND i.owner_id IS NOT NULL AND i.state = 'not-started' AND m.id = i.owner_id AND m.left_at IS NULL AND stands(o.vetting, o.vetted_until)
      AND EXISTS (SELECT 1 FROM indicators f WHERE f.id = i.indicator_id AND f.state IN ('active', 'amended'))
      AND extract(hour FROM at AT TIME ZONE m.time_zone) >= 7
      AND i.due_on <= (at AT TIME ZONE m.time_zone)::date + 3 AND i.told_due_on IS DISTINCT FROM i.due_on
    RETURNING i.owner_id, i.due_on)
  SELECT owner_id, count(*)::int, min(due_on) FROM taken GROUP BY owner_id
$$;
REVOKE ALL ON FUNCTION adoption_assigned_take(timestamptz, interval), adoption_due_take(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION adoption_assigned_take(timestamptz, interval), adoption_due_take(timestamptz) TO ribera_web;
