-- Roundtables. Whoever is not in the room finds no row and counts none: other members of a convening authority, its administrators
-- and the operator included (decision 365). Every function that tells anything asks that first.
ALTER TABLE roundtables ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_authorities ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_clearances ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_seats ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_reminders ENABLE ROW LEVEL SECURITY;

-- Everyone who is in this room now: those with a part in it; and once it is convened, the people whom institutions send and the
-- compliance officers who name them. Not a definer's, and so read as part of whatever asks: whether one person is among three
-- hundred looks at that person alone. Only definers' functions may ask.
CREATE OR REPLACE FUNCTION roundtable_people(room uuid) RETURNS TABLE (member_id uuid, organisation_id uuid) LANGUAGE sql STABLE AS $$
  SELECT m.id, o.id FROM roundtable_parts p JOIN members m ON m.id = p.member_id AND m.organisation_id = p.authority_id AND m.left_at IS NULL
    JOIN organisations o ON o.id = m.organisation_id AND o.kind = 'authority' AND stands(o.vetting, o.vetted_until)
  WHERE p.roundtable_id = room AND p.ended_at IS NULL
  UNION
  SELECT m.id, o.id FROM roundtables t JOIN roundtable_invitations i ON i.roundtable_id = t.id AND i.withdrawn_at IS NULL
    JOIN organisations o ON o.id = i.organisation_id AND o.kind = 'institution' AND stands(o.vetting, o.vetted_until)
    JOIN members m ON m.organisation_id = o.id AND m.left_at IS NULL
  WHERE t.id = room AND t.convened_at IS NOT NULL AND (
    EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = m.id AND r.role = 'compliance-officer')
    OR EXISTS (SELECT 1 FROM roundtable_seats s WHERE s.roundtable_id = room AND s.member_id = m.id AND s.organisation_id = o.id AND s.withdrawn_at IS NULL))
$$;
CREATE OR REPLACE FUNCTION viewer_in_roundtable(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtable_people(room) p WHERE p.member_id = (SELECT viewer_id()))
$$;
-- Of those who convene it, with any part.
CREATE OR REPLACE FUNCTION viewer_convenes(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtable_parts WHERE roundtable_id = room AND member_id = viewer_id() AND authority_id = viewer_authority() AND ended_at IS NULL)
$$;
CREATE OR REPLACE FUNCTION viewer_chairs(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'convener' = ANY (viewer_roles()) AND EXISTS (
    SELECT 1 FROM roundtable_parts WHERE roundtable_id = room AND member_id = viewer_id() AND authority_id = viewer_authority() AND part = 'chair' AND ended_at IS NULL)
$$;
-- The compliance officers of an institution that was invited to a convened session.
CREATE OR REPLACE FUNCTION viewer_sends_people(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'compliance-officer' = ANY (viewer_roles()) AND viewer_in_roundtable(room) AND EXISTS (
    SELECT 1 FROM roundtable_invitations WHERE roundtable_id = room AND organisation_id = viewer_organisation() AND withdrawn_at IS NULL)
$$;
-- This and the next say so to whoever is in it alone.
CREATE OR REPLACE FUNCTION roundtable_stands(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtables WHERE id = room AND cancelled_at IS NULL) AND viewer_in_roundtable(room)
$$;
-- While words may be added: convened, and neither ended nor closed.
CREATE OR REPLACE FUNCTION roundtable_open(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtables WHERE id = room AND convened_at IS NOT NULL AND cancelled_at IS NULL
    AND ended_at IS NULL AND closed_at IS NULL AND purged_at IS NULL) AND viewer_in_roundtable(room)
$$;
CREATE OR REPLACE FUNCTION roundtable_cleared(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_in_roundtable(room) AND NOT EXISTS (
    SELECT 1 FROM roundtables t JOIN roundtable_authorities a ON a.roundtable_id = t.id CROSS JOIN unnest(ARRAY['legal', 'competition']) AS wanted
    WHERE t.id = room AND NOT EXISTS (
      SELECT 1 FROM roundtable_clearances c WHERE c.roundtable_id = room AND c.authority_id = a.authority_id AND c.kind = wanted AND c.agenda_hash = t.agenda_hash))
$$;

GRANT SELECT ON roundtables, roundtable_authorities, roundtable_parts, roundtable_clearances, roundtable_invitations, roundtable_events TO ribera_web;
GRANT UPDATE (agenda, agenda_hash, revision, written_by, written_at, starts_at, ends_at, time_zone, place, sequence, moved_at,
  convened_by, convened_at, cancelled_by, cancelled_at, cancellation, retention_days) ON roundtables TO ribera_web;
DROP POLICY IF EXISTS roundtables_read ON roundtables;
CREATE POLICY roundtables_read ON roundtables FOR SELECT TO ribera_web USING (viewer_in_roundtable(id));
DROP POLICY IF EXISTS roundtables_run ON roundtables;
CREATE POLICY roundtables_run ON roundtables FOR UPDATE TO ribera_web USING (cancelled_at IS NULL AND viewer_chairs(id)) WITH CHECK (viewer_chairs(id));

-- What was sent does not change any more, and nothing is sent that was not cleared as it stands.
CREATE OR REPLACE FUNCTION roundtable_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE rewritten boolean := NEW.purged_at IS NULL AND (NEW.agenda, NEW.agenda_hash) IS DISTINCT FROM (OLD.agenda, OLD.agenda_hash);
BEGIN
  IF rewritten AND (OLD.convened_at IS NOT NULL OR NEW.revision <> OLD.revision + 1 OR NEW.written_by IS DISTINCT FROM viewer_id()) THEN
    RAISE EXCEPTION 'an agenda is rewritten in one''s own name, before it is sent';
  END IF;
  IF NOT rewritten AND (NEW.revision, NEW.written_by) IS DISTINCT FROM (OLD.revision, OLD.written_by) THEN
    RAISE EXCEPTION 'nobody is said to have written what they did not';
  END IF;
  IF NEW.convened_at IS DISTINCT FROM OLD.convened_at
     AND (OLD.convened_at IS NOT NULL OR rewritten OR NEW.convened_by IS DISTINCT FROM viewer_id() OR NOT roundtable_cleared(NEW.id)) THEN
    RAISE EXCEPTION 'not cleared by every authority that convenes';
  END IF;
  IF NEW.cancelled_at IS DISTINCT FROM OLD.cancelled_at AND NEW.cancelled_by IS DISTINCT FROM viewer_id() THEN
    RAISE EXCEPTION 'cancelled in one''s own name';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER roundtable_guarded BEFORE UPDATE ON roundtables FOR EACH ROW EXECUTE FUNCTION roundtable_guard();
ALTER TABLE roundtables DROP CONSTRAINT IF EXISTS roundtables_times;
ALTER TABLE roundtables ADD CONSTRAINT roundtables_times CHECK (ends_at > starts_at);

-- The one door by which a room comes into being: with its key, its authorities and one chair of each.
CREATE OR REPLACE FUNCTION roundtable_propose(room uuid, key bytea, chairs uuid[], words bytea, hash text, starts timestamptz, ends timestamptz,
  zone text, whereabouts bytea, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lead uuid := viewer_authority();
  everyone uuid[] := array_append(chairs, viewer_id());
BEGIN
  IF lead IS NULL OR NOT 'convener' = ANY (viewer_roles()) THEN
    RAISE EXCEPTION 'not theirs to propose';
  END IF;
  INSERT INTO roundtables (id, lead_id, proposed_by, proposed_at, agenda, agenda_hash, revision, written_by, written_at, starts_at, ends_at,
      time_zone, place, sequence, moved_at)
    VALUES (room, lead, viewer_id(), at, words, hash, 1, viewer_id(), at, starts, ends, zone, whereabouts, 0, at);
  INSERT INTO roundtable_keys SELECT room, key, max(generation) FROM master_keys;
  INSERT INTO roundtable_parts (roundtable_id, authority_id, member_id, part, given_by, given_at)
    SELECT room, o.id, m.id, 'chair', viewer_id(), at FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.id = ANY (everyone) AND m.left_at IS NULL AND o.kind = 'authority' AND stands(o.vetting, o.vetted_until)
      AND EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = m.id AND r.role = 'convener');
  INSERT INTO roundtable_authorities SELECT DISTINCT room, authority_id FROM roundtable_parts WHERE roundtable_id = room;
  -- As many authorities as chairs, and as many chairs as were named: none is left out in silence.
  IF (SELECT count(*) FROM roundtable_authorities WHERE roundtable_id = room) <> (SELECT count(DISTINCT one) FROM unnest(everyone) one) THEN
    RAISE EXCEPTION 'a chair is no convener, or one of an authority that has a chair already';
  END IF;
END $$;

DROP FUNCTION IF EXISTS roundtable_key(uuid);
-- With the name of the master key by which it is sealed.
CREATE OR REPLACE FUNCTION roundtable_key_of(room uuid) RETURNS TABLE (sealed bytea, fingerprint text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.sealed, m.fingerprint FROM roundtable_keys k JOIN master_keys m ON m.generation = k.generation
  WHERE k.roundtable_id = room AND viewer_in_roundtable(room)
$$;

DROP POLICY IF EXISTS roundtable_authorities_read ON roundtable_authorities;
CREATE POLICY roundtable_authorities_read ON roundtable_authorities FOR SELECT TO ribera_web USING (viewer_in_roundtable(roundtable_id));

GRANT INSERT (id, roundtable_id, authority_id, member_id, part, given_by, given_at), UPDATE (ended_by, ended_at) ON roundtable_parts TO ribera_web;
DROP POLICY IF EXISTS roundtable_parts_read ON roundtable_parts;
CREATE POLICY roundtable_parts_read ON roundtable_parts FOR SELECT TO ribera_web USING (viewer_convenes(roundtable_id));
-- Each authority's chair brings in their own people, who can do what the part asks of them.
CREATE OR REPLACE FUNCTION roundtable_fits(member uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM members m JOIN member_roles r ON r.member_id = m.id
    WHERE m.id = member AND m.organisation_id = viewer_authority() AND m.left_at IS NULL
      AND CASE wanted WHEN 'chair' THEN r.role = 'convener' WHEN 'clearer' THEN r.role IN ('legal', 'officer') WHEN 'rapporteur' THEN r.role = 'rapporteur' ELSE false END)
$$;
DROP POLICY IF EXISTS roundtable_parts_give ON roundtable_parts;
CREATE POLICY roundtable_parts_give ON roundtable_parts FOR INSERT TO ribera_web WITH CHECK (
  viewer_chairs(roundtable_id) AND roundtable_stands(roundtable_id) AND authority_id = (SELECT viewer_authority())
  AND given_by = (SELECT viewer_id()) AND ended_at IS NULL AND roundtable_fits(member_id, part));
DROP POLICY IF EXISTS roundtable_parts_end ON roundtable_parts;
CREATE POLICY roundtable_parts_end ON roundtable_parts FOR UPDATE TO ribera_web
  USING (ended_at IS NULL AND authority_id = (SELECT viewer_authority()) AND viewer_chairs(roundtable_id))
  WITH CHECK (ended_by = (SELECT viewer_id()) AND ended_at IS NOT NULL);

GRANT INSERT ON roundtable_clearances TO ribera_web;
DROP POLICY IF EXISTS roundtable_clearances_read ON roundtable_clearances;
CREATE POLICY roundtable_clearances_read ON roundtable_clearances FOR SELECT TO ribera_web USING (viewer_convenes(roundtable_id));
-- On what stands now, by somebody with that part and role, who did not write it and gave no other word on it.
CREATE OR REPLACE FUNCTION viewer_may_clear(room uuid, wanted text, hash text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtables t JOIN roundtable_parts p ON p.roundtable_id = t.id
      AND p.member_id = viewer_id() AND p.authority_id = viewer_authority() AND p.part = 'clearer' AND p.ended_at IS NULL
    WHERE t.id = room AND t.agenda_hash = hash AND t.convened_at IS NULL AND t.cancelled_at IS NULL AND t.written_by <> viewer_id())
  AND CASE wanted WHEN 'legal' THEN 'legal' = ANY (viewer_roles()) WHEN 'competition' THEN viewer_roles() && ARRAY['legal', 'officer'] ELSE false END
  AND NOT EXISTS (SELECT 1 FROM roundtable_clearances WHERE roundtable_id = room AND agenda_hash = hash AND member_id = viewer_id())
$$;
DROP POLICY IF EXISTS roundtable_clearances_give ON roundtable_clearances;
CREATE POLICY roundtable_clearances_give ON roundtable_clearances FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND authority_id = (SELECT viewer_authority()) AND viewer_may_clear(roundtable_id, kind, agenda_hash));

GRANT INSERT (roundtable_id, organisation_id, seats, invited_by, invited_at), UPDATE (withdrawn_by, withdrawn_at) ON roundtable_invitations TO ribera_web;
DROP POLICY IF EXISTS roundtable_invitations_read ON roundtable_invitations;
CREATE POLICY roundtable_invitations_read ON roundtable_invitations FOR SELECT TO ribera_web USING (
  viewer_convenes(roundtable_id) OR (organisation_id = (SELECT viewer_organisation()) AND withdrawn_at IS NULL AND viewer_in_roundtable(roundtable_id)));
DROP POLICY IF EXISTS roundtable_invitations_invite ON roundtable_invitations;
CREATE POLICY roundtable_invitations_invite ON roundtable_invitations FOR INSERT TO ribera_web WITH CHECK (
  viewer_chairs(roundtable_id) AND roundtable_stands(roundtable_id) AND invited_by = (SELECT viewer_id())
  AND EXISTS (SELECT 1 FROM organisations o WHERE o.id = organisation_id AND o.kind = 'institution' AND o.vetting = 'vetted'));
DROP POLICY IF EXISTS roundtable_invitations_withdraw ON roundtable_invitations;
CREATE POLICY roundtable_invitations_withdraw ON roundtable_invitations FOR UPDATE TO ribera_web
  USING (withdrawn_at IS NULL AND viewer_chairs(roundtable_id)) WITH CHECK (withdrawn_by = (SELECT viewer_id()) AND withdrawn_at IS NOT NULL);
ALTER TABLE roundtable_invitations DROP CONSTRAINT IF EXISTS roundtable_invitations_seats;
ALTER TABLE roundtable_invitations ADD CONSTRAINT roundtable_invitations_seats CHECK (seats BETWEEN 1 AND 20);

-- With an invitation go its seats: whoever is invited again names their people anew.
CREATE OR REPLACE FUNCTION roundtable_invitation_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE roundtable_seats SET withdrawn_by = NEW.withdrawn_by, withdrawn_at = NEW.withdrawn_at
  WHERE roundtable_id = NEW.roundtable_id AND organisation_id = NEW.organisation_id AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER roundtable_invitation_ended AFTER UPDATE OF withdrawn_at ON roundtable_invitations FOR EACH ROW EXECUTE FUNCTION roundtable_invitation_ended();

GRANT SELECT, INSERT (id, roundtable_id, organisation_id, member_id, named_by, named_at), UPDATE (answer, answered_at, withdrawn_by, withdrawn_at)
  ON roundtable_seats TO ribera_web;
DROP POLICY IF EXISTS roundtable_seats_read ON roundtable_seats;
CREATE POLICY roundtable_seats_read ON roundtable_seats FOR SELECT TO ribera_web USING (
  viewer_convenes(roundtable_id) OR (organisation_id = (SELECT viewer_organisation()) AND viewer_in_roundtable(roundtable_id)));
DROP POLICY IF EXISTS roundtable_seats_name ON roundtable_seats;
CREATE POLICY roundtable_seats_name ON roundtable_seats FOR INSERT TO ribera_web WITH CHECK (
  viewer_sends_people(roundtable_id) AND roundtable_stands(roundtable_id) AND organisation_id = (SELECT viewer_organisation()) AND named_by = (SELECT viewer_id())
  AND EXISTS (SELECT 1 FROM members m WHERE m.id = member_id AND m.organisation_id = roundtable_seats.organisation_id AND m.left_at IS NULL));
-- One's own answer; and who sends people, or convenes, takes a seat away.
DROP POLICY IF EXISTS roundtable_seats_answer ON roundtable_seats;
CREATE POLICY roundtable_seats_answer ON roundtable_seats FOR UPDATE TO ribera_web
  USING (withdrawn_at IS NULL AND roundtable_stands(roundtable_id)
    AND (member_id = (SELECT viewer_id()) OR viewer_chairs(roundtable_id)
         OR (organisation_id = (SELECT viewer_organisation()) AND viewer_sends_people(roundtable_id))))
  WITH CHECK (true);
CREATE OR REPLACE FUNCTION roundtable_seat_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE most int;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT seats INTO most FROM roundtable_invitations
    WHERE roundtable_id = NEW.roundtable_id AND organisation_id = NEW.organisation_id AND withdrawn_at IS NULL FOR UPDATE;
    IF (SELECT count(*) FROM roundtable_seats WHERE roundtable_id = NEW.roundtable_id AND organisation_id = NEW.organisation_id AND withdrawn_at IS NULL) >= coalesce(most, 0) THEN
      RAISE EXCEPTION 'no seat is left';
    END IF;
  ELSIF (NEW.answer, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.answered_at) AND NEW.member_id IS DISTINCT FROM viewer_id() THEN
    RAISE EXCEPTION 'nobody answers for another';
  ELSIF NEW.withdrawn_at IS NOT NULL AND NOT (viewer_chairs(NEW.roundtable_id) OR viewer_sends_people(NEW.roundtable_id) OR viewer_id() IS NULL
      OR NOT EXISTS (SELECT 1 FROM members m JOIN organisations o ON o.id = m.organisation_id
                     WHERE m.id = NEW.member_id AND m.left_at IS NULL AND o.vetting NOT IN ('suspended', 'revoked'))) THEN
    RAISE EXCEPTION 'not theirs to take away';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER roundtable_seat_guarded BEFORE INSERT OR UPDATE ON roundtable_seats FOR EACH ROW EXECUTE FUNCTION roundtable_seat_guard();
ALTER TABLE roundtable_seats DROP CONSTRAINT IF EXISTS roundtable_seats_answers;
ALTER TABLE roundtable_seats ADD CONSTRAINT roundtable_seats_answers CHECK (answer IN ('coming', 'not-coming'));

-- Whom institutions send, by name: to those who convene all of them, to an institution its own.
CREATE OR REPLACE FUNCTION roundtable_attendance(room uuid)
RETURNS TABLE (id uuid, organisation_id uuid, member_id uuid, name text, answer text, named_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation_id, m.id, m.name, s.answer, s.named_at FROM roundtable_seats s JOIN members m ON m.id = s.member_id
  WHERE s.roundtable_id = room AND s.withdrawn_at IS NULL
    AND (viewer_convenes(room) OR (s.organisation_id = viewer_organisation() AND viewer_in_roundtable(room)))
    AND EXISTS (SELECT 1 FROM roundtable_invitations i WHERE i.roundtable_id = room AND i.organisation_id = s.organisation_id AND i.withdrawn_at IS NULL)
$$;

-- Seats, parts and invitations end with whoever holds them.
CREATE OR REPLACE FUNCTION roundtable_leave(member uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE roundtable_seats SET withdrawn_at = now() WHERE member_id = member AND withdrawn_at IS NULL;
  UPDATE roundtable_parts SET ended_at = now() WHERE member_id = member AND ended_at IS NULL;
$$;
CREATE OR REPLACE FUNCTION roundtable_shut_out(organisation uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE roundtable_invitations SET withdrawn_at = now() WHERE organisation_id = organisation AND withdrawn_at IS NULL;
$$;

-- What was done in a room stays with those who convene it. The audit log gets a digest that nobody can turn back, in nobody's name:
-- an auditor sees that something confidential was recorded, not that there is a room, whose, or who is in it.
DROP POLICY IF EXISTS roundtable_events_read ON roundtable_events;
CREATE POLICY roundtable_events_read ON roundtable_events FOR SELECT TO ribera_web USING (viewer_convenes(roundtable_id));
CREATE OR REPLACE FUNCTION roundtable_mark(grains bytea, room uuid, actor uuid, what text, concerning uuid, proof text, at timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(grains || convert_to((jsonb_build_array(room, actor, what, concerning, iso_instant(at))
    || CASE WHEN proof IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(proof) END)::text, 'UTF8')), 'hex')
$$;
CREATE OR REPLACE FUNCTION roundtable_note(room uuid, what text, concerning uuid, proof text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  actor uuid := viewer_id();
  asker text := current_setting('ribera.member', true);
  grains bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
  mark text := roundtable_mark(grains, room, actor, what, concerning, proof, at);
BEGIN
  INSERT INTO roundtable_events (roundtable_id, member_id, action, about, at, detail, salt, digest) VALUES (room, actor, what, concerning, at, proof, grains, mark);
  PERFORM set_config('ribera.member', '', true);
  PERFORM audit_append(at, 'confidential.recorded', 'confidential', mark, '{}');
  PERFORM set_config('ribera.member', coalesce(asker, ''), true);
END $$;
CREATE OR REPLACE FUNCTION roundtable_record(room uuid, what text, concerning uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_in_roundtable(room) THEN
    RAISE EXCEPTION 'not in the room';
  END IF;
  PERFORM roundtable_note(room, what, concerning, NULL, at);
END $$;

-- Letters say only that something awaits, and go to whoever is in the room: to these people, or to all of them but whoever did it.
CREATE OR REPLACE FUNCTION roundtable_tell(room uuid, whom uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_in_roundtable(room) THEN
    RAISE EXCEPTION 'not in the room';
  END IF;
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    SELECT 'confidential-news', p.member_id, jsonb_build_object('roundtableId', room), at, at FROM roundtable_people(room) p
    WHERE p.member_id <> viewer_id() AND (whom IS NULL OR p.member_id = ANY (whom) OR p.organisation_id = ANY (whom))
      AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind IN ('confidential-news', 'confidential-date') AND n.member_id = p.member_id AND n.state = 'queued' AND n.about ->> 'roundtableId' = room::text)
    ORDER BY p.member_id;
END $$;
CREATE OR REPLACE FUNCTION roundtable_concerns(room uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtable_people(room) p WHERE p.member_id = member)
$$;
REVOKE ALL ON FUNCTION roundtable_open(uuid), roundtable_guard(), roundtable_seat_guard(), roundtable_invitation_ended(), roundtable_people(uuid), viewer_in_roundtable(uuid), viewer_convenes(uuid), viewer_chairs(uuid), viewer_sends_people(uuid), roundtable_stands(uuid),
  roundtable_cleared(uuid), roundtable_propose(uuid, bytea, uuid[], bytea, text, timestamptz, timestamptz, text, bytea, timestamptz), roundtable_key_of(uuid),
  roundtable_fits(uuid, text), viewer_may_clear(uuid, text, text), roundtable_attendance(uuid), roundtable_leave(uuid), roundtable_shut_out(uuid),
  roundtable_mark(bytea, uuid, uuid, text, uuid, text, timestamptz), roundtable_note(uuid, text, uuid, text, timestamptz),
  roundtable_record(uuid, text, uuid, timestamptz), roundtable_tell(uuid, uuid[], timestamptz), roundtable_concerns(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION roundtable_open(uuid), viewer_in_roundtable(uuid), roundtable_cleared(uuid), viewer_convenes(uuid), viewer_chairs(uuid), viewer_sends_people(uuid), roundtable_stands(uuid),
  roundtable_propose(uuid, bytea, uuid[], bytea, text, timestamptz, timestamptz, text, bytea, timestamptz), roundtable_key_of(uuid), roundtable_fits(uuid, text),
  viewer_may_clear(uuid, text, text), roundtable_attendance(uuid), roundtable_record(uuid, text, uuid, timestamptz), roundtable_tell(uuid, uuid[], timestamptz) TO ribera_web;
