-- Questions to the authorities that issued an advisory. An institution sees its own; the issuing authorities see what is asked,
-- never who asks unless the asker said so; nobody else sees a row or counts one (decision 270).
ALTER TABLE questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE question_askers ENABLE ROW LEVEL SECURITY;
ALTER TABLE answer_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE question_answers ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION viewer_issues(advisory uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM advisories WHERE id = advisory AND viewer_authority() = ANY (authorities))
$$;
CREATE OR REPLACE FUNCTION viewer_asked(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM question_askers WHERE question_id = which AND organisation_id = (SELECT viewer_institution()))
$$;
-- Those of the issuing authorities who write answers.
CREATE OR REPLACE FUNCTION viewer_drafts_answer(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_roles() && ARRAY['analyst', 'officer'] AND EXISTS (
    SELECT 1 FROM questions q WHERE q.id = which AND q.withdrawn_on IS NULL AND viewer_issues(q.advisory_id))
$$;
-- One voice answers: an officer of the authority that leads.
CREATE OR REPLACE FUNCTION viewer_speaks_for(advisory uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'officer' = ANY (viewer_roles()) AND EXISTS (SELECT 1 FROM advisories WHERE id = advisory AND lead_organisation_id = (SELECT viewer_authority()))
$$;

GRANT SELECT, INSERT, UPDATE (taken_on) ON questions TO ribera_web;
DROP POLICY IF EXISTS questions_read ON questions;
CREATE POLICY questions_read ON questions FOR SELECT TO ribera_web USING (viewer_issues(advisory_id) OR viewer_asked(id));
-- Asked of a text that the asker may read, by those who work with it.
DROP POLICY IF EXISTS questions_ask ON questions;
CREATE POLICY questions_ask ON questions FOR INSERT TO ribera_web WITH CHECK (
  (SELECT viewer_adopts()) IS NOT NULL AND num_nonnulls(taken_on, answered_on, withdrawn_on) = 0 AND body <> ''
  AND EXISTS (SELECT 1 FROM advisory_versions v JOIN advisories a ON a.id = v.advisory_id AND a.current_version = v.n
    WHERE v.id = version_id AND a.id = questions.advisory_id)
  AND (indicator_id IS NULL OR EXISTS (
    SELECT 1 FROM version_red_flags f WHERE f.version_id = questions.version_id AND f.indicator_id = questions.indicator_id)));
DROP POLICY IF EXISTS questions_take ON questions;
CREATE POLICY questions_take ON questions FOR UPDATE TO ribera_web USING (viewer_drafts_answer(id)) WITH CHECK (viewer_drafts_answer(id));

GRANT SELECT, INSERT ON question_askers TO ribera_web;
DROP POLICY IF EXISTS question_askers_own ON question_askers;
CREATE POLICY question_askers_own ON question_askers FOR SELECT TO ribera_web USING (organisation_id = (SELECT viewer_institution()));
DROP POLICY IF EXISTS question_askers_ask ON question_askers;
CREATE POLICY question_askers_ask ON question_askers FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_adopts()) AND asked_by = (SELECT viewer_id()));
ALTER TABLE question_askers DROP CONSTRAINT IF EXISTS question_askers_naming;
ALTER TABLE question_askers ADD CONSTRAINT question_askers_naming CHECK (naming IN ('named', 'unnamed'));

-- Which institution asked, of those that wanted it said.
CREATE OR REPLACE FUNCTION questions_named(ids uuid[]) RETURNS TABLE (question_id uuid, organisation_id uuid, short_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.id, o.id, o.short_name FROM questions q JOIN question_askers k ON k.question_id = q.id JOIN organisations o ON o.id = k.organisation_id
  WHERE q.id = ANY (ids) AND k.naming = 'named' AND q.withdrawn_on IS NULL AND viewer_issues(q.advisory_id)
$$;

-- Its words are destroyed, and what was written towards an answer; that there was a question stays.
CREATE OR REPLACE FUNCTION question_withdraw(which uuid, day date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE questions SET body = '', withdrawn_on = day
  WHERE id = which AND answered_on IS NULL AND withdrawn_on IS NULL AND viewer_adopts() IS NOT NULL AND viewer_asked(which);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM answer_drafts WHERE question_id = which;
  RETURN true;
END $$;

GRANT SELECT, INSERT, UPDATE ON answer_drafts TO ribera_web;
DROP POLICY IF EXISTS answer_drafts_read ON answer_drafts;
CREATE POLICY answer_drafts_read ON answer_drafts FOR SELECT TO ribera_web USING (EXISTS (
  SELECT 1 FROM questions q WHERE q.id = question_id AND viewer_issues(q.advisory_id)));
DROP POLICY IF EXISTS answer_drafts_begin ON answer_drafts;
CREATE POLICY answer_drafts_begin ON answer_drafts FOR INSERT TO ribera_web WITH CHECK (
  viewer_drafts_answer(question_id) AND changed_by = (SELECT viewer_id()));
-- Whoever writes says so; to give the work to somebody changes no word, and so not whose words they are.
DROP POLICY IF EXISTS answer_drafts_write ON answer_drafts;
CREATE POLICY answer_drafts_write ON answer_drafts FOR UPDATE TO ribera_web USING (viewer_drafts_answer(question_id)) WITH CHECK (viewer_drafts_answer(question_id));
CREATE OR REPLACE FUNCTION answer_draft_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'taken_by') IS DISTINCT FROM (to_jsonb(OLD) - 'taken_by')
     AND (NEW.changed_by IS DISTINCT FROM viewer_id() OR NEW.revision <> OLD.revision + 1) THEN
    RAISE EXCEPTION 'words are changed in one''s own name';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER answer_draft_signs BEFORE UPDATE ON answer_drafts FOR EACH ROW EXECUTE FUNCTION answer_draft_signed();
ALTER TABLE answer_drafts DROP CONSTRAINT IF EXISTS answer_drafts_addressee;
ALTER TABLE answer_drafts ADD CONSTRAINT answer_drafts_addressee CHECK (addressee IN ('asker', 'everyone'));

-- Read by the keys of its own row, which follow those of the text at the release, and only while that text is open to the reader.
DO $$
BEGIN
  EXECUTE format('GRANT SELECT (%s) ON question_answers TO ribera_web',
    (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = 'question_answers'::regclass AND attnum > 0
     AND NOT attisdropped AND attname NOT IN ('audience', 'readers', 'written_by', 'released_by', 'withdrawn_by')));
END $$;
GRANT UPDATE (withdrawn_by, withdrawn_on, withdrawal_reason) ON question_answers TO ribera_web;
DROP POLICY IF EXISTS question_answers_read ON question_answers;
CREATE POLICY question_answers_read ON question_answers FOR SELECT TO ribera_web USING (readers && (SELECT viewer_keys()));
DROP POLICY IF EXISTS question_answers_with_the_text ON question_answers;
CREATE POLICY question_answers_with_the_text ON question_answers AS RESTRICTIVE FOR SELECT TO ribera_web USING (
  EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id)
  AND (indicator_id IS NULL OR EXISTS (SELECT 1 FROM indicators i WHERE i.id = indicator_id)));
DROP POLICY IF EXISTS question_answers_withdraw ON question_answers;
CREATE POLICY question_answers_withdraw ON question_answers FOR UPDATE TO ribera_web
  USING (current AND withdrawn_on IS NULL AND viewer_speaks_for(advisory_id))
  WITH CHECK (withdrawn_by = (SELECT viewer_id()) AND withdrawn_on IS NOT NULL AND withdrawal_reason IS NOT NULL);

CREATE OR REPLACE FUNCTION question_answer_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A generated column is not yet reckoned here: readers follows from the columns that are compared.
  moving text[] := ARRAY['current', 'withdrawn_by', 'withdrawn_on', 'withdrawal_reason', 'readers'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_on IS NULL AND to_jsonb(NEW) - moving = to_jsonb(OLD) - moving THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an answer that was given does not change';
END $$;
CREATE OR REPLACE TRIGGER question_answer_immutable BEFORE UPDATE OR DELETE ON question_answers FOR EACH ROW EXECUTE FUNCTION question_answer_refuse();
CREATE OR REPLACE TRIGGER question_answers_whole BEFORE TRUNCATE ON question_answers FOR EACH STATEMENT EXECUTE FUNCTION question_answer_refuse();

-- With an answer that is withdrawn goes what was written to correct it.
CREATE OR REPLACE FUNCTION question_answer_withdrawn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM answer_drafts d USING questions q WHERE q.id = d.question_id AND q.answer_id = NEW.answer_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION question_answer_withdrawn() FROM PUBLIC;
CREATE OR REPLACE TRIGGER question_answer_withdrawn AFTER UPDATE OF withdrawn_on ON question_answers FOR EACH ROW
  WHEN (NEW.withdrawn_on IS NOT NULL) EXECUTE FUNCTION question_answer_withdrawn();

-- Releases the draft that was read. The one door by which an answer comes into being: whoever the asker is, the web role need not know.
-- An answer to everyone takes two people: the last who wrote it is not the one who releases it.
CREATE OR REPLACE FUNCTION answer_release(which uuid, read_revision int, day date) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked questions;
  draft answer_drafts;
  before question_answers;
  made uuid;
BEGIN
  SELECT * INTO asked FROM questions WHERE id = which AND withdrawn_on IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT viewer_speaks_for(asked.advisory_id) THEN
    RAISE EXCEPTION 'not theirs to answer';
  END IF;
  SELECT * INTO draft FROM answer_drafts WHERE question_id = which AND revision = read_revision FOR UPDATE;
  IF NOT FOUND OR trim(draft.answer ->> 'es') = '' OR trim(draft.answer ->> 'en') = ''
     OR draft.addressee = 'everyone' AND (draft.changed_by = viewer_id() OR trim(draft.question ->> 'es') = '' OR trim(draft.question ->> 'en') = '') THEN
    RAISE EXCEPTION 'not ready to be released';
  END IF;
  SELECT * INTO before FROM question_answers WHERE answer_id = asked.answer_id AND current;
  IF before.withdrawn_on IS NOT NULL OR before.addressee <> draft.addressee THEN
    RAISE EXCEPTION 'not an answer to be corrected';
  END IF;
  UPDATE question_answers SET current = false WHERE id = before.id;
  INSERT INTO question_answers (answer_id, n, current, advisory_id, version_id, indicator_id, addressee, question, answer, correction,
      authority_id, written_by, released_by, released_on, tlp, audience, authorities)
    SELECT asked.answer_id, coalesce(before.n, 0) + 1, true, a.id, v.id, asked.indicator_id, draft.addressee,
      CASE WHEN draft.addressee = 'everyone' THEN draft.question END, draft.answer, CASE WHEN before.id IS NOT NULL THEN draft.correction END,
      viewer_authority(), draft.changed_by, viewer_id(), day,
      CASE WHEN draft.addressee = 'asker' THEN 'AMBER+STRICT' ELSE coalesce(i.tlp, v.tlp) END,
      CASE WHEN draft.addressee = 'asker' THEN jsonb_build_object('organisations', jsonb_build_array(k.organisation_id)) ELSE coalesce(i.audience, v.audience) END,
      a.authorities
    FROM advisories a JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version
      JOIN question_askers k ON k.question_id = asked.id LEFT JOIN indicators i ON i.id = asked.indicator_id
    WHERE a.id = asked.advisory_id
    RETURNING id INTO made;
  UPDATE questions SET answered_on = coalesce(answered_on, day) WHERE id = which;
  DELETE FROM answer_drafts WHERE question_id = which;
  RETURN made;
END $$;

-- Every process drops its rendered public pages when what the public reads has changed.
DROP TRIGGER IF EXISTS public_changed ON question_answers;
CREATE TRIGGER public_changed AFTER INSERT OR UPDATE OR DELETE ON question_answers FOR EACH STATEMENT EXECUTE FUNCTION public_changed();

-- The officers of the authority that leads hear that something is asked; the asker's people that they are answered. Neither side
-- knows the other's people, so the letters are put into the outbox here, and only for what is so.
CREATE OR REPLACE FUNCTION question_tell_officers(which uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    SELECT 'question-asked', m.id, jsonb_build_object('questionId', q.id), at, at
    FROM questions q JOIN question_askers k ON k.question_id = q.id JOIN advisories a ON a.id = q.advisory_id
      JOIN members m ON m.organisation_id = a.lead_organisation_id AND m.left_at IS NULL
    WHERE q.id = which AND k.asked_by = (SELECT viewer_id()) AND q.taken_on IS NULL AND q.answered_on IS NULL AND q.withdrawn_on IS NULL
      AND EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = m.id AND r.role = 'officer')
      AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind = 'question-asked' AND n.about ->> 'questionId' = which::text AND n.state = 'queued')
$$;
CREATE OR REPLACE FUNCTION question_tell_asker(which uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    SELECT 'question-answered', m.id, jsonb_build_object('questionId', q.id), at, at
    FROM questions q JOIN question_askers k ON k.question_id = q.id
      JOIN members m ON m.organisation_id = k.organisation_id AND m.left_at IS NULL
    WHERE q.id = which AND q.answered_on IS NOT NULL AND viewer_speaks_for(q.advisory_id)
      AND (m.id = k.asked_by OR EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = m.id AND r.role = 'compliance-officer'))
      AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind = 'question-answered' AND n.about ->> 'questionId' = which::text AND n.state = 'queued')
$$;

REVOKE ALL ON FUNCTION viewer_issues(uuid), viewer_asked(uuid), viewer_drafts_answer(uuid), viewer_speaks_for(uuid), questions_named(uuid[]),
  question_withdraw(uuid, date), answer_release(uuid, int, date), question_tell_officers(uuid, timestamptz), question_tell_asker(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_issues(uuid), viewer_asked(uuid), viewer_drafts_answer(uuid), viewer_speaks_for(uuid), questions_named(uuid[]),
  question_withdraw(uuid, date), answer_release(uuid, int, date), question_tell_officers(uuid, timestamptz), question_tell_asker(uuid, timestamptz) TO ribera_web;
