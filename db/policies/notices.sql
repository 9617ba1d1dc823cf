-- The outbox takes in and tells nothing: reading and sending are the delivery's, by functions.
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
GRANT INSERT (kind, member_id, address, name, language, about, queued_at, next_attempt_at) ON notices TO ribera_web;
DROP POLICY IF EXISTS notices_queue ON notices;
CREATE POLICY notices_queue ON notices FOR INSERT TO ribera_web WITH CHECK (true);
ALTER TABLE notices DROP CONSTRAINT IF EXISTS notices_one_recipient;
ALTER TABLE notices ADD CONSTRAINT notices_one_recipient
  CHECK ((member_id IS NULL) = (address IS NOT NULL AND language IS NOT NULL));

ALTER TABLE notice_choices ENABLE ROW LEVEL SECURITY;
ALTER TABLE local_mail ENABLE ROW LEVEL SECURITY;
