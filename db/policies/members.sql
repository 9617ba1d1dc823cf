ALTER TABLE members ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON members TO ribera_web;
DROP POLICY IF EXISTS members_read ON members;
-- One's own colleagues; and between authorities, who sign together, the staff of all of them.
CREATE POLICY members_read ON members FOR SELECT TO ribera_web USING (
  organisation_id = (SELECT viewer_organisation())
  OR ((SELECT viewer_authority()) IS NOT NULL
      AND organisation_id IN (SELECT id FROM organisations WHERE kind = 'authority'))
);

ALTER TABLE member_roles ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON member_roles TO ribera_web;
DROP POLICY IF EXISTS member_roles_read ON member_roles;
CREATE POLICY member_roles_read ON member_roles FOR SELECT TO ribera_web
  USING (EXISTS (SELECT 1 FROM members m WHERE m.id = member_id));

-- Sessions, tokens and personas: no grant at all. Whoever holds the secret gets one row, nobody lists them.
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE demo_personas ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION member_as_viewer(member uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'memberId', m.id, 'name', m.name, 'language', m.language, 'timeZone', m.time_zone,
    'organisationId', o.id, 'organisation', o.short_name, 'organisationKind', o.kind,
    'jurisdiction', o.jurisdiction, 'sector', o.sector,
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'language', r.language) ORDER BY r.role, r.language)
                       FROM member_roles r WHERE r.member_id = m.id), '[]'))
  FROM members m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.id = member AND m.left_at IS NULL AND o.vetting = 'vetted'
$$;
REVOKE ALL ON FUNCTION member_as_viewer(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION session_start(hash bytea, member uuid, expires timestamptz, confirmed timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sessions (id_hash, member_id, expires_at, confirmed_at) VALUES (hash, member, expires, confirmed)
$$;
CREATE OR REPLACE FUNCTION session_find(hash bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('memberId', s.member_id, 'expiresAt', s.expires_at, 'confirmedAt', s.confirmed_at,
                            'viewer', member_as_viewer(s.member_id))
  FROM sessions s WHERE s.id_hash = hash
$$;
CREATE OR REPLACE FUNCTION session_extend(hash bytea, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET expires_at = expires WHERE id_hash = hash
$$;
CREATE OR REPLACE FUNCTION session_end(hash bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE id_hash = hash
$$;
CREATE OR REPLACE FUNCTION sessions_end_of(member uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE member_id = member
$$;
CREATE OR REPLACE FUNCTION sessions_end_expired(at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE expires_at <= at
$$;

CREATE OR REPLACE FUNCTION api_token_issue(hash bytea, member uuid, label text, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO api_tokens (token_hash, member_id, name, expires_at) VALUES (hash, member, label, expires)
$$;
CREATE OR REPLACE FUNCTION api_token_viewer(hash bytea, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT member_as_viewer(member_id) FROM api_tokens WHERE token_hash = hash AND revoked_at IS NULL AND expires_at > at
$$;

-- Only people who were put into demo_personas, which only the demo loader (the owner) can write.
CREATE OR REPLACE FUNCTION demo_people() RETURNS TABLE (key text, viewer jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.key, member_as_viewer(p.member_id) FROM demo_personas p ORDER BY p.position
$$;

REVOKE ALL ON FUNCTION session_start(bytea, uuid, timestamptz, timestamptz), session_find(bytea),
  session_extend(bytea, timestamptz), session_end(bytea), sessions_end_of(uuid), sessions_end_expired(timestamptz),
  api_token_issue(bytea, uuid, text, timestamptz), api_token_viewer(bytea, timestamptz), demo_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_start(bytea, uuid, timestamptz, timestamptz), session_find(bytea),
  session_extend(bytea, timestamptz), session_end(bytea), sessions_end_of(uuid), sessions_end_expired(timestamptz),
  api_token_issue(bytea, uuid, text, timestamptz), api_token_viewer(bytea, timestamptz), demo_people() TO ribera_web;
