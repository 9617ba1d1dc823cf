-- What open pages and streams hear of: a topic (`draft:…`), never content. Whoever hears it asks again as who they are.
CREATE OR REPLACE FUNCTION live_announce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject text;
  moved record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  EXECUTE format('SELECT ($1).%I::text', TG_ARGV[1]) INTO subject USING moved;
  PERFORM pg_notify('ribera_live', TG_ARGV[0] || ':' || subject);
  RETURN NULL;
END $$;

-- A draft as the desk shows it: its content and dates, clearances, comments, and who is where.
CREATE OR REPLACE TRIGGER live_draft AFTER INSERT OR UPDATE OF revision, scheduled_for, embargo_refusal, published_at, discarded_at
  ON drafts FOR EACH ROW EXECUTE FUNCTION live_announce('draft', 'id');
CREATE OR REPLACE TRIGGER live_draft AFTER INSERT OR UPDATE ON clearances FOR EACH ROW EXECUTE FUNCTION live_announce('draft', 'draft_id');
CREATE OR REPLACE TRIGGER live_draft AFTER INSERT OR UPDATE ON draft_comments FOR EACH ROW EXECUTE FUNCTION live_announce('draft', 'draft_id');
CREATE OR REPLACE TRIGGER live_draft AFTER INSERT ON draft_presence FOR EACH ROW EXECUTE FUNCTION live_announce('draft', 'draft_id');
CREATE OR REPLACE TRIGGER live_draft_moved AFTER UPDATE ON draft_presence FOR EACH ROW
  WHEN (OLD.path IS DISTINCT FROM NEW.path OR NEW.seen_at > OLD.seen_at + interval '20 seconds')
  EXECUTE FUNCTION live_announce('draft', 'draft_id');

-- An institution's sheets, whichever round they are of: what is heard says nothing of who answers what.
CREATE OR REPLACE TRIGGER live_sheet AFTER INSERT OR UPDATE OR DELETE ON sheet_entries FOR EACH ROW EXECUTE FUNCTION live_announce('sheet', 'organisation_id');
CREATE OR REPLACE TRIGGER live_sheet AFTER INSERT OR UPDATE ON signed_answers FOR EACH ROW EXECUTE FUNCTION live_announce('sheet', 'organisation_id');
CREATE OR REPLACE TRIGGER live_sheet AFTER INSERT ON sheet_presence FOR EACH ROW EXECUTE FUNCTION live_announce('sheet', 'organisation_id');
CREATE OR REPLACE TRIGGER live_sheet_moved AFTER UPDATE ON sheet_presence FOR EACH ROW
  WHEN (OLD.row IS DISTINCT FROM NEW.row OR NEW.seen_at > OLD.seen_at + interval '20 seconds')
  EXECUTE FUNCTION live_announce('sheet', 'organisation_id');

-- A round whose end was put off, that is counted, was counted, could not be for now, or was called off.
CREATE OR REPLACE TRIGGER live_round AFTER UPDATE OF closes_at, taken_at, closed_at, called_off_at ON rounds FOR EACH ROW EXECUTE FUNCTION live_announce('round', 'id');
CREATE OR REPLACE TRIGGER live_round AFTER UPDATE OF problem ON round_closings FOR EACH ROW EXECUTE FUNCTION live_announce('round', 'round_id');

-- Whatever ends or changes what someone may see: streams look again at once, in every process.
CREATE OR REPLACE TRIGGER live_session AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION live_announce('session', 'id');
CREATE OR REPLACE TRIGGER live_member AFTER UPDATE OF revoked_at ON api_tokens FOR EACH ROW EXECUTE FUNCTION live_announce('member', 'member_id');
CREATE OR REPLACE TRIGGER live_member AFTER UPDATE OF left_at ON members FOR EACH ROW EXECUTE FUNCTION live_announce('member', 'id');
CREATE OR REPLACE TRIGGER live_member AFTER INSERT OR DELETE ON member_roles FOR EACH ROW EXECUTE FUNCTION live_announce('member', 'member_id');
CREATE OR REPLACE TRIGGER live_organisation AFTER UPDATE OF vetting, vetted_until ON organisations FOR EACH ROW
  EXECUTE FUNCTION live_announce('organisation', 'id');
