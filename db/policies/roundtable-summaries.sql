-- What is told of a session to those who were not in it (decision 443). The room's own row is for whoever convenes it, and once it is
-- published for everyone who entered; what is published stands apart, and only a word that is sealed in the room leads from one to the other.
ALTER TABLE summaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_summaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_summary_approvals ENABLE ROW LEVEL SECURITY;

GRANT SELECT (id, title, body, issuers, tlp, period, withdrawn_on, withdrawal) ON summaries TO ribera_web;
CREATE POLICY summaries_read ON summaries FOR SELECT TO ribera_web USING (shown_on IS NOT NULL AND readers && (SELECT viewer_keys()));
ALTER TABLE summaries DROP CONSTRAINT IF EXISTS summaries_marking;
ALTER TABLE summaries ADD CONSTRAINT summaries_marking CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT') AND authorities = '{}' AND cardinality(issuers) > 0);

GRANT SELECT (roundtable_id, words, words_hash, revision, written_by, written_at, link, published_at), INSERT,
  UPDATE (words, words_hash, revision, written_by, written_at) ON roundtable_summaries TO ribera_web;
CREATE POLICY roundtable_summaries_read ON roundtable_summaries FOR SELECT TO ribera_web USING (
  viewer_has_entered(roundtable_id) AND (published_at IS NOT NULL OR viewer_convenes(roundtable_id)));
CREATE POLICY roundtable_summaries_write ON roundtable_summaries FOR INSERT TO ribera_web WITH CHECK (
  viewer_writes_minutes(roundtable_id) AND written_by = (SELECT viewer_id()) AND revision = 1 AND published_at IS NULL AND published_by IS NULL AND link IS NULL);
CREATE POLICY roundtable_summaries_rewrite ON roundtable_summaries FOR UPDATE TO ribera_web
  USING (published_at IS NULL AND viewer_writes_minutes(roundtable_id)) WITH CHECK (published_at IS NULL AND written_by = (SELECT viewer_id()));
CREATE OR REPLACE FUNCTION roundtable_summaries_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'what is published does not change';
  END IF;
  IF NEW.words_hash IS DISTINCT FROM OLD.words_hash AND NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'a summary is rewritten once at a time';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER roundtable_summaries_guarded BEFORE UPDATE ON roundtable_summaries FOR EACH ROW EXECUTE FUNCTION roundtable_summaries_guard();

GRANT SELECT, INSERT ON roundtable_summary_approvals TO ribera_web;
CREATE POLICY roundtable_summary_approvals_read ON roundtable_summary_approvals FOR SELECT TO ribera_web USING (viewer_has_entered(roundtable_id) AND viewer_convenes(roundtable_id));
CREATE POLICY roundtable_summary_approvals_give ON roundtable_summary_approvals FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND authority_id = (SELECT viewer_authority()) AND viewer_leads(roundtable_id)
  AND EXISTS (SELECT 1 FROM roundtable_summaries s WHERE s.roundtable_id = roundtable_summary_approvals.roundtable_id
    AND s.words_hash = roundtable_summary_approvals.words_hash AND s.published_at IS NULL));

-- The one door out of a room: words that every convening authority approved as they stand, into a row that says nothing of it.
CREATE OR REPLACE FUNCTION summary_publish(room uuid, hash text, which uuid, heading jsonb, words jsonb, signers uuid[], label text, reading jsonb,
  named text, from_day date, mark text, sealed_link bytea, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_leads(room) OR from_day <= (at AT TIME ZONE 'UTC')::date
     OR NOT EXISTS (SELECT 1 FROM roundtable_summaries WHERE roundtable_id = room AND words_hash = hash AND published_at IS NULL)
     OR EXISTS (SELECT 1 FROM roundtable_authorities a WHERE a.roundtable_id = room AND NOT EXISTS (
       SELECT 1 FROM roundtable_summary_approvals p WHERE p.roundtable_id = room AND p.authority_id = a.authority_id AND p.words_hash = hash))
     OR EXISTS (SELECT 1 FROM unnest(signers) one WHERE one NOT IN (SELECT authority_id FROM roundtable_authorities WHERE roundtable_id = room)) THEN
    RETURN false;
  END IF;
  INSERT INTO summaries (id, title, body, issuers, tlp, audience, authorities, period, shows_from, secret_hash)
    VALUES (which, heading, words, signers, label, reading, '{}', named, from_day, mark);
  UPDATE roundtable_summaries SET link = sealed_link, published_by = viewer_id(), published_at = at WHERE roundtable_id = room;
  RETURN true;
END $$;
-- By the clock alone, all that are due at once: a row is laid down anew here, so that beside what it was first written says nothing any more.
CREATE OR REPLACE FUNCTION summaries_show(at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which uuid;
BEGIN
  IF nullif(current_setting('ribera.member', true), '') IS NOT NULL THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  FOR which IN SELECT id FROM summaries WHERE shown_on IS NULL AND withdrawn_on IS NULL AND shows_from <= (at AT TIME ZONE 'UTC')::date
      ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    UPDATE summaries SET shown_on = shows_from WHERE id = which;
    PERFORM audit_append(at, 'summary.published', 'summary', which::text, '{}');
  END LOOP;
END $$;
-- What became of a published one, to whoever has its room's word.
CREATE OR REPLACE FUNCTION summary_standing(which uuid, word text) RETURNS TABLE (shows_from text, shown boolean, withdrawn boolean, withdrawal jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.shows_from::text, s.shown_on IS NOT NULL, s.withdrawn_on IS NOT NULL, s.withdrawal FROM summaries s
  WHERE s.id = which AND s.secret_hash = encode(sha256(convert_to(word, 'UTF8')), 'hex')
$$;
-- By whoever has its room's word and in nobody's name; else by a convener of an authority that put its name to it and reads it.
CREATE OR REPLACE FUNCTION summary_withdraw(which uuid, word text, why jsonb, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := current_setting('ribera.member', true);
  from_room boolean;
BEGIN
  SELECT s.secret_hash = encode(sha256(convert_to(word, 'UTF8')), 'hex') INTO from_room FROM summaries s WHERE s.id = which;
  UPDATE summaries s SET withdrawn_on = (at AT TIME ZONE 'UTC')::date, withdrawal = why WHERE s.id = which AND s.withdrawn_on IS NULL AND viewer_id() IS NOT NULL AND (from_room
    OR ('convener' = ANY (viewer_roles()) AND viewer_authority() = ANY (s.issuers) AND s.shown_on IS NOT NULL AND s.readers && viewer_keys()));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF from_room THEN
    PERFORM set_config('ribera.member', '', true);
  END IF;
  PERFORM audit_append(at, 'summary.withdrawn', 'summary', which::text, '{}');
  PERFORM set_config('ribera.member', coalesce(asker, ''), true);
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION roundtable_summaries_guard(), summary_publish(uuid, text, uuid, jsonb, jsonb, uuid[], text, jsonb, text, date, text, bytea, timestamptz),
  summaries_show(timestamptz), summary_standing(uuid, text), summary_withdraw(uuid, text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION summary_publish(uuid, text, uuid, jsonb, jsonb, uuid[], text, jsonb, text, date, text, bytea, timestamptz),
  summaries_show(timestamptz), summary_standing(uuid, text), summary_withdraw(uuid, text, jsonb, timestamptz) TO ribera_web;
