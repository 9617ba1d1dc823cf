-- Reading goes by the row's own keys; writing is for staff of an authority that the row names.
-- Who else may read a row is no reader's to know, nor how many red flags there are, nor which member published
-- (decision 110): those columns are written and never read by the web role.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['advisories', 'advisory_versions', 'version_details', 'version_sections', 'version_red_flags', 'red_flag_references',
                              'version_attachments', 'indicators'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room);
    EXECUTE format('GRANT INSERT, SELECT (%s) ON %I TO ribera_web',
      (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = room::regclass AND attnum > 0 AND NOT attisdropped
       AND attname NOT IN ('audience', 'readers', 'next_red_flag', 'published_by')), room);
    EXECUTE format('DROP POLICY IF EXISTS read_by_key ON %I', room);
    EXECUTE format('CREATE POLICY read_by_key ON %I FOR SELECT TO ribera_web USING (readers && (SELECT viewer_keys()))', room);
    EXECUTE format('DROP POLICY IF EXISTS write_by_authority ON %I', room);
    EXECUTE format('CREATE POLICY write_by_authority ON %I FOR INSERT TO ribera_web WITH CHECK ((SELECT viewer_authority()) = ANY (authorities))', room);
    EXECUTE format('DROP POLICY IF EXISTS change_by_authority ON %I', room);
    EXECUTE format('CREATE POLICY change_by_authority ON %I FOR UPDATE TO ribera_web USING ((SELECT viewer_authority()) = ANY (authorities)) WITH CHECK ((SELECT viewer_authority()) = ANY (authorities))', room);
  END LOOP;
END $$;

-- A part stands with its advisory: an authority adds none to what another one issued.
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['advisory_versions', 'version_details', 'version_sections', 'version_red_flags', 'red_flag_references', 'version_attachments',
                              'indicators'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS with_the_advisory ON %I', room);
    EXECUTE format('CREATE POLICY with_the_advisory ON %I AS RESTRICTIVE FOR INSERT TO ribera_web WITH CHECK (EXISTS (SELECT 1 FROM %s AND (SELECT viewer_authority()) = ANY (a.authorities)))', room,
      CASE WHEN room IN ('advisory_versions', 'indicators') THEN 'advisories a WHERE a.id = advisory_id'
        ELSE 'advisory_versions v JOIN advisories a ON a.id = v.advisory_id WHERE v.id = version_id' END);
  END LOOP;
END $$;

-- A red flag that is named is told to who may know of it; an issuer knows what it wrote.
DROP POLICY IF EXISTS read_with_the_named ON red_flag_references;
CREATE POLICY read_with_the_named ON red_flag_references AS RESTRICTIVE FOR SELECT TO ribera_web
  USING ((SELECT viewer_authority()) = ANY (authorities) OR EXISTS (SELECT 1 FROM indicators i WHERE i.public_id = red_flag_references.public_id));

-- What an authority leads, it begins itself.
DROP POLICY IF EXISTS begun_by_the_lead ON advisories;
CREATE POLICY begun_by_the_lead ON advisories AS RESTRICTIVE FOR INSERT TO ribera_web
  WITH CHECK (lead_organisation_id = (SELECT viewer_authority()));

-- Whoever shares a draft of a next version knows the advisory, even if no version is open to them yet.
DROP POLICY IF EXISTS read_with_the_draft ON advisories;
CREATE POLICY read_with_the_draft ON advisories FOR SELECT TO ribera_web
  USING ((SELECT viewer_authority()) IS NOT NULL AND EXISTS (SELECT 1 FROM drafts d WHERE d.advisory_id = advisories.id
    AND d.published_at IS NULL AND d.discarded_at IS NULL AND (SELECT viewer_authority()) = ANY (d.authorities)));

GRANT UPDATE (number, type, status, current_version, first_published_at, last_published_at, sort_date, withdrawn_at, superseded_at,
  withdrawal_reason_es, withdrawal_reason_en, replaced_by, tlp, audience, authorities) ON advisories TO ribera_web;
GRANT UPDATE (current) ON version_red_flags TO ribera_web;
GRANT UPDATE (state, tlp, audience, authorities) ON indicators TO ribera_web;

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
  FOREACH room IN ARRAY ARRAY['advisory_versions', 'version_details', 'version_sections', 'version_red_flags', 'red_flag_references',
                              'version_attachments'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS version_immutable ON %I', room);
    EXECUTE format('CREATE TRIGGER version_immutable BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION version_refuse()', room);
    EXECUTE format('DROP TRIGGER IF EXISTS version_whole ON %I', room);
    EXECUTE format('CREATE TRIGGER version_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION version_refuse()', room);
  END LOOP;
END $$;

-- An id, once given, is never taken away, moved or given to another.
CREATE OR REPLACE FUNCTION identity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'indicators'
     AND (to_jsonb(NEW) -> 'id', to_jsonb(NEW) -> 'public_id', to_jsonb(NEW) -> 'advisory_id', to_jsonb(NEW) -> 'n', to_jsonb(NEW) -> 'first_published_at')
       = (to_jsonb(OLD) -> 'id', to_jsonb(OLD) -> 'public_id', to_jsonb(OLD) -> 'advisory_id', to_jsonb(OLD) -> 'n', to_jsonb(OLD) -> 'first_published_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an id that was given stays as it is';
END $$;
DO $$
DECLARE room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['indicators', 'advisory_numbers'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS identity_lasting ON %I', room);
    EXECUTE format('CREATE TRIGGER identity_lasting BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION identity_refuse()', room);
    EXECUTE format('DROP TRIGGER IF EXISTS identity_whole ON %I', room);
    EXECUTE format('CREATE TRIGGER identity_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION identity_refuse()', room);
  END LOOP;
END $$;

ALTER TABLE advisory_numbers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON advisory_numbers TO ribera_web;
DROP POLICY IF EXISTS advisory_numbers_read ON advisory_numbers;
CREATE POLICY advisory_numbers_read ON advisory_numbers FOR SELECT TO ribera_web
  USING (EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id));
DROP POLICY IF EXISTS advisory_numbers_write ON advisory_numbers;
CREATE POLICY advisory_numbers_write ON advisory_numbers FOR INSERT TO ribera_web
  WITH CHECK (EXISTS (SELECT 1 FROM advisories a WHERE a.id = advisory_id AND (SELECT viewer_authority()) = ANY (a.authorities)));

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

-- Whether what an authority may see is open to others, without saying to whom: those who hold all of the keys, or any one.
CREATE OR REPLACE FUNCTION advisories_open_to(ids uuid[], keys text[], holding_all boolean) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM advisories WHERE id = ANY (ids) AND readers && viewer_keys() AND viewer_authority() IS NOT NULL
    AND ('*' = ANY (readers) OR CASE WHEN holding_all THEN keys <@ readers ELSE keys && readers END)
$$;
CREATE OR REPLACE FUNCTION red_flags_open_to(ids text[], keys text[], holding_all boolean) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT public_id FROM indicators WHERE public_id = ANY (ids) AND readers && viewer_keys() AND viewer_authority() IS NOT NULL
    AND ('*' = ANY (readers) OR CASE WHEN holding_all THEN keys <@ readers ELSE keys && readers END)
$$;

-- The ordinal of a new red flag, to staff who share the advisory's open draft.
CREATE OR REPLACE FUNCTION red_flag_ordinal(advisory uuid) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE advisories SET next_red_flag = next_red_flag + 1
  WHERE id = advisory AND EXISTS (SELECT 1 FROM drafts d WHERE d.advisory_id = advisory
    AND d.published_at IS NULL AND d.discarded_at IS NULL AND viewer_authority() = ANY (d.authorities))
  RETURNING next_red_flag - 1
$$;
REVOKE ALL ON FUNCTION advisories_open_to(uuid[], text[], boolean), red_flags_open_to(text[], text[], boolean), red_flag_ordinal(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION advisories_open_to(uuid[], text[], boolean), red_flags_open_to(text[], text[], boolean), red_flag_ordinal(uuid) TO ribera_web;
