-- What is new. A row says that something happened to a thing; who may be told is asked of the thing itself, by `news_for`, each time
-- that somebody is told. Nobody reads or writes the table: its rows come from the changes themselves, in their transactions.
ALTER TABLE news ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_scopes ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_habits ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON notice_scopes TO ribera_web;
DROP POLICY IF EXISTS notice_scopes_own ON notice_scopes;
CREATE POLICY notice_scopes_own ON notice_scopes FOR ALL TO ribera_web USING (member_id = (SELECT viewer_id()));
GRANT SELECT, INSERT, UPDATE ON digest_habits TO ribera_web;
DROP POLICY IF EXISTS digest_habits_own ON digest_habits;
CREATE POLICY digest_habits_own ON digest_habits FOR ALL TO ribera_web USING (member_id = (SELECT viewer_id()));
ALTER TABLE notice_scopes DROP CONSTRAINT IF EXISTS notice_scopes_what;
ALTER TABLE notice_scopes ADD CONSTRAINT notice_scopes_what CHECK (what IN ('typology', 'authority', 'corridor'));

CREATE OR REPLACE FUNCTION clock_alone() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('ribera.member', true), '') IS NULL
$$;


CREATE OR REPLACE FUNCTION news_add(what text, which advisories, version advisory_versions, answer uuid, tongue text, happened timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO news (kind, at, advisory_id, version_id, answer_id, language, authorities, typologies, corridors)
  SELECT what, happened, which.id, version.id, answer, tongue, which.authorities, version.typologies,
    coalesce((SELECT array_agg((c ->> 'from') || '>' || (c ->> 'to')) FROM jsonb_array_elements(version.envelope -> 'corridors') c), '{}')
$$;

-- The trigger comes last in a publication, when the whole version is there.
CREATE OR REPLACE FUNCTION news_of_advisory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  version advisory_versions;
  before advisory_versions;
  tongue text;
BEGIN
  SELECT * INTO version FROM advisory_versions WHERE advisory_id = NEW.id AND n = NEW.current_version;
  IF NEW.current_version IS NOT DISTINCT FROM OLD.current_version THEN
    PERFORM news_add('advisory-withdrawn', NEW, version, NULL, NULL, coalesce(NEW.withdrawn_at, now()));
    RETURN NULL;
  END IF;
  -- What was published elsewhere long ago is no news because it was brought here.
  IF version.n = 1 AND NEW.origin = 'imported' AND NEW.sort_date < (version.published_at - interval '31 days')::date::text THEN
    RETURN NULL;
  END IF;
  PERFORM news_add(CASE WHEN version.n = 1 THEN 'advisory-published' ELSE 'advisory-amended' END, NEW, version, NULL, NULL, version.published_at);
  IF version.n > 1 THEN
    SELECT * INTO before FROM advisory_versions WHERE advisory_id = NEW.id AND n = OLD.current_version;
    IF EXISTS (SELECT 1 FROM red_flags_changed(version.id)) THEN
      PERFORM news_add('red-flags-changed', NEW, version, NULL, NULL, version.published_at);
    END IF;
    FOREACH tongue IN ARRAY ARRAY['es', 'en'] LOOP
      IF version.envelope #>> ARRAY['translation', tongue] = 'stale' AND before.envelope #>> ARRAY['translation', tongue] IS DISTINCT FROM 'stale' THEN
        PERFORM news_add('translation-stale', NEW, version, NULL, tongue, version.published_at);
      END IF;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

-- Red flags that a version brought, changed or took back, each with the two labels that its reader needs: as printed and as it stands.
CREATE OR REPLACE FUNCTION red_flags_changed(version uuid) RETURNS TABLE (public_id text, gate1 text[], gate2 text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.public_id, f.readers, i.readers
  FROM version_red_flags f JOIN indicators i ON i.id = f.indicator_id JOIN advisory_versions v ON v.id = f.version_id
    LEFT JOIN advisory_versions p ON p.advisory_id = v.advisory_id AND p.n = v.n - 1
    LEFT JOIN version_red_flags b ON b.version_id = p.id AND b.indicator_id = f.indicator_id
  WHERE f.version_id = version AND v.n > 1 AND b.content IS DISTINCT FROM f.content
  ORDER BY f.position
$$;
DROP TRIGGER IF EXISTS news_of_advisory ON advisories;
CREATE TRIGGER news_of_advisory AFTER UPDATE ON advisories FOR EACH ROW
  WHEN (NEW.current_version IS DISTINCT FROM OLD.current_version OR NEW.status IN ('superseded', 'withdrawn') AND NEW.status <> OLD.status)
  EXECUTE FUNCTION news_of_advisory();

CREATE OR REPLACE FUNCTION news_of_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM news_add('answer-published', a, v, NEW.id, NULL, now())
  FROM advisories a JOIN advisory_versions v ON v.id = NEW.version_id WHERE a.id = NEW.advisory_id;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS news_of_answer ON question_answers;
CREATE TRIGGER news_of_answer AFTER INSERT ON question_answers FOR EACH ROW WHEN (NEW.addressee = 'everyone') EXECUTE FUNCTION news_of_answer();

-- What can still be told at this moment, and the labels that a reader's keys must open, all of them. A thing out of force is told as
-- that alone; an answer only while it is the one that stands; a stale translation while it is.
CREATE OR REPLACE FUNCTION news_live(candidates uuid[]) RETURNS TABLE (id uuid, kind text, version_id uuid, language text, authorities uuid[],
  typologies text[], corridors text[], gate1 text[], gate2 text[], gate3 text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, n.kind, n.version_id, n.language, n.authorities, n.typologies, n.corridors, a.readers, coalesce(q.readers, v.readers),
    CASE WHEN q.indicator_id IS NULL THEN ARRAY['*'] ELSE i.readers END
  FROM news n JOIN advisories a ON a.id = n.advisory_id JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version
    LEFT JOIN question_answers q ON q.id = n.answer_id LEFT JOIN indicators i ON i.id = q.indicator_id
  WHERE n.id = ANY (candidates) AND a.status <> 'draft' AND (n.kind = 'advisory-withdrawn') = (a.status IN ('superseded', 'withdrawn'))
    AND (n.answer_id IS NULL OR q.current AND q.withdrawn_on IS NULL)
    AND (n.language IS NULL OR v.envelope #>> ARRAY['translation', n.language] = 'stale')
$$;

-- Who of these people may be told of which of these news at this moment, within what they narrowed them to. `flags`: of changed red
-- flags those that they may read.
CREATE OR REPLACE FUNCTION news_for(recipients uuid[], candidates uuid[]) RETURNS TABLE (member_id uuid, news_id uuid, flags text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH live AS MATERIALIZED (SELECT * FROM news_live(candidates)),
  flag AS MATERIALIZED (SELECT l.id AS news_id, c.* FROM live l CROSS JOIN LATERAL red_flags_changed(l.version_id) c WHERE l.kind = 'red-flags-changed'),
  scope AS MATERIALIZED (SELECT s.member_id, s.what, array_agg(s.value) AS chosen FROM notice_scopes s WHERE s.member_id = ANY (recipients) GROUP BY 1, 2),
  person AS MATERIALIZED (
    SELECT m.id, m.language, keys_at(o, m.id) AS keys,
      (SELECT chosen FROM scope s WHERE s.member_id = m.id AND s.what = 'authority') AS authorities,
      (SELECT chosen FROM scope s WHERE s.member_id = m.id AND s.what = 'typology') AS typologies,
      (SELECT chosen FROM scope s WHERE s.member_id = m.id AND s.what = 'corridor') AS corridors
    FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.id = ANY (recipients) AND m.left_at IS NULL AND o.kind <> 'operator' AND stands(o.vetting, o.vetted_until)),
  told AS (
    SELECT p.id AS member_id, l.id AS news_id, l.kind,
      CASE WHEN l.kind = 'red-flags-changed' THEN
        ARRAY(SELECT f.public_id FROM flag f WHERE f.news_id = l.id AND f.gate1 && p.keys AND f.gate2 && p.keys) END AS flags
    FROM person p JOIN live l ON l.gate1 && p.keys AND l.gate2 && p.keys AND l.gate3 && p.keys
      AND (p.authorities IS NULL OR p.authorities && l.authorities::text[])
      AND (p.typologies IS NULL OR p.typologies && l.typologies)
      AND (p.corridors IS NULL OR p.corridors && l.corridors)
      AND (l.language IS NULL OR l.language = p.language))
  SELECT member_id, news_id, coalesce(flags, '{}') FROM told
  WHERE (kind <> 'red-flags-changed' OR cardinality(flags) > 0) AND clock_alone()
$$;

-- What the mails of these news may name, for those who may be told of them: `news_for` says who that is.
CREATE OR REPLACE FUNCTION news_facts(which uuid[]) RETURNS TABLE (id uuid, kind text, facts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, n.kind, jsonb_build_object('advisoryId', a.id, 'number', a.number, 'tlp', v.tlp, 'version', v.n, 'status', a.status,
    'title', v.envelope -> 'title', 'language', n.language,
    'issuers', (SELECT jsonb_agg(o.short_name ORDER BY o.id <> a.lead_organisation_id, o.short_name) FROM organisations o WHERE o.id = ANY (a.authorities)))
  FROM news n JOIN advisories a ON a.id = n.advisory_id JOIN advisory_versions v ON v.advisory_id = a.id AND v.n = a.current_version
  WHERE n.id = ANY (which) AND clock_alone()
$$;

-- To those who want to hear at once, each row once; by the clock, so that publishing waits for nobody's mail.
CREATE OR REPLACE FUNCTION news_tell(at timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fresh uuid[] := ARRAY(SELECT n.id FROM news n WHERE n.told_at IS NULL AND clock_alone() ORDER BY n.at LIMIT 50 FOR UPDATE SKIP LOCKED);
BEGIN
  IF cardinality(fresh) = 0 THEN
    RETURN 0;
  END IF;
  INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
  SELECT n.kind, f.member_id, jsonb_build_object('newsId', n.id), news_tell.at, news_tell.at
  FROM news_for(ARRAY(SELECT DISTINCT c.member_id FROM notice_choices c JOIN news n ON n.kind = c.kind AND n.id = ANY (fresh) WHERE c.choice = 'at-once'), fresh) f
    JOIN news n ON n.id = f.news_id JOIN notice_choices c ON c.member_id = f.member_id AND c.kind = n.kind AND c.choice = 'at-once' AND c.chosen_at <= n.at;
  UPDATE news SET told_at = news_tell.at WHERE id = ANY (fresh);
  RETURN cardinality(fresh);
END $$;
-- What no digest tells any more (sixty days), nobody waits to be told at once, and no letter that waits is about. By the clock of this
-- server: one that runs ahead elsewhere takes nothing away.
CREATE OR REPLACE FUNCTION news_forget(before timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM news WHERE id IN (
      SELECT n.id FROM news n WHERE n.at < least(before, now() - interval '65 days') AND n.told_at IS NOT NULL AND clock_alone()
        AND NOT EXISTS (SELECT 1 FROM notices w WHERE w.state IN ('queued', 'held', 'uncertain', 'failed') AND w.about ->> 'newsId' = n.id::text)
      ORDER BY n.at LIMIT 20000 FOR UPDATE SKIP LOCKED) RETURNING 1)
  SELECT count(*)::int FROM gone
$$;
REVOKE ALL ON FUNCTION news_forget(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION news_forget(timestamptz) TO ribera_web;
REVOKE ALL ON FUNCTION clock_alone(), news_tell(timestamptz), news_facts(uuid[]), news_add(text, advisories, advisory_versions, uuid, text, timestamptz), news_of_advisory(), red_flags_changed(uuid),
  news_of_answer(), news_live(uuid[]), news_for(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION news_tell(timestamptz), news_facts(uuid[]) TO ribera_web;
