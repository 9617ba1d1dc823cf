ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON drafts TO ribera_web;
GRANT UPDATE (content, content_hash, revision, scheduled_for, scheduled_by, scheduled_at, scheduled_hash, embargo_refusal, published_at, discarded_at, authorities)
  ON drafts TO ribera_web;
DROP POLICY IF EXISTS drafts_own ON drafts;
CREATE POLICY drafts_own ON drafts FOR ALL TO ribera_web
  USING ((SELECT viewer_authority()) = ANY (authorities)) WITH CHECK ((SELECT viewer_authority()) = ANY (authorities));

DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['draft_edits', 'clearances', 'draft_comments', 'draft_files'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ribera_web', room);
    EXECUTE format('DROP POLICY IF EXISTS with_the_draft ON %I', room);
    EXECUTE format('CREATE POLICY with_the_draft ON %I FOR SELECT TO ribera_web USING (EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id))', room);
    EXECUTE format('DROP POLICY IF EXISTS in_own_name ON %I', room);
    EXECUTE format('CREATE POLICY in_own_name ON %I FOR INSERT TO ribera_web WITH CHECK (%s = (SELECT viewer_id()) AND EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id))',
      room, CASE room WHEN 'draft_files' THEN 'uploaded_by' ELSE 'member_id' END);
  END LOOP;
END $$;

-- A clearance is of the giver's own authority and takes the role that answers for it, whatever the code above says.
DROP POLICY IF EXISTS in_own_role ON clearances;
CREATE POLICY in_own_role ON clearances AS RESTRICTIVE FOR INSERT TO ribera_web WITH CHECK (
  organisation_id = (SELECT viewer_authority()) AND taken_back_at IS NULL
  AND EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = clearances.member_id AND (r.role, r.language) = (
    CASE kind WHEN 'legal' THEN 'legal' WHEN 'approval' THEN 'approver' ELSE 'translator' END,
    CASE kind WHEN 'language-es' THEN 'es' WHEN 'language-en' THEN 'en' ELSE '' END)));
GRANT UPDATE (taken_back_at) ON clearances TO ribera_web;
DROP POLICY IF EXISTS take_back_own ON clearances;
CREATE POLICY take_back_own ON clearances FOR UPDATE TO ribera_web
  USING (member_id = (SELECT viewer_id())) WITH CHECK (taken_back_at IS NOT NULL);

GRANT UPDATE (resolved_by, resolved_at) ON draft_comments TO ribera_web;
DROP POLICY IF EXISTS resolve_with_the_draft ON draft_comments;
CREATE POLICY resolve_with_the_draft ON draft_comments FOR UPDATE TO ribera_web
  USING (EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id)) WITH CHECK (resolved_by = (SELECT viewer_id()));

-- What the embargo job has to know to act in the name of whoever scheduled: ids, no content.
CREATE OR REPLACE FUNCTION due_publications(at timestamptz) RETURNS TABLE (draft_id uuid, viewer jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, coalesce(member_as_viewer(scheduled_by), jsonb_build_object('memberId', scheduled_by))
  FROM drafts WHERE scheduled_for <= at AND published_at IS NULL AND discarded_at IS NULL AND embargo_refusal IS NULL
  ORDER BY scheduled_for
$$;
REVOKE ALL ON FUNCTION due_publications(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_publications(timestamptz) TO ribera_web;

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO ribera_web;
DROP POLICY IF EXISTS idempotency_own ON idempotency_keys;
CREATE POLICY idempotency_own ON idempotency_keys FOR ALL TO ribera_web USING (member_id = (SELECT viewer_id()));
-- For the job, which is nobody: takes away what is old, and shows none of it.
CREATE OR REPLACE FUNCTION idempotency_forget(before timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotency_keys WHERE at < before RETURNING 1) SELECT count(*)::int FROM gone
$$;
REVOKE ALL ON FUNCTION idempotency_forget(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION idempotency_forget(timestamptz) TO ribera_web;

-- The job has no viewer of its own: it may note why an embargo could not be kept, and only on one that is due.
CREATE OR REPLACE FUNCTION embargo_refused(draft uuid, reason text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE drafts SET embargo_refusal = reason
  WHERE id = draft AND scheduled_for <= at AND published_at IS NULL AND discarded_at IS NULL AND embargo_refusal IS NULL;
  IF FOUND THEN
    PERFORM audit_append(at, 'draft.embargo-refused', 'draft', draft::text, jsonb_build_object('reason', reason));
  END IF;
END $$;
REVOKE ALL ON FUNCTION embargo_refused(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION embargo_refused(uuid, text, timestamptz) TO ribera_web;

ALTER TABLE draft_presence ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON draft_presence TO ribera_web;
GRANT UPDATE (path, seen_at) ON draft_presence TO ribera_web;
DROP POLICY IF EXISTS presence_read ON draft_presence;
CREATE POLICY presence_read ON draft_presence FOR SELECT TO ribera_web
  USING (EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id));
DROP POLICY IF EXISTS presence_own ON draft_presence;
CREATE POLICY presence_own ON draft_presence FOR ALL TO ribera_web
  USING (member_id = (SELECT viewer_id()))
  WITH CHECK (member_id = (SELECT viewer_id()) AND EXISTS (SELECT 1 FROM drafts d WHERE d.id = draft_id));
