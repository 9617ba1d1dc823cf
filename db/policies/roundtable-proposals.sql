-- What is put before an authority's desk: its own staff write it, each week's arrive together, and no row says who wrote it or where (decision 444).
ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_proposals ENABLE ROW LEVEL SECURITY;

GRANT SELECT (id, authority_id, kind, name, words, reason, concerns, arrived_on, outcome, taken_into, declined, settled_by, settled_at),
  INSERT (id, authority_id, kind, name, words, reason, concerns, arrives_on, secret_hash), UPDATE (outcome, taken_into, declined, settled_by, settled_at) ON proposals TO ribera_web;
CREATE POLICY proposals_read ON proposals FOR SELECT TO ribera_web USING (arrived_on IS NOT NULL AND authority_id = (SELECT viewer_authority()));
CREATE POLICY proposals_write ON proposals FOR INSERT TO ribera_web WITH CHECK (
  authority_id = (SELECT viewer_authority()) AND arrived_on IS NULL AND outcome IS NULL);
CREATE POLICY proposals_settle ON proposals FOR UPDATE TO ribera_web
  USING (arrived_on IS NOT NULL AND outcome IS NULL AND authority_id = (SELECT viewer_authority()) AND (SELECT viewer_roles()) && ARRAY['analyst', 'publisher', 'officer', 'translator'])
  WITH CHECK (outcome IS NOT NULL AND settled_by = (SELECT viewer_id()) AND settled_at IS NOT NULL);
ALTER TABLE proposals DROP CONSTRAINT IF EXISTS proposals_kinds;
ALTER TABLE proposals ADD CONSTRAINT proposals_kinds CHECK (kind IN ('red-flag', 'typology') AND outcome IN ('taken-up', 'declined') AND (outcome <> 'declined' OR declined IS NOT NULL));
-- By the clock alone; a row is laid down anew here, with all of its week.
CREATE OR REPLACE FUNCTION proposals_arrive(at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which uuid;
BEGIN
  IF nullif(current_setting('ribera.member', true), '') IS NOT NULL THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  FOR which IN SELECT id FROM proposals WHERE arrived_on IS NULL AND arrives_on <= (at AT TIME ZONE 'UTC')::date ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    UPDATE proposals SET arrived_on = arrives_on WHERE id = which;
    PERFORM audit_append(at, 'proposal.arrived', 'proposal', which::text, '{}');
  END LOOP;
END $$;
-- What became of one, to whoever has its word.
CREATE OR REPLACE FUNCTION proposal_outcome(which uuid, word text) RETURNS TABLE (arrived boolean, outcome text, declined jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.arrived_on IS NOT NULL, p.outcome, p.declined FROM proposals p WHERE p.id = which AND p.secret_hash = encode(sha256(convert_to(word, 'UTF8')), 'hex')
$$;

GRANT SELECT, INSERT (id, roundtable_id, words, made_by, made_at) ON roundtable_proposals TO ribera_web;
CREATE POLICY roundtable_proposals_read ON roundtable_proposals FOR SELECT TO ribera_web USING (viewer_has_entered(roundtable_id));
CREATE POLICY roundtable_proposals_make ON roundtable_proposals FOR INSERT TO ribera_web WITH CHECK (
  viewer_writes_minutes(roundtable_id) AND made_by = (SELECT viewer_id()));

REVOKE ALL ON FUNCTION proposals_arrive(timestamptz), proposal_outcome(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proposals_arrive(timestamptz), proposal_outcome(uuid, text) TO ribera_web;
