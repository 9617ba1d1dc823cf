-- Who is asking. The web process sets one thing per transaction, ribera.member; everything else is looked up here,
-- so a member who has left, or whose organisation is no longer vetted, is a stranger at the next statement.
-- Always called as (select viewer_…()): evaluated once per query, not once per row. In plpgsql, because a function in SQL is
-- planned anew by every query that calls it, at three times the cost of the look-up itself.

-- An organisation in good standing: vetted, and its period not over. The date is its last good day, everywhere on earth.
CREATE OR REPLACE FUNCTION stands(vetting text, vetted_until date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT vetting = 'vetted' AND (vetted_until IS NULL OR vetted_until >= (now() AT TIME ZONE 'Etc/GMT+12')::date)
$$;

CREATE OR REPLACE FUNCTION viewer_id() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asking uuid := nullif(current_setting('ribera.member', true), '')::uuid;
BEGIN
  RETURN (SELECT m.id FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.id = asking AND m.left_at IS NULL AND stands(o.vetting, o.vetted_until));
END $$;

-- Whoever is here at all: while an organisation applies, or after its period is over, its members still sign in.
CREATE OR REPLACE FUNCTION may_sign_in(member uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM members m JOIN organisations o ON o.id = m.organisation_id
                 WHERE m.id = member AND m.left_at IS NULL AND o.vetting NOT IN ('suspended', 'revoked'));
END $$;
CREATE OR REPLACE FUNCTION signed_in_id() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asking uuid := nullif(current_setting('ribera.member', true), '')::uuid;
BEGIN
  RETURN CASE WHEN may_sign_in(asking) THEN asking END;
END $$;
-- The organisation of a member who is signed in and yet, for all content, a stranger.
CREATE OR REPLACE FUNCTION applicant_organisation() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT organisation_id FROM members WHERE id = signed_in_id() AND viewer_id() IS NULL);
END $$;

CREATE OR REPLACE FUNCTION viewer_organisation() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT organisation_id FROM members WHERE id = (SELECT viewer_id()));
END $$;

CREATE OR REPLACE FUNCTION viewer_authority() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT id FROM organisations WHERE id = (SELECT viewer_organisation()) AND kind = 'authority');
END $$;

CREATE OR REPLACE FUNCTION viewer_roles() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(role), '{}') FROM member_roles WHERE member_id = (SELECT viewer_id()));
END $$;

-- Jurisdiction and sector speak to institutions; another authority, a guild or a civil body reads above CLEAR only
-- where it is named. The operator never does.
CREATE OR REPLACE FUNCTION keys_at(o organisations, member uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['*'] || CASE o.kind
    WHEN 'operator' THEN '{}'
    WHEN 'authority' THEN ARRAY['a:' || o.id, 'o:' || o.id, 'm:' || member]
    WHEN 'institution' THEN ARRAY['o:' || o.id, 'm:' || member, 'j:' || o.jurisdiction]
      || CASE WHEN o.sector IS NULL THEN '{}' ELSE ARRAY['s:' || o.sector, 'js:' || o.jurisdiction || ':' || o.sector] END
    ELSE ARRAY['o:' || o.id, 'm:' || member]
  END
$$;
CREATE OR REPLACE FUNCTION keys_of(member uuid) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT keys_at(o, m.id) FROM members m JOIN organisations o ON o.id = m.organisation_id WHERE m.id = member), ARRAY['*']);
END $$;
CREATE OR REPLACE FUNCTION viewer_keys() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN keys_of(viewer_id());
END $$;
-- As our programs write an instant.
CREATE OR REPLACE FUNCTION iso_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

REVOKE ALL ON FUNCTION stands(text, date), may_sign_in(uuid), keys_of(uuid), keys_at(organisations, uuid), iso_instant(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION signed_in_id(), applicant_organisation(), viewer_id(), viewer_organisation(), viewer_authority(), viewer_roles(), viewer_keys(),
  readers_of(text, jsonb, uuid[]) TO ribera_web;
