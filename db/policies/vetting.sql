-- Vetting. What an organisation is changes only through functions here, and they count the officers themselves: no code
-- above can vet, suspend or revoke on one person's word.

ALTER TABLE applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE vetting_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE vetting_measures ENABLE ROW LEVEL SECURITY;
ALTER TABLE vetting_periods ENABLE ROW LEVEL SECURITY;
ALTER TABLE vetting_reminders ENABLE ROW LEVEL SECURITY;

-- The asker's own organisation, also while it is not vetted: an applicant is a stranger to everything but this.
CREATE OR REPLACE FUNCTION asker_organisation() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT organisation_id FROM members WHERE id = signed_in_id()
$$;
CREATE OR REPLACE FUNCTION asker_administers() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asker_organisation() WHERE EXISTS (
    SELECT 1 FROM member_roles WHERE member_id = signed_in_id() AND role = 'administrator')
$$;

-- An officer of an authority of the organisation's own country.
CREATE OR REPLACE FUNCTION viewer_vets(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'officer' = ANY (viewer_roles()) AND EXISTS (
    SELECT 1 FROM organisations o JOIN organisations own ON own.id = (SELECT viewer_authority()) AND own.jurisdiction = o.jurisdiction
    WHERE o.id = organisation)
$$;
CREATE OR REPLACE FUNCTION viewer_country() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jurisdiction FROM organisations WHERE id = (SELECT viewer_authority())
$$;
-- Whether no other authority of its country stands beside this one.
CREATE OR REPLACE FUNCTION organisation_is_lone(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM organisations WHERE id = organisation AND kind = 'authority') AND NOT EXISTS (
    SELECT 1 FROM organisations o JOIN organisations other ON other.jurisdiction = o.jurisdiction AND other.id <> o.id
    WHERE o.id = organisation AND other.kind = 'authority' AND other.vetting = 'vetted')
$$;

-- A word counts while whoever gave it is still an officer of that authority.
CREATE OR REPLACE FUNCTION is_officer_of(member uuid, authority uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM members m JOIN member_roles r ON r.member_id = m.id AND r.role = 'officer'
                 WHERE m.id = member AND m.organisation_id = authority AND m.left_at IS NULL)
$$;
-- Whether this officer has lately put the organisation out alone, and nobody agreed.
CREATE OR REPLACE FUNCTION emergency_spent(officer uuid, organisation uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM vetting_measures v WHERE v.proposed_by = officer AND v.organisation_id = organisation
    AND v.emergency_until IS NOT NULL AND v.confirmed_at IS NULL AND v.proposed_at > at - interval '30 days')
$$;

DROP POLICY IF EXISTS organisations_own ON organisations;
CREATE POLICY organisations_own ON organisations FOR SELECT TO ribera_web USING (id = (SELECT asker_organisation()));
GRANT INSERT (id, kind, short_name, name_es, name_en, jurisdiction, vetting, created_at) ON organisations TO ribera_web;
DROP POLICY IF EXISTS organisations_invite ON organisations;
CREATE POLICY organisations_invite ON organisations FOR INSERT TO ribera_web WITH CHECK (
  vetting = 'invited' AND kind <> 'operator' AND 'officer' = ANY ((SELECT viewer_roles())::text[])
  AND jurisdiction = (SELECT viewer_country()));

GRANT SELECT ON applications, vetting_decisions, vetting_measures, vetting_periods TO ribera_web;
DROP POLICY IF EXISTS applications_read ON applications;
CREATE POLICY applications_read ON applications FOR SELECT TO ribera_web
  USING (organisation_id = (SELECT asker_organisation()) OR viewer_vets(organisation_id));

-- The organisation is told why it was refused; what officers said to each other stays with officers.
DROP POLICY IF EXISTS vetting_decisions_read ON vetting_decisions;
CREATE POLICY vetting_decisions_read ON vetting_decisions FOR SELECT TO ribera_web USING (EXISTS (
  SELECT 1 FROM applications a WHERE a.id = application_id
    AND (viewer_vets(a.organisation_id) OR (kind = 'refusal' AND a.outcome = 'refused'))));
GRANT INSERT ON vetting_decisions TO ribera_web;
DROP POLICY IF EXISTS vetting_decisions_write ON vetting_decisions;
CREATE POLICY vetting_decisions_write ON vetting_decisions FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND authority_id = (SELECT viewer_authority())
  AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id AND a.closed_at IS NULL AND viewer_vets(a.organisation_id)
    AND (a.organisation_id <> (SELECT viewer_organisation()) OR organisation_is_lone(a.organisation_id))));

DROP POLICY IF EXISTS vetting_measures_read ON vetting_measures;
CREATE POLICY vetting_measures_read ON vetting_measures FOR SELECT TO ribera_web USING (viewer_vets(organisation_id));
-- How many emergencies the viewer has declared in the day before; one person must not put out a whole country. Holds the
-- member, so that several at once are one after the other.
CREATE OR REPLACE FUNCTION viewer_emergencies(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ribera.emergencies ' || coalesce(viewer_id()::text, '')));
  RETURN (SELECT count(*) FROM vetting_measures WHERE proposed_by = (SELECT viewer_id()) AND emergency_until IS NOT NULL
    AND proposed_at > at - interval '24 hours');
END $$;
GRANT INSERT (id, organisation_id, kind, authority_id, proposed_by, reason, language, proposed_at, emergency_until, state_before)
  ON vetting_measures TO ribera_web;
DROP POLICY IF EXISTS vetting_measures_propose ON vetting_measures;
CREATE POLICY vetting_measures_propose ON vetting_measures FOR INSERT TO ribera_web WITH CHECK (
  proposed_by = (SELECT viewer_id()) AND authority_id = (SELECT viewer_authority())
  AND organisation_id <> (SELECT viewer_organisation()) AND viewer_vets(organisation_id)
  AND (emergency_until IS NULL OR (kind <> 'reinstatement' AND NOT emergency_spent(proposed_by, organisation_id, proposed_at)
    AND viewer_emergencies(proposed_at) < 5))
  AND state_before = (SELECT o.vetting FROM organisations o WHERE o.id = organisation_id));
GRANT UPDATE (confirmed_by, confirmed_reason, confirmed_language, confirmed_at, ended_by, ended_at) ON vetting_measures TO ribera_web;
-- The second word is another person's, of the same authority.
DROP POLICY IF EXISTS vetting_measures_answer ON vetting_measures;
CREATE POLICY vetting_measures_answer ON vetting_measures FOR UPDATE TO ribera_web
  USING (confirmed_at IS NULL AND ended_at IS NULL AND viewer_vets(organisation_id) AND authority_id = (SELECT viewer_authority()))
  WITH CHECK (((confirmed_by = (SELECT viewer_id()) AND confirmed_by <> proposed_by AND is_officer_of(proposed_by, authority_id)
      AND ended_by IS NULL AND ended_at IS NULL)
    OR (ended_by = (SELECT viewer_id()) AND confirmed_by IS NULL AND confirmed_at IS NULL)));

ALTER TABLE vetting_measures DROP CONSTRAINT IF EXISTS vetting_measures_emergency;
ALTER TABLE vetting_measures ADD CONSTRAINT vetting_measures_emergency CHECK (
  emergency_until <= proposed_at + interval '24 hours' AND (confirmed_at IS NULL OR confirmed_at < emergency_until));
ALTER TABLE vetting_measures DROP CONSTRAINT IF EXISTS vetting_measures_two_people;
ALTER TABLE vetting_measures ADD CONSTRAINT vetting_measures_two_people CHECK (confirmed_by <> proposed_by);

DROP POLICY IF EXISTS vetting_periods_read ON vetting_periods;
CREATE POLICY vetting_periods_read ON vetting_periods FOR SELECT TO ribera_web USING ((SELECT viewer_authority()) IS NOT NULL);
GRANT INSERT ON vetting_periods TO ribera_web;
DROP POLICY IF EXISTS vetting_periods_set ON vetting_periods;
CREATE POLICY vetting_periods_set ON vetting_periods FOR INSERT TO ribera_web WITH CHECK (
  authority_id = (SELECT viewer_authority()) AND set_by = (SELECT viewer_id()) AND 'administrator' = ANY ((SELECT viewer_roles())::text[]));
ALTER TABLE vetting_periods DROP CONSTRAINT IF EXISTS vetting_periods_months;
ALTER TABLE vetting_periods ADD CONSTRAINT vetting_periods_months CHECK (months BETWEEN 1 AND 36);

-- Whoever decides or applies holds the organisation's row: two at once are one after the other. Nothing for who may not know of it.
CREATE OR REPLACE FUNCTION vetting_lock(organisation uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o organisations;
BEGIN
  IF viewer_authority() IS NULL AND organisation IS DISTINCT FROM asker_organisation() THEN
    RETURN NULL;
  END IF;
  SELECT * INTO o FROM organisations WHERE id = organisation FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object('id', o.id, 'kind', o.kind, 'jurisdiction', o.jurisdiction, 'vetting', o.vetting,
    'vettedUntil', o.vetted_until, 'lone', organisation_is_lone(o.id));
END $$;

-- The applicant's own act: what was open is replaced, and who was waiting to be asked has asked.
CREATE OR REPLACE FUNCTION application_submit(facts jsonb, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  organisation uuid := asker_administers();
  o organisations;
  before text;
  made uuid;
BEGIN
  -- Only an administrator applies.
  IF organisation IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT * INTO o FROM organisations WHERE id = organisation FOR UPDATE;
  UPDATE applications SET closed_at = at, outcome = 'replaced' WHERE organisation_id = organisation AND closed_at IS NULL
  RETURNING state_before INTO before;
  INSERT INTO applications (organisation_id, facts, submitted_by, submitted_at, state_before)
  VALUES (organisation, facts, signed_in_id(), at, coalesce(before, o.vetting)) RETURNING id INTO made;
  UPDATE organisations SET vetting = 'applied' WHERE id = organisation AND vetting IN ('invited', 'expired');
  RETURN made;
END $$;

-- Closes an application that enough officers have answered: {outcome, until}, or null while it stays open.
CREATE OR REPLACE FUNCTION application_settle(application uuid, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  a applications;
  o organisations;
  authority uuid;
  until date;
BEGIN
  SELECT * INTO a FROM applications WHERE id = application AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT viewer_vets(a.organisation_id) THEN
    RETURN NULL;
  END IF;
  SELECT * INTO o FROM organisations WHERE id = a.organisation_id FOR UPDATE;
  IF o.vetting IN ('suspended', 'revoked') THEN
    RETURN NULL;
  END IF;

  IF EXISTS (SELECT 1 FROM vetting_decisions d WHERE d.application_id = a.id AND d.kind = 'refusal') THEN
    UPDATE applications SET closed_at = at, outcome = 'refused' WHERE id = a.id;
    UPDATE organisations SET vetting = a.state_before WHERE id = o.id AND vetting = 'applied';
    RETURN jsonb_build_object('outcome', 'refused', 'until', NULL);
  END IF;

  SELECT d.authority_id INTO authority FROM vetting_decisions d WHERE d.application_id = a.id AND d.kind = 'approval' AND is_officer_of(d.member_id, d.authority_id)
  GROUP BY d.authority_id HAVING count(DISTINCT d.member_id) >= 2;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  -- A renewal before the end begins at the end: asking early costs nothing.
  until := (greatest(CASE WHEN o.vetting = 'vetted' THEN o.vetted_until END, (at AT TIME ZONE 'UTC')::date)
    + make_interval(months => coalesce((SELECT p.months FROM vetting_periods p WHERE p.authority_id = authority ORDER BY p.set_at DESC LIMIT 1), 12)))::date;
  UPDATE applications SET closed_at = at, outcome = 'approved' WHERE id = a.id;
  UPDATE organisations SET vetting = 'vetted', vetted_until = until,
    name_es = a.facts ->> 'nameEs', name_en = a.facts ->> 'nameEn', sector = a.facts ->> 'sector', size_band = a.facts ->> 'sizeBand',
    lei = a.facts ->> 'lei', bic = a.facts ->> 'bic', bank_code = a.facts ->> 'bankCode',
    registered_314b_on = (a.facts ->> 'registered314bOn')::date, registered_314b_until = (a.facts ->> 'registered314bUntil')::date,
    recorded_ground = a.facts ->> 'recordedGround', recorded_ground_on = (a.facts ->> 'recordedGroundOn')::date
  WHERE id = o.id;
  RETURN jsonb_build_object('outcome', 'approved', 'until', until);
END $$;

-- Where an organisation goes back to when a measure against it does not stand, or no longer.
CREATE OR REPLACE FUNCTION vetting_restore(organisation uuid, before text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE organisations SET vetting = CASE
    WHEN before = 'applied' AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.organisation_id = organisation AND a.closed_at IS NULL) THEN 'invited'
    ELSE before END
  WHERE id = organisation
$$;
REVOKE ALL ON FUNCTION vetting_restore(uuid, text) FROM PUBLIC;

-- Puts into force what a measure says, as far as it stands: an emergency at once, any other by its second officer.
CREATE OR REPLACE FUNCTION measure_settle(measure uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m vetting_measures;
  o organisations;
BEGIN
  SELECT * INTO m FROM vetting_measures WHERE id = measure FOR UPDATE;
  IF NOT FOUND OR NOT viewer_vets(m.organisation_id) THEN
    RAISE EXCEPTION 'no such measure';
  END IF;
  SELECT * INTO o FROM organisations WHERE id = m.organisation_id FOR UPDATE;
  -- Each measure is put into force once: an old one settled again would be one officer's word against a later decision.
  IF EXISTS (SELECT 1 FROM vetting_measures later WHERE later.organisation_id = o.id AND later.proposed_at > m.proposed_at) THEN
    RETURN o.vetting;
  END IF;

  IF m.ended_at IS NOT NULL THEN
    IF m.emergency_until IS NOT NULL AND o.vetting = (CASE m.kind WHEN 'suspension' THEN 'suspended' ELSE 'revoked' END) THEN
      PERFORM vetting_restore(o.id, m.state_before);
    END IF;
  ELSIF m.confirmed_at IS NULL AND m.emergency_until IS NULL THEN
    NULL;
  ELSIF m.kind = 'reinstatement' THEN
    IF o.vetting = 'revoked' THEN
      -- Whoever was put out begins again from the first question.
      UPDATE organisations SET vetting = 'invited', vetted_until = NULL WHERE id = o.id;
    ELSIF o.vetting = 'suspended' THEN
      PERFORM vetting_restore(o.id, coalesce((SELECT s.state_before FROM vetting_measures s
        WHERE s.organisation_id = o.id AND s.kind = 'suspension' AND s.confirmed_at IS NOT NULL ORDER BY s.confirmed_at DESC LIMIT 1), 'vetted'));
    END IF;
  ELSE
    UPDATE organisations SET vetting = CASE m.kind WHEN 'suspension' THEN 'suspended' ELSE 'revoked' END WHERE id = o.id;
    IF m.kind = 'revocation' AND m.confirmed_at IS NOT NULL THEN
      UPDATE applications SET closed_at = at, outcome = 'dropped' WHERE organisation_id = o.id AND closed_at IS NULL;
    END IF;
    PERFORM access_end_of_organisation(o.id);
  END IF;
  RETURN (SELECT vetting FROM organisations WHERE id = o.id);
END $$;

-- By the clock: endings, reminders and emergencies that nobody confirmed. Each answers with what it changed, once.
CREATE OR REPLACE FUNCTION vetting_end_due(at timestamptz) RETURNS TABLE (organisation_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE organisations SET vetting = 'expired'
  WHERE vetting = 'vetted' AND vetted_until < (at AT TIME ZONE 'Etc/GMT+12')::date RETURNING id
$$;
-- The nearest reminder alone, even if others were missed while nothing ran.
CREATE OR REPLACE FUNCTION vetting_reminders_take(at timestamptz, thresholds integer[]) RETURNS TABLE (organisation_id uuid, until date, days integer)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO vetting_reminders (organisation_id, until, days, reminded_at)
  SELECT o.id, o.vetted_until, nearest.days, at
  FROM organisations o,
    LATERAL (SELECT min(t) AS days FROM unnest(thresholds) AS t WHERE o.vetted_until - (at AT TIME ZONE 'UTC')::date <= t) AS nearest
  WHERE o.vetting = 'vetted' AND o.vetted_until >= (at AT TIME ZONE 'UTC')::date AND nearest.days IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.organisation_id = o.id AND a.closed_at IS NULL)
  ON CONFLICT DO NOTHING RETURNING vetting_reminders.organisation_id, vetting_reminders.until, vetting_reminders.days
$$;
CREATE OR REPLACE FUNCTION emergencies_lapse_due(at timestamptz) RETURNS TABLE (measure_id uuid, organisation_id uuid, authority_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m vetting_measures;
BEGIN
  FOR m IN SELECT * FROM vetting_measures v WHERE v.emergency_until <= at AND v.confirmed_at IS NULL AND v.ended_at IS NULL
    ORDER BY v.emergency_until LOOP
    -- The organisation first, as every act does: two that hold one row each would wait for each other.
    PERFORM 1 FROM organisations WHERE id = m.organisation_id FOR UPDATE;
    UPDATE vetting_measures SET ended_at = at WHERE id = m.id AND confirmed_at IS NULL AND ended_at IS NULL;
    CONTINUE WHEN NOT FOUND;
    PERFORM vetting_restore(m.organisation_id, m.state_before);
    measure_id := m.id; organisation_id := m.organisation_id; authority_id := m.authority_id;
    RETURN NEXT;
  END LOOP;
END $$;

-- Whom to tell: ids alone, for the outbox.
CREATE OR REPLACE FUNCTION vetting_officers(organisation uuid) RETURNS TABLE (member_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m.id FROM organisations o
    JOIN organisations a ON a.kind = 'authority' AND a.jurisdiction = o.jurisdiction AND a.vetting = 'vetted' AND (a.id <> o.id OR organisation_is_lone(o.id))
    JOIN members m ON m.organisation_id = a.id AND m.left_at IS NULL
    JOIN member_roles r ON r.member_id = m.id AND r.role = 'officer'
  WHERE o.id = organisation
$$;
CREATE OR REPLACE FUNCTION administrators_of(organisation uuid) RETURNS TABLE (member_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM members m JOIN member_roles r ON r.member_id = m.id AND r.role = 'administrator'
  WHERE m.organisation_id = organisation AND m.left_at IS NULL
$$;

REVOKE ALL ON FUNCTION asker_organisation(), asker_administers(), viewer_country(), viewer_emergencies(timestamptz), viewer_vets(uuid), organisation_is_lone(uuid), vetting_lock(uuid),
  is_officer_of(uuid, uuid), emergency_spent(uuid, uuid, timestamptz), application_submit(jsonb, timestamptz), application_settle(uuid, timestamptz), measure_settle(uuid, timestamptz),
  vetting_end_due(timestamptz), vetting_reminders_take(timestamptz, integer[]), emergencies_lapse_due(timestamptz),
  vetting_officers(uuid), administrators_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asker_organisation(), asker_administers(), viewer_country(), viewer_emergencies(timestamptz), viewer_vets(uuid), organisation_is_lone(uuid), vetting_lock(uuid),
  is_officer_of(uuid, uuid), emergency_spent(uuid, uuid, timestamptz), application_submit(jsonb, timestamptz), application_settle(uuid, timestamptz), measure_settle(uuid, timestamptz),
  vetting_end_due(timestamptz), vetting_reminders_take(timestamptz, integer[]), emergencies_lapse_due(timestamptz),
  vetting_officers(uuid), administrators_of(uuid) TO ribera_web;
