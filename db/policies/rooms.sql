-- Inside a session (decision 400). Content is for whoever sits at the table and accepted the terms that hold now; nobody else finds a row.
-- The two modes that say no name leave none: a row of theirs has neither member nor organisation, and no row of any mode has a time.
ALTER TABLE roundtable_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_acceptances ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_floors ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_contributions ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_translations ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_stops ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_votes ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_hands ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_polls ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_voters ENABLE ROW LEVEL SECURITY;
ALTER TABLE room_ballot_boxes ENABLE ROW LEVEL SECURITY;

-- At the table: of those who convene it, or in a seat. A compliance officer who only sends people is not.
CREATE OR REPLACE FUNCTION viewer_sits(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_in_roundtable(room) AND EXISTS (SELECT 1 FROM roundtables WHERE id = room AND convened_at IS NOT NULL)
    AND (viewer_convenes(room) OR EXISTS (
      SELECT 1 FROM roundtable_seats WHERE roundtable_id = room AND member_id = viewer_id() AND organisation_id = viewer_organisation() AND withdrawn_at IS NULL))
$$;
-- And has accepted what holds now.
CREATE OR REPLACE FUNCTION viewer_has_entered(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_sits(room) AND EXISTS (
    SELECT 1 FROM roundtable_acceptances WHERE roundtable_id = room AND member_id = viewer_id() AND organisation_id = viewer_organisation()
      AND version = (SELECT max(version) FROM roundtable_terms WHERE roundtable_id = room))
$$;
-- Asked once by a query of many rows.
CREATE OR REPLACE FUNCTION viewer_rooms() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT room FROM (SELECT DISTINCT roundtable_id AS room FROM roundtable_acceptances WHERE member_id = viewer_id()) mine WHERE viewer_has_entered(room)
$$;
CREATE OR REPLACE FUNCTION viewer_leads(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_chairs(room) AND viewer_has_entered(room)
$$;
-- An item that is not closed and whose talk is not stopped, in a session that stands.
CREATE OR REPLACE FUNCTION room_item_stands(room uuid, which int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT roundtable_open(room) AND NOT EXISTS (SELECT 1 FROM room_items WHERE roundtable_id = room AND item = which AND closed_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM room_stops WHERE roundtable_id = room AND item = which AND lifted_at IS NULL)
$$;
CREATE OR REPLACE FUNCTION room_speaks(room uuid, which int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT room_item_stands(room, which) AND EXISTS (SELECT 1 FROM room_items WHERE roundtable_id = room AND item = which)
$$;

-- The sector that the viewer may be known by: one that more than one organisation at the table is of. Otherwise it is a name.
CREATE OR REPLACE FUNCTION room_sector(room uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH at_table AS (
    SELECT authority_id AS id FROM roundtable_authorities WHERE roundtable_id = room
    UNION SELECT s.organisation_id FROM roundtable_seats s JOIN roundtable_invitations i USING (roundtable_id, organisation_id)
    WHERE s.roundtable_id = room AND s.withdrawn_at IS NULL AND i.withdrawn_at IS NULL)
  SELECT CASE o.kind WHEN 'authority' THEN 'authority' ELSE o.sector END FROM organisations o
  WHERE o.id = viewer_organisation() AND viewer_sits(room) AND 2 <= (
    SELECT count(*) FROM at_table t JOIN organisations other ON other.id = t.id
    WHERE CASE o.kind WHEN 'authority' THEN other.kind = 'authority' ELSE other.kind = o.kind AND other.sector = o.sector END)
$$;

-- What is shown of a room changed: one after the other until the commit, so that whoever has read up to a revision missed nothing before it.
CREATE OR REPLACE FUNCTION room_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE turn int;
BEGIN
  UPDATE room_floors SET revision = revision + 1 WHERE roundtable_id = NEW.roundtable_id RETURNING revision INTO turn;
  IF turn IS NULL THEN
    RAISE EXCEPTION 'a room without a floor';
  END IF;
  NEW.changed := turn;
  IF TG_TABLE_NAME = 'room_contributions' AND TG_OP = 'INSERT' THEN
    NEW.position := turn;
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION room_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE room_floors SET revision = revision + 1 WHERE roundtable_id = CASE TG_OP WHEN 'DELETE' THEN OLD.roundtable_id ELSE NEW.roundtable_id END;
  RETURN NULL;
END $$;
-- With its first terms a room gets its floor.
CREATE OR REPLACE FUNCTION room_furnish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.version <> 1 + coalesce((SELECT max(version) FROM roundtable_terms WHERE roundtable_id = NEW.roundtable_id), 0) THEN
    RAISE EXCEPTION 'terms follow one another';
  END IF;
  INSERT INTO room_floors (roundtable_id) VALUES (NEW.roundtable_id) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER room_furnished BEFORE INSERT ON roundtable_terms FOR EACH ROW EXECUTE FUNCTION room_furnish();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT ON roundtable_terms FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR UPDATE ON room_items FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR UPDATE ON room_stops FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR DELETE ON room_votes FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR UPDATE OF called_at OR DELETE ON room_hands FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR UPDATE ON room_polls FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT ON room_voters FOR EACH ROW EXECUTE FUNCTION room_moved();
CREATE OR REPLACE TRIGGER room_turn BEFORE INSERT OR UPDATE OF hidden_at, settled_at, settlement ON room_contributions FOR EACH ROW EXECUTE FUNCTION room_turn();
CREATE OR REPLACE TRIGGER room_turn BEFORE INSERT OR UPDATE ON room_translations FOR EACH ROW EXECUTE FUNCTION room_turn();
CREATE OR REPLACE TRIGGER live_room AFTER UPDATE ON room_floors FOR EACH ROW EXECUTE FUNCTION live_announce('room', 'roundtable_id');
-- What is shown of a vote to its voter alone: their own open pages look again, whichever device it was given on.
CREATE OR REPLACE TRIGGER live_voter AFTER INSERT OR DELETE ON room_votes FOR EACH ROW EXECUTE FUNCTION live_announce('member', 'member_id');
CREATE OR REPLACE TRIGGER live_voter AFTER INSERT ON room_voters FOR EACH ROW EXECUTE FUNCTION live_announce('member', 'member_id');
-- Whoever lost a seat, a part or the whole invitation: open streams look again at once.
CREATE OR REPLACE TRIGGER live_room AFTER UPDATE OF withdrawn_at ON roundtable_seats FOR EACH ROW EXECUTE FUNCTION live_announce('room', 'roundtable_id');
CREATE OR REPLACE TRIGGER live_room AFTER UPDATE OF ended_at ON roundtable_parts FOR EACH ROW EXECUTE FUNCTION live_announce('room', 'roundtable_id');
CREATE OR REPLACE TRIGGER live_room AFTER UPDATE OF withdrawn_at ON roundtable_invitations FOR EACH ROW EXECUTE FUNCTION live_announce('room', 'roundtable_id');
CREATE OR REPLACE TRIGGER live_room AFTER UPDATE OF cancelled_at, ends_at, ended_at ON roundtables FOR EACH ROW EXECUTE FUNCTION live_announce('room', 'id');

-- Terms.
GRANT SELECT, INSERT ON roundtable_terms TO ribera_web;
CREATE POLICY roundtable_terms_read ON roundtable_terms FOR SELECT TO ribera_web USING (viewer_in_roundtable(roundtable_id));
CREATE POLICY roundtable_terms_write ON roundtable_terms FOR INSERT TO ribera_web WITH CHECK (
  written_by = (SELECT viewer_id()) AND viewer_chairs(roundtable_id) AND roundtable_stands(roundtable_id));
GRANT SELECT, INSERT (roundtable_id, member_id, organisation_id, version, language, hash, accepted_at) ON roundtable_acceptances TO ribera_web;
CREATE POLICY roundtable_acceptances_read ON roundtable_acceptances FOR SELECT TO ribera_web USING (
  (member_id = (SELECT viewer_id()) AND viewer_in_roundtable(roundtable_id)) OR viewer_convenes(roundtable_id));
CREATE POLICY roundtable_acceptances_accept ON roundtable_acceptances FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND organisation_id = (SELECT viewer_organisation()) AND viewer_sits(roundtable_id) AND EXISTS (
    SELECT 1 FROM roundtable_terms t WHERE t.roundtable_id = roundtable_acceptances.roundtable_id AND t.version = roundtable_acceptances.version
      AND roundtable_acceptances.hash = CASE roundtable_acceptances.language WHEN 'es' THEN t.hash_es WHEN 'en' THEN t.hash_en END
      AND t.version = (SELECT max(version) FROM roundtable_terms WHERE roundtable_id = t.roundtable_id)));

-- The floor.
GRANT SELECT, UPDATE (item, opened_by, opened_at) ON room_floors TO ribera_web;
CREATE POLICY room_floors_read ON room_floors FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_floors_lead ON room_floors FOR UPDATE TO ribera_web USING (viewer_leads(roundtable_id) AND roundtable_stands(roundtable_id)) WITH CHECK (true);
CREATE OR REPLACE FUNCTION room_floor_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.opened_by, NEW.opened_at) IS DISTINCT FROM (OLD.opened_by, OLD.opened_at) AND (OLD.opened_at IS NOT NULL OR NEW.opened_by IS DISTINCT FROM viewer_id()) THEN
    RAISE EXCEPTION 'opened once, in one''s own name';
  END IF;
  IF NEW.item IS NOT NULL AND NEW.opened_at IS NULL THEN
    RAISE EXCEPTION 'no item before the session is open';
  END IF;
  -- What a chair moves is a change that is seen; the count itself is the database's.
  IF NEW.revision = OLD.revision THEN
    NEW.revision := OLD.revision + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER room_floor_guarded BEFORE UPDATE ON room_floors FOR EACH ROW EXECUTE FUNCTION room_floor_guard();
GRANT SELECT, INSERT (roundtable_id, item, opened_at), UPDATE (closed_by, closed_at) ON room_items TO ribera_web;
CREATE POLICY room_items_read ON room_items FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_items_open ON room_items FOR INSERT TO ribera_web WITH CHECK (
  viewer_leads(roundtable_id) AND EXISTS (SELECT 1 FROM room_floors f WHERE f.roundtable_id = room_items.roundtable_id AND f.opened_at IS NOT NULL));
CREATE POLICY room_items_close ON room_items FOR UPDATE TO ribera_web USING (closed_at IS NULL AND viewer_leads(roundtable_id))
  WITH CHECK (closed_at IS NOT NULL AND closed_by = (SELECT viewer_id()));
-- What was written under an item is laid down anew at its end, all of it at once: in which order the database wrote the rows, and beside what, says nothing any more.
CREATE OR REPLACE FUNCTION room_item_settle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Words and files as another value: a long one lies in rows of its own, which stay as they were where it is the same.
  UPDATE room_contributions SET words = words || ''::bytea WHERE roundtable_id = NEW.roundtable_id AND item = NEW.item;
  UPDATE room_files f SET content = f.content || ''::bytea FROM room_contributions c WHERE c.id = f.contribution_id AND c.roundtable_id = NEW.roundtable_id AND c.item = NEW.item;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER room_item_settled AFTER UPDATE OF closed_at ON room_items FOR EACH ROW EXECUTE FUNCTION room_item_settle();
GRANT SELECT, INSERT (id, roundtable_id, item, reason, stopped_by, stopped_at), UPDATE (lifted_by, lifted_at) ON room_stops TO ribera_web;
CREATE POLICY room_stops_read ON room_stops FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_stops_stop ON room_stops FOR INSERT TO ribera_web WITH CHECK (stopped_by = (SELECT viewer_id()) AND viewer_leads(roundtable_id) AND room_speaks(roundtable_id, item));
CREATE POLICY room_stops_lift ON room_stops FOR UPDATE TO ribera_web USING (lifted_at IS NULL AND viewer_leads(roundtable_id))
  WITH CHECK (lifted_at IS NOT NULL AND lifted_by = (SELECT viewer_id()));

-- What is said. A row says who wrote it as far as its mode does, and whoever writes it says it of themselves.
ALTER TABLE room_contributions DROP CONSTRAINT IF EXISTS room_contributions_attributed;
ALTER TABLE room_contributions ADD CONSTRAINT room_contributions_attributed CHECK (CASE mode
  WHEN 'named' THEN member_id IS NOT NULL AND organisation_id IS NOT NULL AND sector IS NULL
  WHEN 'organisation' THEN member_id IS NULL AND organisation_id IS NOT NULL AND sector IS NULL
  WHEN 'sector' THEN member_id IS NULL AND organisation_id IS NULL AND sector IS NOT NULL
  WHEN 'unattributed' THEN member_id IS NULL AND organisation_id IS NULL AND sector IS NULL ELSE false END);
GRANT SELECT, INSERT (id, roundtable_id, kind, item, parent_id, mode, member_id, organisation_id, sector, words),
  UPDATE (hidden_by, hidden_at, hiding, settled_by, settled_at, settlement) ON room_contributions TO ribera_web;
CREATE POLICY room_contributions_read ON room_contributions FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE OR REPLACE FUNCTION room_answers(room uuid, which int, parent uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_has_entered(room) AND EXISTS (
    SELECT 1 FROM room_contributions WHERE id = parent AND roundtable_id = room AND item = which AND parent_id IS NULL AND hidden_at IS NULL)
$$;
CREATE POLICY room_contributions_say ON room_contributions FOR INSERT TO ribera_web WITH CHECK (
  viewer_has_entered(roundtable_id)
  AND CASE kind WHEN 'question' THEN parent_id IS NULL AND room_item_stands(roundtable_id, item) ELSE kind IN ('words', 'file') AND room_speaks(roundtable_id, item) END
  AND (parent_id IS NULL OR room_answers(roundtable_id, item, parent_id))
  AND (member_id IS NULL OR member_id = (SELECT viewer_id())) AND (organisation_id IS NULL OR organisation_id = (SELECT viewer_organisation()))
  AND (sector IS NULL OR sector = room_sector(roundtable_id)));
CREATE POLICY room_contributions_lead ON room_contributions FOR UPDATE TO ribera_web USING (viewer_leads(roundtable_id)) WITH CHECK (viewer_leads(roundtable_id));
CREATE OR REPLACE FUNCTION room_contribution_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.hidden_by, NEW.hidden_at, NEW.hiding) IS DISTINCT FROM (OLD.hidden_by, OLD.hidden_at, OLD.hiding)
     AND (OLD.hidden_at IS NOT NULL OR NEW.hidden_by IS DISTINCT FROM viewer_id() OR NEW.hidden_at IS NULL OR NEW.hiding IS NULL) THEN
    RAISE EXCEPTION 'hidden once, in one''s own name, with the reason';
  END IF;
  IF (NEW.settled_by, NEW.settled_at, NEW.settlement) IS DISTINCT FROM (OLD.settled_by, OLD.settled_at, OLD.settlement)
     AND (NEW.kind <> 'question' OR NEW.settled_by IS DISTINCT FROM viewer_id() OR NEW.settled_at IS NULL OR NEW.settlement NOT IN ('answered', 'set-aside')) THEN
    RAISE EXCEPTION 'a question is settled in one''s own name';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER room_contribution_guarded BEFORE UPDATE ON room_contributions FOR EACH ROW EXECUTE FUNCTION room_contribution_guard();

-- A file: what shows it is the contribution beside it; nobody opens it once that is hidden.
GRANT SELECT, INSERT ON room_files TO ribera_web;
CREATE POLICY room_files_read ON room_files FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms())
  AND EXISTS (SELECT 1 FROM room_contributions c WHERE c.id = contribution_id AND c.hidden_at IS NULL));
CREATE POLICY room_files_show ON room_files FOR INSERT TO ribera_web WITH CHECK (viewer_has_entered(roundtable_id) AND EXISTS (
  SELECT 1 FROM room_contributions c WHERE c.id = contribution_id AND c.roundtable_id = room_files.roundtable_id AND c.kind = 'file' AND room_speaks(c.roundtable_id, c.item)));

-- What those who convene send ahead: theirs to add until the session opens, and to take back as long as it stands.
ALTER TABLE roundtable_materials ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, roundtable_id, words, content, added_at, withdrawn_at), INSERT (id, roundtable_id, words, content, added_by, added_at), UPDATE (withdrawn_by, withdrawn_at) ON roundtable_materials TO ribera_web;
CREATE POLICY roundtable_materials_read ON roundtable_materials FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms())
  AND (withdrawn_at IS NULL OR viewer_leads(roundtable_id)));
CREATE POLICY roundtable_materials_add ON roundtable_materials FOR INSERT TO ribera_web WITH CHECK (
  added_by = (SELECT viewer_id()) AND viewer_leads(roundtable_id) AND roundtable_open(roundtable_id)
  AND EXISTS (SELECT 1 FROM room_floors f WHERE f.roundtable_id = roundtable_materials.roundtable_id AND f.opened_at IS NULL));
CREATE POLICY roundtable_materials_withdraw ON roundtable_materials FOR UPDATE TO ribera_web USING (withdrawn_at IS NULL AND viewer_leads(roundtable_id) AND roundtable_open(roundtable_id))
  WITH CHECK (withdrawn_at IS NOT NULL AND withdrawn_by = (SELECT viewer_id()));
CREATE OR REPLACE TRIGGER room_moved AFTER INSERT OR UPDATE OF withdrawn_at ON roundtable_materials FOR EACH ROW EXECUTE FUNCTION room_moved();

-- A translation is its translator's, who is named, and may mend it; a machine's is nobody's, and whoever translates puts their own in its place.
GRANT SELECT, INSERT (id, roundtable_id, contribution_id, language, member_id, words), UPDATE (words, member_id) ON room_translations TO ribera_web;
CREATE POLICY room_translations_read ON room_translations FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_translations_add ON room_translations FOR INSERT TO ribera_web WITH CHECK (
  (member_id IS NULL OR member_id = (SELECT viewer_id())) AND viewer_has_entered(roundtable_id) AND roundtable_stands(roundtable_id) AND EXISTS (
    SELECT 1 FROM room_contributions c WHERE c.id = contribution_id AND c.roundtable_id = room_translations.roundtable_id AND c.kind <> 'file' AND c.hidden_at IS NULL));
CREATE POLICY room_translations_mend ON room_translations FOR UPDATE TO ribera_web
  USING ((member_id IS NULL OR member_id = (SELECT viewer_id())) AND viewer_has_entered(roundtable_id) AND roundtable_stands(roundtable_id)) WITH CHECK (member_id = (SELECT viewer_id()));

-- Votes for questions: one's own are seen; of the others how many.
GRANT SELECT, INSERT, DELETE ON room_votes TO ribera_web;
CREATE POLICY room_votes_read ON room_votes FOR SELECT TO ribera_web USING (member_id = (SELECT viewer_id()) AND roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_votes_give ON room_votes FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND viewer_has_entered(roundtable_id) AND roundtable_stands(roundtable_id) AND EXISTS (
    SELECT 1 FROM room_contributions c WHERE c.id = contribution_id AND c.roundtable_id = room_votes.roundtable_id AND c.kind = 'question' AND c.hidden_at IS NULL AND c.settled_at IS NULL));
CREATE POLICY room_votes_take ON room_votes FOR DELETE TO ribera_web USING (
  member_id = (SELECT viewer_id()) AND viewer_has_entered(roundtable_id) AND roundtable_stands(roundtable_id));
CREATE OR REPLACE FUNCTION room_votes_counted(room uuid) RETURNS TABLE (contribution_id uuid, votes int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v.contribution_id, count(*)::int FROM room_votes v WHERE v.roundtable_id = room AND viewer_has_entered(room) GROUP BY 1
$$;

-- Hands and presence go by themselves.
GRANT SELECT, INSERT (roundtable_id, member_id, organisation_id, raised_at), UPDATE (called_at), DELETE ON room_hands TO ribera_web;
CREATE POLICY room_hands_read ON room_hands FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_hands_raise ON room_hands FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND organisation_id = (SELECT viewer_organisation()) AND viewer_has_entered(roundtable_id) AND roundtable_stands(roundtable_id));
CREATE POLICY room_hands_call ON room_hands FOR UPDATE TO ribera_web USING (viewer_leads(roundtable_id)) WITH CHECK (viewer_leads(roundtable_id));
CREATE POLICY room_hands_lower ON room_hands FOR DELETE TO ribera_web USING (
  viewer_has_entered(roundtable_id) AND (member_id = (SELECT viewer_id()) OR viewer_leads(roundtable_id)));
GRANT SELECT, INSERT, UPDATE (seen_at) ON room_presence TO ribera_web;
CREATE POLICY room_presence_read ON room_presence FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_presence_note ON room_presence FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND organisation_id = (SELECT viewer_organisation()) AND viewer_has_entered(roundtable_id));
CREATE POLICY room_presence_again ON room_presence FOR UPDATE TO ribera_web USING (member_id = (SELECT viewer_id()) AND viewer_has_entered(roundtable_id))
  WITH CHECK (member_id = (SELECT viewer_id()));
-- Names of people and houses, which the wall shows to nobody else, to whoever is at the same table.
CREATE OR REPLACE FUNCTION room_hands_raised(room uuid) RETURNS TABLE (member_id uuid, name text, organisation text, raised_at timestamptz, called_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.name, o.short_name, h.raised_at, h.called_at FROM room_hands h JOIN members m ON m.id = h.member_id JOIN organisations o ON o.id = h.organisation_id
  WHERE h.roundtable_id = room AND viewer_has_entered(room)
$$;
CREATE OR REPLACE FUNCTION room_present(room uuid, since timestamptz) RETURNS TABLE (organisation_id uuid, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT o.id, o.short_name FROM room_presence p JOIN organisations o ON o.id = p.organisation_id JOIN roundtable_people(room) here ON here.member_id = p.member_id
  WHERE p.roundtable_id = room AND p.seen_at > since AND viewer_has_entered(room)
$$;

-- Who is at the table, house by house, with what covers each; and who of those in this process's ear may hear.
CREATE OR REPLACE FUNCTION room_table(room uuid) RETURNS TABLE (organisation_id uuid, organisation text, jurisdiction text, convenes boolean, seats int,
  registered_314b_on date, registered_314b_until date, recorded_ground text, recorded_ground_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH here AS (
    SELECT a.authority_id AS id, true AS convenes, NULL::int AS seats FROM roundtable_authorities a WHERE a.roundtable_id = room
    UNION ALL SELECT s.organisation_id, false, count(*)::int FROM roundtable_seats s JOIN roundtable_invitations i USING (roundtable_id, organisation_id)
      WHERE s.roundtable_id = room AND s.withdrawn_at IS NULL AND i.withdrawn_at IS NULL GROUP BY 1)
  SELECT o.id, o.short_name, o.jurisdiction, here.convenes, here.seats, o.registered_314b_on, o.registered_314b_until, o.recorded_ground, o.recorded_ground_on
  FROM here JOIN organisations o ON o.id = here.id WHERE viewer_has_entered(room)
$$;
CREATE OR REPLACE FUNCTION room_entered(room uuid, whom uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.member_id FROM roundtable_people(room) p
  WHERE viewer_has_entered(room) AND p.member_id = ANY (whom)
    AND (EXISTS (SELECT 1 FROM roundtable_parts r WHERE r.roundtable_id = room AND r.member_id = p.member_id AND r.authority_id = p.organisation_id AND r.ended_at IS NULL)
      OR EXISTS (SELECT 1 FROM roundtable_seats s WHERE s.roundtable_id = room AND s.member_id = p.member_id AND s.organisation_id = p.organisation_id AND s.withdrawn_at IS NULL))
    AND EXISTS (SELECT 1 FROM roundtable_acceptances a WHERE a.roundtable_id = room AND a.member_id = p.member_id AND a.organisation_id = p.organisation_id
      AND a.version = (SELECT max(version) FROM roundtable_terms WHERE roundtable_id = room))
$$;

-- Polls. Who voted and how often each choice was made lie apart, and there is no single ballot.
GRANT SELECT, INSERT (id, roundtable_id, item, kind, words, opened_by, opened_at), UPDATE (closed_by, closed_at) ON room_polls TO ribera_web;
CREATE POLICY room_polls_read ON room_polls FOR SELECT TO ribera_web USING (roundtable_id IN (SELECT viewer_rooms()));
CREATE POLICY room_polls_open ON room_polls FOR INSERT TO ribera_web WITH CHECK (opened_by = (SELECT viewer_id()) AND viewer_leads(roundtable_id) AND room_speaks(roundtable_id, item));
CREATE POLICY room_polls_close ON room_polls FOR UPDATE TO ribera_web USING (closed_at IS NULL AND viewer_leads(roundtable_id))
  WITH CHECK (closed_at IS NOT NULL AND closed_by = (SELECT viewer_id()));
GRANT SELECT ON room_voters TO ribera_web;
CREATE POLICY room_voters_read ON room_voters FOR SELECT TO ribera_web USING (member_id = (SELECT viewer_id()) AND roundtable_id IN (SELECT viewer_rooms()));
CREATE OR REPLACE FUNCTION room_voters_counted(room uuid) RETURNS TABLE (poll_id uuid, voters int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v.poll_id, count(*)::int FROM room_voters v WHERE v.roundtable_id = room AND viewer_has_entered(room) GROUP BY 1
$$;
-- The box of an open poll to whoever may still vote, to put a vote in; of a closed one to everyone at the table.
CREATE OR REPLACE FUNCTION room_ballot_box(poll uuid) RETURNS bytea LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.counts FROM room_ballot_boxes b JOIN room_polls p ON p.id = b.poll_id
  WHERE p.id = poll AND viewer_has_entered(p.roundtable_id)
    AND (p.closed_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM room_voters v WHERE v.poll_id = poll AND v.member_id = viewer_id()))
$$;
CREATE OR REPLACE FUNCTION room_ballot_cast(poll uuid, filled bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE room uuid;
BEGIN
  SELECT roundtable_id INTO room FROM room_polls WHERE id = poll AND closed_at IS NULL FOR UPDATE;
  IF room IS NULL OR NOT viewer_has_entered(room) OR NOT roundtable_stands(room) THEN
    RAISE EXCEPTION 'not theirs to vote in';
  END IF;
  INSERT INTO room_voters (poll_id, roundtable_id, member_id) VALUES (poll, room, viewer_id());
  INSERT INTO room_ballot_boxes (poll_id, roundtable_id, counts) VALUES (poll, room, filled) ON CONFLICT (poll_id) DO UPDATE SET counts = EXCLUDED.counts;
END $$;
-- With the close voters are laid down anew, all at once, as contributions are with their item.
CREATE OR REPLACE FUNCTION room_poll_settle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE room_voters SET poll_id = poll_id WHERE poll_id = NEW.id;
  UPDATE room_ballot_boxes SET counts = counts WHERE poll_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER room_poll_settled AFTER UPDATE OF closed_at ON room_polls FOR EACH ROW EXECUTE FUNCTION room_poll_settle();

REVOKE ALL ON FUNCTION viewer_sits(uuid), viewer_has_entered(uuid), viewer_rooms(), viewer_leads(uuid), room_item_stands(uuid, int), room_speaks(uuid, int), room_sector(uuid),
  room_turn(), room_moved(), room_furnish(), room_floor_guard(), room_item_settle(), room_answers(uuid, int, uuid), room_contribution_guard(),
  room_votes_counted(uuid), room_hands_raised(uuid), room_present(uuid, timestamptz), room_table(uuid), room_entered(uuid, uuid[]), room_voters_counted(uuid), room_ballot_box(uuid), room_ballot_cast(uuid, bytea), room_poll_settle() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_sits(uuid), viewer_has_entered(uuid), viewer_rooms(), viewer_leads(uuid), room_item_stands(uuid, int), room_speaks(uuid, int), room_sector(uuid),
  room_answers(uuid, int, uuid), room_votes_counted(uuid), room_hands_raised(uuid), room_present(uuid, timestamptz), room_table(uuid), room_entered(uuid, uuid[]), room_voters_counted(uuid),
  room_ballot_box(uuid), room_ballot_cast(uuid, bytea) TO ribera_web;
