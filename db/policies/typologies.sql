ALTER TABLE typologies ENABLE ROW LEVEL SECURITY;
-- Not by whom it was added: the catalogue is public, its keepers are not.
GRANT INSERT, SELECT (code, name_es, name_en, description_es, description_en, amltrix, printed, catalogued, added_at) ON typologies TO ribera_web;
GRANT UPDATE (name_es, name_en, description_es, description_en, amltrix, printed, catalogued) ON typologies TO ribera_web;
DROP POLICY IF EXISTS typologies_read ON typologies;
CREATE POLICY typologies_read ON typologies FOR SELECT TO ribera_web USING (true);
DROP POLICY IF EXISTS typologies_write ON typologies;
CREATE POLICY typologies_write ON typologies FOR INSERT TO ribera_web WITH CHECK ((SELECT viewer_authority()) IS NOT NULL);
DROP POLICY IF EXISTS typologies_change ON typologies;
CREATE POLICY typologies_change ON typologies FOR UPDATE TO ribera_web USING ((SELECT viewer_authority()) IS NOT NULL);
GRANT SELECT ON amltrix_techniques TO ribera_web;

DROP TRIGGER IF EXISTS public_changed ON typologies;
CREATE TRIGGER public_changed AFTER INSERT OR UPDATE OR DELETE ON typologies FOR EACH STATEMENT EXECUTE FUNCTION public_changed();
