ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON organisations TO ribera_web;
DROP POLICY IF EXISTS organisations_read ON organisations;
-- Authorities are public. Which institutions are members is told to authorities and to each institution about itself.
CREATE POLICY organisations_read ON organisations FOR SELECT TO ribera_web
  USING (kind = 'authority' OR id = (SELECT viewer_organisation()) OR (SELECT viewer_authority()) IS NOT NULL);

GRANT UPDATE (number_patterns) ON organisations TO ribera_web;
DROP POLICY IF EXISTS organisations_number ON organisations;
CREATE POLICY organisations_number ON organisations FOR UPDATE TO ribera_web
  USING (id = (SELECT viewer_authority()) AND 'administrator' = ANY ((SELECT viewer_roles())::text[]))
  WITH CHECK (id = (SELECT viewer_authority()));

ALTER TABLE clearance_exceptions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON clearance_exceptions TO ribera_web;
GRANT UPDATE (ended_by, ended_at) ON clearance_exceptions TO ribera_web;
DROP POLICY IF EXISTS clearance_exceptions_read ON clearance_exceptions;
CREATE POLICY clearance_exceptions_read ON clearance_exceptions FOR SELECT TO ribera_web
  USING ((SELECT viewer_authority()) IS NOT NULL);
DROP POLICY IF EXISTS clearance_exceptions_write ON clearance_exceptions;
CREATE POLICY clearance_exceptions_write ON clearance_exceptions FOR INSERT TO ribera_web
  WITH CHECK (organisation_id = (SELECT viewer_authority()) AND set_by = (SELECT viewer_id())
    AND 'administrator' = ANY ((SELECT viewer_roles())::text[]));
DROP POLICY IF EXISTS clearance_exceptions_end ON clearance_exceptions;
CREATE POLICY clearance_exceptions_end ON clearance_exceptions FOR UPDATE TO ribera_web
  USING (organisation_id = (SELECT viewer_authority()) AND 'administrator' = ANY ((SELECT viewer_roles())::text[]))
  WITH CHECK (ended_by = (SELECT viewer_id()));
-- However short of staff: two people in all, so one approval besides the author.
ALTER TABLE clearance_exceptions DROP CONSTRAINT IF EXISTS clearance_exceptions_one_at_least;
ALTER TABLE clearance_exceptions ADD CONSTRAINT clearance_exceptions_one_at_least CHECK (approvals_needed IN (1, 2));
