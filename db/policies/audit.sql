ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_checkpoints ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON audit_events, audit_head, audit_checkpoints TO ribera_web;

DROP POLICY IF EXISTS audit_events_read ON audit_events;
CREATE POLICY audit_events_read ON audit_events FOR SELECT TO ribera_web USING ('auditor' = ANY ((SELECT viewer_roles())::text[]));
DROP POLICY IF EXISTS audit_head_read ON audit_head;
CREATE POLICY audit_head_read ON audit_head FOR SELECT TO ribera_web USING ('auditor' = ANY ((SELECT viewer_roles())::text[]));
DROP POLICY IF EXISTS audit_checkpoints_read ON audit_checkpoints;
CREATE POLICY audit_checkpoints_read ON audit_checkpoints FOR SELECT TO ribera_web USING ('auditor' = ANY ((SELECT viewer_roles())::text[]));

-- Appends one link. Writers queue on the head row until they commit, so the chain cannot fork and has no holes.
-- The member is the transaction's own viewer: no code can write an event in another's name.
CREATE OR REPLACE FUNCTION audit_append(at timestamptz, action text, subject_kind text, subject_id text, detail jsonb)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head;
  actor uuid := coalesce(viewer_id(), signed_in_id());
  organisation uuid := coalesce(viewer_organisation(), applicant_organisation());
  link text;
  digest bytea;
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit log has no head';
  END IF;
  link := jsonb_build_array(head.seq + 1, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                            actor, organisation, action, subject_kind, subject_id, detail)::text;
  digest := sha256(head.hash || convert_to(link, 'UTF8'));
  INSERT INTO audit_events VALUES
    (head.seq + 1, at, actor, organisation, action, subject_kind, subject_id, detail, link, head.hash, digest);
  UPDATE audit_head SET seq = head.seq + 1, hash = digest;
  RETURN head.seq + 1;
END $$;
REVOKE ALL ON FUNCTION audit_append(timestamptz, text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(timestamptz, text, text, text, jsonb) TO ribera_web;

-- For the job that signs checkpoints: where the chain ends, and nothing of what is in it.
CREATE OR REPLACE FUNCTION audit_tip() RETURNS TABLE (seq bigint, hash bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT seq, hash FROM audit_head
$$;
CREATE OR REPLACE FUNCTION audit_checkpoint_add(seq bigint, at timestamptz, hash bytea, key_id text, signature bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_checkpoints VALUES (seq, at, hash, key_id, signature) ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION audit_tip(), audit_checkpoint_add(bigint, timestamptz, bytea, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_tip(), audit_checkpoint_add(bigint, timestamptz, bytea, text, bytea) TO ribera_web;

CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
DROP TRIGGER IF EXISTS audit_append_only ON audit_events;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

INSERT INTO audit_head (one, seq, hash) SELECT 1, 0, sha256('ribera'::bytea) WHERE NOT EXISTS (SELECT 1 FROM audit_head);
