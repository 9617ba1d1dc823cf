-- What a member may write of themselves, and what an administrator may change of colleagues.
GRANT UPDATE (name, language, time_zone) ON members TO ribera_web;
DROP POLICY IF EXISTS members_own ON members;
CREATE POLICY members_own ON members FOR UPDATE TO ribera_web USING (id = (SELECT viewer_id()));

-- Why the viewer may not take this member's roles (or membership) away, if so. Holds the organisation until the transaction
-- ends, so that of two last administrators who go at the same moment one stays.
CREATE OR REPLACE FUNCTION member_hindrance(member uuid, keeps_administrator boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  organisation uuid := viewer_organisation();
BEGIN
  PERFORM 1 FROM organisations WHERE id = organisation FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM members m WHERE m.id = member AND m.organisation_id = organisation AND m.left_at IS NULL) THEN
    RETURN 'not_found';
  END IF;
  IF NOT keeps_administrator
     AND EXISTS (SELECT 1 FROM member_roles r WHERE r.member_id = member AND r.role = 'administrator')
     AND NOT EXISTS (SELECT 1 FROM member_roles r JOIN members m ON m.id = r.member_id
                     WHERE r.role = 'administrator' AND m.organisation_id = organisation AND m.left_at IS NULL AND m.id <> member) THEN
    RETURN 'last_administrator';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION member_roles_set(member uuid, given jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT 'administrator' = ANY (viewer_roles())
     OR member_hindrance(member, given @> '[{"role": "administrator"}]') IS NOT NULL THEN
    RAISE EXCEPTION 'these roles are not the viewer''s to give' USING ERRCODE = '42501';
  END IF;
  DELETE FROM member_roles WHERE member_id = member;
  INSERT INTO member_roles (member_id, role, language)
  SELECT member, r.role, r.language FROM jsonb_to_recordset(given) AS r(role text, language text);
END $$;

CREATE OR REPLACE FUNCTION membership_end(member uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (member <> viewer_id() AND NOT 'administrator' = ANY (viewer_roles())) OR member_hindrance(member, false) IS NOT NULL THEN
    RAISE EXCEPTION 'this membership is not the viewer''s to end' USING ERRCODE = '42501';
  END IF;
  UPDATE members SET left_at = at WHERE id = member;
  PERFORM access_end_of_member(member);
END $$;

REVOKE ALL ON FUNCTION member_hindrance(uuid, boolean), member_roles_set(uuid, jsonb), membership_end(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_hindrance(uuid, boolean), member_roles_set(uuid, jsonb), membership_end(uuid, timestamptz) TO ribera_web;
