-- What ends at once with a member or an organisation; rooms that hand out access add their own here. They check the state
-- themselves, so nobody can be put out by calling them.
CREATE OR REPLACE FUNCTION access_end_of_member(member uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM members m JOIN organisations o ON o.id = m.organisation_id
                 WHERE m.id = member AND (m.left_at IS NOT NULL OR o.vetting IN ('suspended', 'revoked'))) THEN
    RAISE EXCEPTION 'the member still stands';
  END IF;
  DELETE FROM sign_in_challenges WHERE subject IN (SELECT id FROM sessions WHERE member_id = member);
  DELETE FROM sessions WHERE member_id = member;
  UPDATE api_tokens SET revoked_at = now() WHERE member_id = member AND revoked_at IS NULL;
  UPDATE feed_tokens SET revoked_at = now() WHERE member_id = member AND revoked_at IS NULL;
  -- Whoever goes leaves no door open behind them.
  UPDATE invitations SET withdrawn_at = now()
  WHERE invited_by = member AND kind = 'member' AND accepted_at IS NULL AND withdrawn_at IS NULL;
  PERFORM roundtable_leave(member);
END $$;

CREATE OR REPLACE FUNCTION access_end_of_organisation(organisation uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisations WHERE id = organisation AND vetting IN ('suspended', 'revoked')) THEN
    RAISE EXCEPTION 'the organisation still stands';
  END IF;
  PERFORM access_end_of_member(id) FROM members WHERE organisation_id = organisation;
  UPDATE invitations SET withdrawn_at = now()
  WHERE organisation_id = organisation AND accepted_at IS NULL AND withdrawn_at IS NULL;
  PERFORM roundtable_shut_out(organisation);
END $$;

REVOKE ALL ON FUNCTION access_end_of_member(uuid), access_end_of_organisation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_end_of_member(uuid), access_end_of_organisation(uuid) TO ribera_web;
