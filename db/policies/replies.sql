-- Closing the loop. Points and how they are grouped are read by the authority that ran the round; what it released, by the readers of the
-- round's statistics and by the institutions that were asked, each as far as they may read the red flags that it speaks of.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['themes', 'theme_points', 'replies', 'reply_versions', 'reply_citations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
  END LOOP;
END $$;

-- Staff who group points and write, on a closed round of which anything at all is told.
CREATE OR REPLACE FUNCTION viewer_answers_round(round uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_runs_round(round) AND viewer_roles() && ARRAY['officer', 'analyst']
    AND EXISTS (SELECT 1 FROM rounds WHERE id = round AND closed_at IS NOT NULL AND called_off_at IS NULL)
    AND (SELECT count(*) FROM round_voters WHERE round_id = round) >= 5
$$;
CREATE OR REPLACE FUNCTION viewer_runs_reply(reply uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM replies r WHERE r.id = reply AND viewer_runs_round(r.round_id))
$$;
CREATE OR REPLACE FUNCTION viewer_answers_reply(reply uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM replies r WHERE r.id = reply AND viewer_answers_round(r.round_id))
$$;
CREATE OR REPLACE FUNCTION theme_is_of(theme uuid, round uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM themes WHERE id = theme AND round_id = round AND viewer_runs_round(round))
$$;
-- Whether a released reply that speaks of these rows is open to whoever asks.
CREATE OR REPLACE FUNCTION reply_opens(reply uuid, spoken int[]) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE keys text[] := viewer_keys();
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM replies p JOIN rounds r ON r.id = p.round_id LEFT JOIN advisory_versions v ON v.id = r.version_id
    WHERE p.id = reply AND r.called_off_at IS NULL
      AND (viewer_is_invited(r.id) OR readers_of(r.tlp, r.audience, ARRAY[r.authority_id]) && keys)
      AND (v.id IS NULL OR v.readers && keys)
      AND NOT EXISTS (
        SELECT 1 FROM round_rows q JOIN version_red_flags f ON f.version_id = q.version_id AND f.indicator_id = q.indicator_id
        WHERE q.round_id = r.id AND q.n = ANY (spoken) AND NOT f.readers && keys));
END $$;
CREATE OR REPLACE FUNCTION theme_is_replied(theme uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM replies p JOIN reply_versions v ON v.reply_id = p.id WHERE p.theme_id = theme AND v.released_at IS NOT NULL)
$$;

GRANT SELECT, INSERT, UPDATE (name) ON themes TO ribera_web;
DROP POLICY IF EXISTS themes_read ON themes;
CREATE POLICY themes_read ON themes FOR SELECT TO ribera_web USING (
  viewer_runs_round(round_id) OR EXISTS (SELECT 1 FROM replies p WHERE p.theme_id = themes.id));
DROP POLICY IF EXISTS themes_make ON themes;
CREATE POLICY themes_make ON themes FOR INSERT TO ribera_web WITH CHECK (viewer_answers_round(round_id) AND created_by = (SELECT viewer_id()));
-- What was released under a name keeps it.
DROP POLICY IF EXISTS themes_rename ON themes;
CREATE POLICY themes_rename ON themes FOR UPDATE TO ribera_web USING (viewer_answers_round(round_id) AND NOT theme_is_replied(id));

-- A point stands in themes of its own round; who is told what became of it stays told.
GRANT SELECT, INSERT, DELETE ON theme_points TO ribera_web;
DROP POLICY IF EXISTS theme_points_read ON theme_points;
CREATE POLICY theme_points_read ON theme_points FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM points p WHERE p.id = point_id AND viewer_runs_round(p.round_id)));
DROP POLICY IF EXISTS theme_points_place ON theme_points;
CREATE POLICY theme_points_place ON theme_points FOR INSERT TO ribera_web WITH CHECK (
  EXISTS (SELECT 1 FROM themes t JOIN points p ON p.round_id = t.round_id WHERE t.id = theme_id AND p.id = point_id AND viewer_answers_round(t.round_id)));
DROP POLICY IF EXISTS theme_points_take ON theme_points;
CREATE POLICY theme_points_take ON theme_points FOR DELETE TO ribera_web USING (
  NOT theme_is_replied(theme_id) AND EXISTS (SELECT 1 FROM themes t WHERE t.id = theme_id AND viewer_answers_round(t.round_id)));

ALTER TABLE replies DROP CONSTRAINT IF EXISTS replies_one_subject;
ALTER TABLE replies ADD CONSTRAINT replies_one_subject CHECK (num_nonnulls("row", theme_id) = 1);
GRANT SELECT, INSERT ON replies TO ribera_web;
DROP POLICY IF EXISTS replies_read ON replies;
CREATE POLICY replies_read ON replies FOR SELECT TO ribera_web USING (
  viewer_runs_round(round_id) OR EXISTS (SELECT 1 FROM reply_versions v WHERE v.reply_id = replies.id));
DROP POLICY IF EXISTS replies_begin ON replies;
CREATE POLICY replies_begin ON replies FOR INSERT TO ribera_web WITH CHECK (
  viewer_answers_round(round_id)
  AND ("row" IS NULL OR "row" = 0 OR EXISTS (SELECT 1 FROM round_rows q WHERE q.round_id = replies.round_id AND q.n = replies."row"))
  AND (theme_id IS NULL OR theme_is_of(theme_id, round_id)));

ALTER TABLE reply_versions DROP CONSTRAINT IF EXISTS reply_versions_outcome;
ALTER TABLE reply_versions ADD CONSTRAINT reply_versions_outcome CHECK (outcome IN
  ('acknowledged', 'accepted', 'amended', 'declined', 'roundtable', 'question') AND num_nonnulls(released_by, released_at) <> 1
  AND (answered_in IS NOT NULL) >= (outcome = 'question' AND released_at IS NOT NULL));
GRANT SELECT, INSERT ON reply_versions TO ribera_web;
GRANT UPDATE (said, answer, outcome, note, amended_in, answered_in, revision, writers, written_at, rows, released_by, released_at) ON reply_versions TO ribera_web;
DROP POLICY IF EXISTS reply_versions_read ON reply_versions;
CREATE POLICY reply_versions_read ON reply_versions FOR SELECT TO ribera_web USING (
  viewer_runs_reply(reply_id) OR (released_at IS NOT NULL AND reply_opens(reply_id, rows)));
DROP POLICY IF EXISTS reply_versions_write ON reply_versions;
CREATE POLICY reply_versions_write ON reply_versions FOR INSERT TO ribera_web WITH CHECK (
  released_at IS NULL AND writers = ARRAY[(SELECT viewer_id())]
  AND viewer_answers_reply(reply_id));
-- Changed in one's own name, or released by an officer who put no hand to it: published words have two readers.
DROP POLICY IF EXISTS reply_versions_change ON reply_versions;
CREATE POLICY reply_versions_change ON reply_versions FOR UPDATE TO ribera_web
  USING (released_at IS NULL AND viewer_answers_reply(reply_id))
  WITH CHECK (CASE WHEN released_at IS NULL THEN (SELECT viewer_id()) = ANY (writers)
    ELSE released_by = (SELECT viewer_id()) AND NOT released_by = ANY (writers) AND 'officer' = ANY ((SELECT viewer_roles())::text[]) END);

-- Nobody, the owner included, changes what was released, or releases other words than those that were written.
CREATE OR REPLACE FUNCTION reply_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves text[] := ARRAY['released_by', 'released_at', 'rows', 'amended_in'];
BEGIN
  IF OLD.released_at IS NOT NULL THEN
    RAISE EXCEPTION 'a released reply does not change';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NOT OLD.writers <@ NEW.writers OR (NEW.released_at IS NOT NULL AND to_jsonb(NEW) - moves <> to_jsonb(OLD) - moves) THEN
    RAISE EXCEPTION 'a reply is released as it was written';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER reply_keeps_words BEFORE UPDATE OR DELETE ON reply_versions FOR EACH ROW EXECUTE FUNCTION reply_keep_words();
CREATE OR REPLACE TRIGGER public_changed AFTER UPDATE OF released_at ON reply_versions FOR EACH STATEMENT EXECUTE FUNCTION public_changed();

-- A version and the replies it came of: told once it is published, to who may read both.
ALTER TABLE reply_citations DROP CONSTRAINT IF EXISTS reply_citations_of;
ALTER TABLE reply_citations ADD CONSTRAINT reply_citations_of CHECK (num_nonnulls(draft_id, version_id) > 0);
GRANT SELECT, INSERT, DELETE ON reply_citations TO ribera_web;
DROP POLICY IF EXISTS reply_citations_read ON reply_citations;
CREATE POLICY reply_citations_read ON reply_citations FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM reply_versions v WHERE v.reply_id = reply_citations.reply_id AND v.released_at IS NOT NULL)
  AND CASE WHEN version_id IS NULL THEN viewer_runs_reply(reply_id) ELSE EXISTS (SELECT 1 FROM advisory_versions v WHERE v.id = version_id) END);
DROP POLICY IF EXISTS reply_citations_cite ON reply_citations;
CREATE POLICY reply_citations_cite ON reply_citations FOR INSERT TO ribera_web WITH CHECK (
  cited_by = (SELECT viewer_id()) AND viewer_runs_reply(reply_id)
  AND EXISTS (SELECT 1 FROM reply_versions v WHERE v.reply_id = reply_citations.reply_id AND v.released_at IS NOT NULL)
  AND CASE WHEN draft_id IS NULL
    THEN EXISTS (SELECT 1 FROM advisory_versions v WHERE v.id = version_id AND (SELECT viewer_authority()) = ANY (v.authorities))
    ELSE version_id IS NULL AND EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id AND (SELECT viewer_authority()) = ANY (d.authorities)
      AND d.published_at IS NULL AND d.discarded_at IS NULL) END);
DROP POLICY IF EXISTS reply_citations_take_back ON reply_citations;
CREATE POLICY reply_citations_take_back ON reply_citations FOR DELETE TO ribera_web USING (version_id IS NULL AND viewer_runs_reply(reply_id));

-- When a draft is published, what it named is cited by its version; of a reply that another version of then took up, both.
CREATE OR REPLACE FUNCTION draft_cites() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE reply_citations c SET version_id = v.id
  FROM advisories a JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version
  WHERE c.draft_id = NEW.id AND c.version_id IS NULL AND a.id = NEW.advisory_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION draft_cites() FROM PUBLIC;
CREATE OR REPLACE TRIGGER draft_cites AFTER UPDATE OF published_at ON drafts FOR EACH ROW
  WHEN (OLD.published_at IS NULL AND NEW.published_at IS NOT NULL) EXECUTE FUNCTION draft_cites();

-- The answer to everyone that a reply points to, for whoever holds these keys (null: whoever): read where they may read what it explains.
CREATE OR REPLACE FUNCTION reply_answered(which uuid, authority uuid, keys text[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('id', q.answer_id, 'number', a.number, 'redFlag', i.public_id, 'question', q.question)
  FROM question_answers q JOIN advisories a ON a.id = q.advisory_id LEFT JOIN indicators i ON i.id = q.indicator_id
  WHERE q.answer_id = which AND q.current AND q.addressee = 'everyone' AND q.authority_id = authority
    AND (keys IS NULL OR q.readers && keys AND a.readers && keys AND (i.id IS NULL OR i.readers && keys))
$$;
REVOKE ALL ON FUNCTION reply_answered(uuid, uuid, text[]) FROM PUBLIC;

-- What was replied, as far as whoever asks may read it, with of its round what a reader needs: of one round, of one advisory (its own rounds, and
-- those that asked about its red flags), cited by these versions of it, or of one typology.
DROP FUNCTION IF EXISTS replies_told(uuid, text, int, text);
DROP FUNCTION IF EXISTS replies_told(uuid, text, int[], text);
CREATE FUNCTION replies_told(round uuid, advisory text, by_versions int[], of_typology text)
RETURNS TABLE (id uuid, "roundId" uuid, title jsonb, "authorityId" uuid, authority text, "closedAt" timestamptz, "row" int, theme jsonb, "redFlags" jsonb,
  said jsonb, answer jsonb, outcome text, note jsonb, n int, "releasedAt" timestamptz, cited boolean, answered jsonb, versions jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  keys text[] := viewer_keys();
  -- Of the advisory; null when none was named.
  versions_of uuid[] := (SELECT CASE WHEN advisory IS NOT NULL THEN coalesce(array_agg(w.id), '{}') END
    FROM advisories a JOIN advisory_versions w ON w.advisory_id = a.id
    WHERE a.folded_number = advisory AND (by_versions IS NULL OR w.n = ANY (by_versions) AND w.readers && keys));
BEGIN
  -- Whether one may be read is asked of those alone that are meant.
  RETURN QUERY WITH meant AS MATERIALIZED (
    SELECT y.id, y."row", y.theme_id, y.round_id, v.said, v.answer, v.outcome, v.note, v.n, v.released_at, v.answered_in, v.rows
    FROM replies y
      JOIN LATERAL (SELECT * FROM reply_versions w WHERE w.reply_id = y.id AND w.released_at IS NOT NULL ORDER BY w.n DESC LIMIT 1) v ON true
      JOIN rounds r ON r.id = y.round_id
    WHERE (round IS NULL OR r.id = round) AND (of_typology IS NULL OR r.typology = of_typology)
      AND (versions_of IS NULL OR CASE WHEN by_versions IS NULL
        THEN r.version_id = ANY (versions_of) OR EXISTS (
          SELECT 1 FROM round_rows q WHERE q.round_id = r.id AND q.n = ANY (v.rows) AND q.version_id = ANY (versions_of))
        ELSE EXISTS (SELECT 1 FROM reply_citations c WHERE c.reply_id = y.id AND c.version_id = ANY (versions_of)) END))
  SELECT y.id, r.id, r.title, r.authority_id, o.short_name, r.closed_at, y."row", t.name,
    coalesce((SELECT jsonb_agg(i.public_id ORDER BY q.n) FROM round_rows q JOIN indicators i ON i.id = q.indicator_id
      WHERE q.round_id = r.id AND q.n = ANY (y.rows)), '[]'),
    y.said, y.answer, y.outcome, y.note, y.n, y.released_at,
    EXISTS (SELECT 1 FROM reply_citations c WHERE c.reply_id = y.id AND c.version_id IS NOT NULL),
    reply_answered(y.answered_in, r.authority_id, keys),
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', a.number, 'n', w.n) ORDER BY w.published_at)
      FROM reply_citations c JOIN advisory_versions w ON w.id = c.version_id JOIN advisories a ON a.id = w.advisory_id
      WHERE c.reply_id = y.id AND w.readers && keys AND a.readers && keys), '[]')
  FROM meant y
    JOIN rounds r ON r.id = y.round_id JOIN organisations o ON o.id = r.authority_id
    LEFT JOIN themes t ON t.id = y.theme_id
  WHERE viewer_runs_round(r.id) OR reply_opens(y.id, y.rows)
  ORDER BY r.closed_at DESC, r.id, y."row" NULLS LAST, y.released_at;
END $$;
-- Told to those who work on feedback at every institution that was asked, whether it answered or not; once a day and round, not per reply.
CREATE OR REPLACE FUNCTION reply_tell(reply uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told rounds;
BEGIN
  SELECT r.* INTO told FROM replies y JOIN rounds r ON r.id = y.round_id JOIN reply_versions v ON v.reply_id = y.id
  WHERE y.id = reply AND v.released_by = (SELECT viewer_id()) AND v.released_at = at AND viewer_runs_round(r.id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only whoever releases a reply has it told';
  END IF;
  -- Two replies released at once are one letter.
  PERFORM pg_advisory_xact_lock(hashtextextended('ribera.reply ' || told.id, 0));
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
  SELECT 'reply-published', a.member_id, jsonb_build_object('organisationId', told.authority_id, 'roundId', told.id), at, at
  FROM round_asked(told.id) a
  WHERE NOT EXISTS (SELECT 1 FROM notices n WHERE n.member_id = a.member_id AND n.kind = 'reply-published'
      AND n.about ->> 'roundId' = told.id::text AND n.queued_at > at - interval '1 day')
  ORDER BY a.member_id;
END $$;

-- An identified round's points are also read by the institution that gave them.
DROP POLICY IF EXISTS points_own ON points;
CREATE POLICY points_own ON points FOR SELECT TO ribera_web USING (organisation_id = (SELECT viewer_institution()));

-- What became of the points that a secret claims, signed in or not, and in an identified round of those of one's own institution. Who
-- asks with a secret is not looked at; a round that is open, one that is not, and a secret of nobody's answer alike: nothing. A version
-- that cites a reply is named where everyone who was asked may read it.
DROP FUNCTION IF EXISTS points_claimed(uuid, bytea[]);
CREATE FUNCTION points_claimed(round uuid, claims bytea[])
RETURNS TABLE (point uuid, "row" int, question text, written text, reply uuid, theme jsonb, said jsonb, answer jsonb, outcome text, note jsonb,
  n int, released_at timestamptz, cited boolean, answered jsonb, versions jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p."row", p.question, p.written, v.reply_id, t.name, v.said, v.answer, v.outcome, v.note, v.n, v.released_at,
    EXISTS (SELECT 1 FROM reply_citations c WHERE c.reply_id = v.reply_id AND c.version_id IS NOT NULL),
    (SELECT reply_answered(v.answered_in, r.authority_id, NULL) FROM rounds r WHERE r.id = p.round_id AND NOT EXISTS (
      SELECT 1 FROM round_invitations i JOIN organisations o ON o.id = i.organisation_id
      WHERE i.round_id = p.round_id AND reply_answered(v.answered_in, r.authority_id, ARRAY['*', 'o:' || o.id, 'j:' || o.jurisdiction,
        's:' || coalesce(o.sector, ''), 'js:' || o.jurisdiction || ':' || coalesce(o.sector, '')]) IS NULL)),
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', a.number, 'n', w.n) ORDER BY w.published_at)
      FROM reply_citations c JOIN advisory_versions w ON w.id = c.version_id JOIN advisories a ON a.id = w.advisory_id
      WHERE c.reply_id = v.reply_id AND NOT EXISTS (
        SELECT 1 FROM round_invitations i JOIN organisations o ON o.id = i.organisation_id
        WHERE i.round_id = p.round_id AND NOT w.readers && ARRAY['*', 'o:' || o.id, 'j:' || o.jurisdiction,
          's:' || coalesce(o.sector, ''), 'js:' || o.jurisdiction || ':' || coalesce(o.sector, '')])), '[]')
  FROM points p
    LEFT JOIN (replies y JOIN LATERAL (
        SELECT * FROM reply_versions w WHERE w.reply_id = y.id AND w.released_at IS NOT NULL ORDER BY w.n DESC LIMIT 1) v ON true)
      ON y.round_id = p.round_id
        AND (y."row" = p."row" OR y.theme_id IN (SELECT m.theme_id FROM theme_points m WHERE m.point_id = p.id))
    LEFT JOIN themes t ON t.id = y.theme_id
  WHERE p.round_id = round AND (p.claim = ANY (claims) OR p.organisation_id = (SELECT viewer_institution()))
  ORDER BY p."row", p.question, y.theme_id NULLS FIRST
$$;
REVOKE ALL ON FUNCTION viewer_answers_round(uuid), viewer_runs_reply(uuid), reply_opens(uuid, int[]), theme_is_replied(uuid), replies_told(uuid, text, int[], text), reply_tell(uuid, timestamptz),
  viewer_answers_reply(uuid), theme_is_of(uuid, uuid), points_claimed(uuid, bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_answers_round(uuid), viewer_runs_reply(uuid), reply_opens(uuid, int[]), theme_is_replied(uuid), replies_told(uuid, text, int[], text), reply_tell(uuid, timestamptz),
  viewer_answers_reply(uuid), theme_is_of(uuid, uuid), points_claimed(uuid, bytea[]) TO ribera_web;
