-- The hash of a link can be written and never read: who holds the link gets one row through a function.
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, kind, organisation_id, email, name, language, roles, invited_by, invited_at, generation, sent_at, expires_at,
  accepted_at, accepted_by, withdrawn_at, withdrawn_by) ON invitations TO ribera_web;
GRANT INSERT (id, kind, organisation_id, email, name, language, roles, invited_by, invited_at, token_hash, sent_at, expires_at)
  ON invitations TO ribera_web;
GRANT UPDATE (generation, token_hash, sent_at, expires_at, withdrawn_at, withdrawn_by) ON invitations TO ribera_web;

-- An administrator invites people of the own organisation; an officer, organisations of the own jurisdiction.
CREATE OR REPLACE FUNCTION viewer_runs_invitation(kind text, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE kind
    WHEN 'member' THEN organisation = (SELECT viewer_organisation()) AND 'administrator' = ANY (viewer_roles())
    ELSE 'officer' = ANY (viewer_roles()) AND EXISTS (
      SELECT 1 FROM organisations o JOIN organisations own ON own.id = (SELECT viewer_authority()) AND own.jurisdiction = o.jurisdiction
      WHERE o.id = organisation)
  END
$$;
DROP POLICY IF EXISTS invitations_read ON invitations;
CREATE POLICY invitations_read ON invitations FOR SELECT TO ribera_web USING (viewer_runs_invitation(kind, organisation_id));
DROP POLICY IF EXISTS invitations_write ON invitations;
CREATE POLICY invitations_write ON invitations FOR INSERT TO ribera_web
  WITH CHECK (viewer_runs_invitation(kind, organisation_id) AND invited_by = (SELECT viewer_id()));
DROP POLICY IF EXISTS invitations_change ON invitations;
CREATE POLICY invitations_change ON invitations FOR UPDATE TO ribera_web
  USING (viewer_runs_invitation(kind, organisation_id) AND accepted_at IS NULL AND withdrawn_at IS NULL)
  WITH CHECK (viewer_runs_invitation(kind, organisation_id) AND (withdrawn_by IS NULL OR withdrawn_by = (SELECT viewer_id())));

CREATE OR REPLACE FUNCTION invitation_state(asked invitations, at timestamptz) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN asked.accepted_at IS NOT NULL THEN 'accepted'
    WHEN asked.withdrawn_at IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM organisations WHERE id = asked.organisation_id AND vetting NOT IN ('suspended', 'revoked')) THEN 'withdrawn'
    WHEN asked.expires_at <= at THEN 'expired'
    ELSE 'open'
  END
$$;

CREATE OR REPLACE FUNCTION invitation_find(hash bytea, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'id', i.id, 'kind', i.kind, 'state', invitation_state(i, at), 'email', i.email, 'name', i.name, 'language', i.language,
    'roles', i.roles, 'expiresAt', i.expires_at,
    'organisation', jsonb_build_object('id', o.id, 'kind', o.kind, 'shortName', o.short_name, 'es', o.name_es, 'en', o.name_en,
                                       'jurisdiction', o.jurisdiction),
    'invitedBy', CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('name', m.name, 'organisation', own.short_name) END)
  FROM invitations i JOIN organisations o ON o.id = i.organisation_id
    LEFT JOIN members m ON m.id = i.invited_by LEFT JOIN organisations own ON own.id = m.organisation_id
  WHERE i.token_hash = hash
$$;

-- Makes the member and takes the invitation up, once. Whether the address belongs to a member elsewhere is told to whoever
-- holds the mailbox, and to nobody before.
CREATE OR REPLACE FUNCTION invitation_accept(hash bytea, person text, tongue text, zone text, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked invitations;
  state text;
  made uuid;
BEGIN
  SELECT * INTO asked FROM invitations WHERE token_hash = hash FOR UPDATE;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('refused', 'invitation_unknown');
  END IF;
  state := invitation_state(asked, at);
  IF state <> 'open' THEN
    RETURN jsonb_build_object('refused', 'invitation_' || state);
  END IF;
  INSERT INTO members (organisation_id, email, name, language, time_zone, created_at)
  VALUES (asked.organisation_id, asked.email, person, tongue, zone, at)
  ON CONFLICT DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN
    RETURN jsonb_build_object('refused', 'address_is_a_member');
  END IF;
  INSERT INTO member_roles (member_id, role, language)
  SELECT made, r.role, r.language FROM jsonb_to_recordset(asked.roles) AS r(role text, language text);
  UPDATE invitations SET accepted_at = at, accepted_by = made WHERE id = asked.id;
  RETURN jsonb_build_object('memberId', made, 'organisationId', asked.organisation_id, 'invitationId', asked.id,
    'invitedBy', asked.invited_by, 'kind', asked.kind);
END $$;

REVOKE ALL ON FUNCTION viewer_runs_invitation(text, uuid), invitation_state(invitations, timestamptz), invitation_find(bytea, timestamptz),
  invitation_accept(bytea, text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_runs_invitation(text, uuid), invitation_find(bytea, timestamptz),
  invitation_accept(bytea, text, text, text, timestamptz) TO ribera_web;
