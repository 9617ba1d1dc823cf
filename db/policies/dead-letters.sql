-- Mail that did not go out, or nobody knows whether it did: for the operator, who sees neither to whom nor of what. A kind would tell
-- of a session or of who has not answered a round: all that is said is whether somebody waits for a way in.
-- Where a letter of invitation would go: its link still is the newest one of an invitation that waits. Null: it brings nobody in any more.
CREATE OR REPLACE FUNCTION invitation_waiting(letter notices) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id FROM invitations i
  WHERE i.id = (letter.about ->> 'invitationId')::uuid AND i.generation = (letter.about ->> 'generation')::int AND invitation_state(i, now()) = 'open'
$$;
REVOKE ALL ON FUNCTION invitation_waiting(notices) FROM PUBLIC;
CREATE OR REPLACE FUNCTION dead_letters() RETURNS TABLE (id uuid, what text, state text, day date, mails int, attempts int, problem text, addressed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, CASE n.lane WHEN 'access' THEN 'access' ELSE 'letter' END,
    n.state, (n.queued_at AT TIME ZONE 'UTC')::date, 1, n.attempts, n.problem, n.member_id IS NOT NULL OR n.about ? 'generation'
  FROM notices n WHERE n.state IN ('failed', 'uncertain') AND n.aside_at IS NULL AND (NOT n.about ? 'generation' OR invitation_waiting(n) IS NOT NULL)
  UNION ALL
  SELECT b.id, 'digests', d.state, b.local_date, count(*)::int, b.attempts, coalesce(b.problem, min(d.problem)), true
  FROM digests d JOIN digest_batches b ON b.id = d.batch_id
  WHERE d.state IN ('failed', 'uncertain') AND b.aside_at IS NULL
  GROUP BY b.id, d.state
$$;

CREATE OR REPLACE FUNCTION dead_letters_list(most int) RETURNS TABLE (id uuid, what text, state text, day text, mails int, attempts int, problem text, addressed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.what, l.state, l.day::text, l.mails, l.attempts, l.problem, l.addressed
  FROM dead_letters() l WHERE 'operator' = ANY (viewer_roles()) ORDER BY l.day DESC, l.id LIMIT most
$$;

-- Once more, where that cannot make a second mail: what surely did not go out, and what the operator has looked up at the mail service.
-- A digest that failed goes only while no later one of its member is there, which told or will tell the same; one that later ones took
-- for told goes as it was. Null: there is none such.
CREATE OR REPLACE FUNCTION dead_letter_retry(letter uuid, looked_up boolean, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  dead record;
  parts uuid[];
  again uuid[];
BEGIN
  -- Two who press at the same moment: the second finds nothing.
  PERFORM 1 FROM notices n WHERE n.id = letter FOR UPDATE;
  PERFORM 1 FROM digest_batches b WHERE b.id = letter FOR UPDATE;
  SELECT * INTO dead FROM dead_letters() l WHERE l.id = letter AND 'operator' = ANY (viewer_roles());
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF NOT dead.addressed THEN
    RETURN jsonb_build_object('refused', 'address_forgotten');
  ELSIF dead.state = 'uncertain' AND NOT looked_up THEN
    RETURN jsonb_build_object('refused', 'not_looked_up');
  END IF;
  IF dead.what <> 'digests' THEN
    -- The address of who is invited was forgotten with the letter and stands in the invitation.
    UPDATE notices n SET state = 'queued', attempts = 0, next_attempt_at = at, problem = NULL, tried_at = NULL, doubt_since = NULL, batch_id = NULL,
      address = coalesce((SELECT i.email FROM invitations i WHERE i.id = invitation_waiting(n)), n.address),
      name = (SELECT i.name FROM invitations i WHERE i.id = invitation_waiting(n))
    WHERE n.id = letter;
    RETURN jsonb_build_object('again', 1, 'next', 0);
  END IF;
  parts := ARRAY(SELECT d.id FROM digests d WHERE d.batch_id = letter AND d.state IN ('failed', 'uncertain') FOR UPDATE);
  again := ARRAY(
    SELECT d.id FROM digests d JOIN digest_runs r ON r.local_date = d.local_date
    WHERE d.id = ANY (parts) AND (d.state = 'uncertain' OR d.again_at IS NOT NULL OR r.cancelled_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM digests e WHERE e.member_id = d.member_id AND e.local_date > d.local_date)));
  UPDATE notices SET state = 'held', digest_id = NULL, problem = NULL WHERE digest_id = ANY (parts) AND state = 'dropped' AND problem = 'uncertain';
  UPDATE digests SET state = 'due', batch_id = NULL, settled_at = NULL, problem = NULL,
    again_at = CASE WHEN state = 'uncertain' OR again_at IS NOT NULL THEN at END,
    upto = CASE WHEN state = 'uncertain' OR again_at IS NOT NULL THEN upto END
  WHERE id = ANY (again);
  UPDATE digest_batches SET aside_at = at, aside_by = viewer_id(), aside_reason = 'tried-again' WHERE id = letter;
  RETURN jsonb_build_object('again', cardinality(again), 'next', cardinality(parts) - cardinality(again));
END $$;

-- Needs nothing more; false: there is none such.
CREATE OR REPLACE FUNCTION dead_letter_set_aside(letter uuid, reason text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM dead_letters() l WHERE l.id = letter AND 'operator' = ANY (viewer_roles())) THEN
    RETURN false;
  END IF;
  UPDATE notices SET aside_at = at, aside_by = viewer_id(), aside_reason = reason WHERE id = letter AND aside_at IS NULL;
  UPDATE digest_batches SET aside_at = at, aside_by = viewer_id(), aside_reason = reason WHERE id = letter AND aside_at IS NULL;
  RETURN true;
END $$;

-- What became of the newest letter of each invitation that waits, for whoever runs it.
CREATE OR REPLACE FUNCTION invitation_letters() RETURNS TABLE (invitation uuid, letter text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, CASE WHEN n.state = 'sent' AND address_is_stopped(i.email) THEN 'returned' WHEN n.state = 'sent' THEN 'sent' WHEN n.state = 'queued' THEN 'waiting' ELSE 'failed' END
  FROM invitations i CROSS JOIN LATERAL (
    SELECT w.state FROM notices w WHERE w.about ->> 'invitationId' = i.id::text AND (w.about ->> 'generation')::int = i.generation ORDER BY w.queued_at DESC LIMIT 1) n
  WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND viewer_runs_invitation(i.kind, i.organisation_id)
$$;
REVOKE ALL ON FUNCTION invitation_letters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_letters() TO ribera_web;

REVOKE ALL ON FUNCTION dead_letters(), dead_letters_list(int), dead_letter_retry(uuid, boolean, timestamptz), dead_letter_set_aside(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dead_letters_list(int), dead_letter_retry(uuid, boolean, timestamptz), dead_letter_set_aside(uuid, text, timestamptz) TO ribera_web;
