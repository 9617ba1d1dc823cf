-- Reading goes by the row's own keys; writing is for staff of an authority that the row names.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['advisories', 'advisory_versions', 'version_sections', 'version_red_flags', 'version_attachments', 'indicators'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ribera_web', room);
    EXECUTE format('DROP POLICY IF EXISTS read_by_key ON %I', room);
    EXECUTE format('CREATE POLICY read_by_key ON %I FOR SELECT TO ribera_web USING (readers && (SELECT viewer_keys()))', room);
    EXECUTE format('DROP POLICY IF EXISTS write_by_authority ON %I', room);
    EXECUTE format('CREATE POLICY write_by_authority ON %I FOR INSERT TO ribera_web WITH CHECK ((SELECT viewer_authority()) = ANY (authorities))', room);
    EXECUTE format('DROP POLICY IF EXISTS change_by_authority ON %I', room);
    EXECUTE format('CREATE POLICY change_by_authority ON %I FOR UPDATE TO ribera_web USING ((SELECT viewer_authority()) = ANY (authorities)) WITH CHECK ((SELECT viewer_authority()) = ANY (authorities))', room);
  END LOOP;
END $$;

GRANT UPDATE (number, type, status, current_version, next_red_flag, first_published_at, last_published_at, sort_date, withdrawn_at,
  withdrawal_reason_es, withdrawal_reason_en, replaced_by, tlp, audience, authorities, lead_organisation_id) ON advisories TO ribera_web;
GRANT UPDATE (current) ON version_red_flags TO ribera_web;
GRANT UPDATE (state, merged_into, tlp, audience, authorities) ON indicators TO ribera_web;

-- Nobody, the owner included, changes what was issued.
CREATE OR REPLACE FUNCTION version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A generated column is not yet reckoned here: readers follows from the columns that are compared.
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'version_red_flags'
     AND to_jsonb(NEW) - 'current' - 'readers' = to_jsonb(OLD) - 'current' - 'readers' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an issued version does not change';
END $$;
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['advisory_versions', 'version_sections', 'version_red_flags', 'version_attachments'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS version_immutable ON %I', room);
    EXECUTE format('CREATE TRIGGER version_immutable BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION version_refuse()', room);
  END LOOP;
END $$;

ALTER TABLE advisory_numbers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON advisory_numbers TO ribera_web;
DROP POLICY IF EXISTS advisory_numbers_read ON advisory_numbers;
CREATE POLICY advisory_numbers_read ON advisory_numbers FOR SELECT TO ribera_web
  USING (EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id));
DROP POLICY IF EXISTS advisory_numbers_write ON advisory_numbers;
CREATE POLICY advisory_numbers_write ON advisory_numbers FOR INSERT TO ribera_web
  WITH CHECK ((SELECT viewer_authority()) IS NOT NULL AND EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id));

ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON number_series TO ribera_web;
DROP POLICY IF EXISTS number_series_own ON number_series;
CREATE POLICY number_series_own ON number_series FOR ALL TO ribera_web USING (organisation_id = (SELECT viewer_authority()));

-- Every process drops its rendered public pages when what the public reads has changed.
CREATE OR REPLACE FUNCTION public_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ribera_public', '');
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS public_changed ON advisories;
CREATE TRIGGER public_changed AFTER INSERT OR UPDATE OR DELETE ON advisories FOR EACH STATEMENT EXECUTE FUNCTION public_changed();
