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

ALTER TABLE demo_personas ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION member_as_viewer(member uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'memberId', m.id, 'name', m.name, 'language', m.language, 'timeZone', m.time_zone,
    'organisationId', o.id, 'organisation', o.short_name, 'organisationKind', o.kind,
    'jurisdiction', o.jurisdiction, 'sector', o.sector,
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'language', r.language) ORDER BY r.role, r.language)
                       FROM member_roles r WHERE r.member_id = m.id), '[]'))
  FROM members m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.id = member AND m.left_at IS NULL AND stands(o.vetting, o.vetted_until)
$$;
REVOKE ALL ON FUNCTION member_as_viewer(uuid) FROM PUBLIC;
