-- The outbox takes in and tells nothing: reading and sending are the delivery's, by functions.
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
GRANT INSERT (kind, member_id, address, name, language, about, queued_at, next_attempt_at) ON notices TO ribera_web;
-- Who may have a notice sent, and to whom: whoever did what it tells, to those whom it concerns; nobody else, and no other kind.
CREATE OR REPLACE FUNCTION may_queue_notice(what text, member uuid, address text, about jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker uuid := nullif(current_setting('ribera.member', true), '')::uuid;
  organisation uuid := (about ->> 'organisationId')::uuid;
  invitation uuid := (about ->> 'invitationId')::uuid;
  administers boolean := member IN (SELECT member_id FROM administrators_of(organisation));
  vets boolean := member IN (SELECT member_id FROM vetting_officers(organisation));
BEGIN
  RETURN coalesce(CASE
    WHEN what IN ('member-invited', 'organisation-invited') THEN EXISTS (
      SELECT 1 FROM invitations i WHERE i.id = invitation AND i.email = address AND what = i.kind || '-invited'
        AND viewer_runs_invitation(i.kind, i.organisation_id))
    WHEN what = 'invitation-accepted' THEN EXISTS (
      SELECT 1 FROM invitations i WHERE i.id = invitation AND i.accepted_by = asker AND i.invited_by = member)
    WHEN what = 'roles-changed' THEN about ->> 'by' = viewer_id()::text AND 'administrator' = ANY (viewer_roles())
      AND EXISTS (SELECT 1 FROM members m WHERE m.id = member AND m.organisation_id = viewer_organisation())
    WHEN what = 'member-left' THEN EXISTS (
      SELECT 1 FROM members m WHERE m.email = address AND m.organisation_id = organisation
        AND (m.id = asker OR m.organisation_id = viewer_organisation()))
    WHEN what IN ('sign-in-changed', 'device-seen', 'token-issued', 'calendar-address-made', 'feed-address-made') THEN member = signed_in_id()
    WHEN what = 'organisation-applied' THEN organisation = asker_organisation() AND vets
    WHEN what IN ('organisation-vetted', 'organisation-refused', 'organisation-suspended', 'organisation-revoked')
      THEN viewer_vets(organisation) AND administers
    WHEN what IN ('emergency-declared', 'measure-proposed') THEN viewer_vets(organisation) AND vets
    -- What the clock does is told by nobody, and only when it is so.
    WHEN what = 'organisation-reinstated' THEN (viewer_vets(organisation) OR asker IS NULL) AND administers
    WHEN what = 'vetting-ending' THEN asker IS NULL AND administers AND EXISTS (
      SELECT 1 FROM vetting_reminders r WHERE r.organisation_id = organisation AND r.until = (about ->> 'until')::date)
    WHEN what IN ('vetting-ended', 'organisation-expired') THEN asker IS NULL
      AND CASE what WHEN 'vetting-ended' THEN administers ELSE vets END AND EXISTS (
      SELECT 1 FROM organisations o WHERE o.id = organisation AND o.vetting = 'expired')
    WHEN what = 'emergency-lapsed' THEN asker IS NULL AND vets AND EXISTS (
      SELECT 1 FROM vetting_measures m WHERE m.organisation_id = organisation AND m.emergency_until IS NOT NULL
        AND m.confirmed_at IS NULL AND m.ended_at IS NOT NULL AND m.ended_by IS NULL)
    -- Whose red flags they are, the job alone tells.
    WHEN what IN ('red-flags-assigned', 'red-flags-due') THEN asker IS NULL AND EXISTS (
      SELECT 1 FROM adoption_items i WHERE i.owner_id = member AND i.state = 'not-started')
    ELSE false END, false);
END $$;
DROP POLICY IF EXISTS notices_queue ON notices;
CREATE POLICY notices_queue ON notices FOR INSERT TO ribera_web WITH CHECK (may_queue_notice(kind, member_id, address, about));
-- What was settled long ago.
CREATE OR REPLACE FUNCTION notices_forget(before timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM notices WHERE state NOT IN ('queued', 'held') AND greatest(sent_at, next_attempt_at, queued_at) < before
    -- Until a session is over it is known who has its date.
    AND NOT (kind = 'confidential-date' AND EXISTS (SELECT 1 FROM roundtables t WHERE t.id = (about ->> 'roundtableId')::uuid AND t.ends_at > before)) RETURNING 1)
  SELECT count(*)::int FROM gone
$$;
REVOKE ALL ON FUNCTION may_queue_notice(text, uuid, text, jsonb), notices_forget(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_queue_notice(text, uuid, text, jsonb), notices_forget(timestamptz) TO ribera_web;
ALTER TABLE notices DROP CONSTRAINT IF EXISTS notices_one_recipient;
ALTER TABLE notices ADD CONSTRAINT notices_one_recipient
  CHECK ((member_id IS NULL) = (address IS NOT NULL AND language IS NOT NULL));

ALTER TABLE local_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_choices ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON notice_choices TO ribera_web;
DROP POLICY IF EXISTS notice_choices_own ON notice_choices;
CREATE POLICY notice_choices_own ON notice_choices FOR ALL TO ribera_web USING (member_id = (SELECT viewer_id()));
ALTER TABLE notice_choices DROP CONSTRAINT IF EXISTS notice_choices_choice;
ALTER TABLE notice_choices ADD CONSTRAINT notice_choices_choice CHECK (choice IN ('at-once', 'daily', 'weekly', 'never'));
-- What waits for a digest follows the choice.
CREATE OR REPLACE FUNCTION notice_choice_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE notices SET state = CASE NEW.choice WHEN 'never' THEN 'dropped' ELSE 'queued' END, next_attempt_at = NEW.chosen_at,
    problem = CASE NEW.choice WHEN 'never' THEN 'not_wanted' END
  WHERE member_id = NEW.member_id AND kind = NEW.kind AND state = 'held' AND digest_id IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION notice_choice_changed() FROM PUBLIC;
DROP TRIGGER IF EXISTS notice_choice_changed ON notice_choices;
CREATE TRIGGER notice_choice_changed AFTER INSERT OR UPDATE ON notice_choices FOR EACH ROW
  WHEN (NEW.choice IN ('at-once', 'never')) EXECUTE FUNCTION notice_choice_changed();

-- By the address in a mail, for whose member the transaction speaks: one kind, or all that come in digests.
CREATE OR REPLACE FUNCTION own_mail_stop(what text, habits jsonb, at timestamptz) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH stopped AS (
    INSERT INTO notice_choices (member_id, kind, choice, chosen_at)
    SELECT m.id, h.key, 'never', at
    FROM members m CROSS JOIN jsonb_each_text(habits) h LEFT JOIN notice_choices c ON c.member_id = m.id AND c.kind = h.key
    WHERE m.id = nullif(current_setting('ribera.member', true), '')::uuid AND m.left_at IS NULL AND coalesce(c.choice, h.value) <> 'never'
      AND (h.key = what OR what = 'digest' AND coalesce(c.choice, h.value) IN ('daily', 'weekly'))
    ON CONFLICT (member_id, kind) DO UPDATE SET choice = 'never', chosen_at = excluded.chosen_at
    RETURNING 1)
  SELECT count(*)::int FROM stopped
$$;
REVOKE ALL ON FUNCTION own_mail_stop(text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_mail_stop(text, jsonb, timestamptz) TO ribera_web;

-- What a mail may say of the things a notice is about: names and dates, as they are at the moment of sending.
DROP FUNCTION IF EXISTS notice_facts(jsonb);
CREATE OR REPLACE FUNCTION notice_facts(about jsonb, recipient uuid, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'invitation', (
      SELECT jsonb_build_object('state', invitation_state(i, at), 'generation', i.generation, 'email', i.email, 'name', i.name,
        'expiresAt', i.expires_at, 'invitedBy', m.name, 'inviting', own.short_name, 'acceptedBy', a.name,
        'organisation', jsonb_build_object('shortName', o.short_name, 'es', o.name_es, 'en', o.name_en))
      FROM invitations i JOIN organisations o ON o.id = i.organisation_id LEFT JOIN members m ON m.id = i.invited_by
        LEFT JOIN organisations own ON own.id = m.organisation_id LEFT JOIN members a ON a.id = i.accepted_by
      WHERE i.id = (about ->> 'invitationId')::uuid),
    'organisation', (
      SELECT jsonb_build_object('shortName', o.short_name, 'es', o.name_es, 'en', o.name_en)
      FROM organisations o WHERE o.id = (about ->> 'organisationId')::uuid),
    'by', (SELECT name FROM members WHERE id = (about ->> 'by')::uuid),
    -- Whether the recipient is still in the room that it is about.
    'concerned', about ? 'roundtableId' AND roundtable_concerns((about ->> 'roundtableId')::uuid, recipient),
    'date', CASE WHEN about ? 'roundtableId' THEN roundtable_date_facts((about ->> 'roundtableId')::uuid, recipient, at) END,
    'owes', about ? 'roundtableId' AND commitment_is_due((about ->> 'roundtableId')::uuid, recipient, at),
    -- Of a round, what decides whether there is still something to tell this member.
    'round', (
      SELECT jsonb_build_object('open', round_is_open(r.id) AND r.closes_at > at, 'closesAt', iso_instant(r.closes_at),
        'asked', EXISTS (SELECT 1 FROM round_asked(r.id) a WHERE a.member_id = recipient),
        'signed', EXISTS (SELECT 1 FROM signed_answers s JOIN members m ON m.organisation_id = s.organisation_id
          WHERE s.round_id = r.id AND m.id = recipient),
        'reads', EXISTS (SELECT 1 FROM round_asked(r.id) a WHERE a.member_id = recipient)
          OR EXISTS (SELECT 1 FROM releases e WHERE e.round_id = r.id AND e.readers && keys_of(recipient)))
      FROM rounds r WHERE r.id = (about ->> 'roundId')::uuid),
    -- Null: not, or no longer, for this member.
    'news', CASE WHEN about ? 'newsId' THEN (
      SELECT n.facts || jsonb_build_object('flags', f.flags)
      FROM news_for(ARRAY[recipient], ARRAY[(about ->> 'newsId')::uuid]) f JOIN news_facts(ARRAY[(about ->> 'newsId')::uuid]) n ON n.id = f.news_id) END)
$$;

-- Whether the mail service told that nothing arrives there, or that its reader complained.
CREATE OR REPLACE FUNCTION address_is_stopped(address text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM mail_stops WHERE address_hash = sha256(convert_to(address, 'UTF8')) AND since IS NOT NULL AND (lifted_at IS NULL OR since > lifted_at))
$$;
REVOKE ALL ON FUNCTION address_is_stopped(text) FROM PUBLIC;

-- How a letter leaves: one that somebody waits for at a door goes before all others; one with a file in a call of its own.
CREATE OR REPLACE FUNCTION notice_lane(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN kind IN ('member-invited', 'organisation-invited', 'founder-invited', 'sign-in-changed', 'device-seen', 'token-issued',
      'calendar-address-made', 'feed-address-made', 'roles-changed', 'member-left') THEN 'access'
    WHEN kind = 'confidential-date' THEN 'alone'
    ELSE 'together' END
$$;
CREATE OR REPLACE FUNCTION notice_lane_set() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.lane := notice_lane(NEW.kind);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION notice_lane(text), notice_lane_set() FROM PUBLIC;
DROP TRIGGER IF EXISTS notice_lane_set ON notices;
CREATE TRIGGER notice_lane_set BEFORE INSERT ON notices FOR EACH ROW EXECUTE FUNCTION notice_lane_set();

-- Takes notices that are due, for one attempt: nobody else takes them before `until`, and whoever dies leaves them to the next: an
-- attempt whose end nobody wrote down may have been accepted. `which`: `new`, up to so many that leave together, of which access goes
-- first; `again`, one batch that was tried, all of it; `alone`, up to so many that leave each by itself.
DROP FUNCTION IF EXISTS notices_take(timestamptz, timestamptz, int);
CREATE OR REPLACE FUNCTION notices_take(at timestamptz, until timestamptz, which text, most int)
RETURNS TABLE (id uuid, batch uuid, kind text, about jsonb, attempts int, "queuedAt" text, "doubtSince" text, recipient jsonb, facts jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  taken uuid[] := '{}';
  one uuid;
  kind_of_lane text;
BEGIN
  IF NOT clock_alone() THEN
    RETURN;
  ELSIF which = 'again' THEN
    FOR one IN SELECT n.batch_id FROM notices n WHERE n.state = 'queued' AND n.batch_id IS NOT NULL AND n.next_attempt_at <= notices_take.at
      GROUP BY n.batch_id ORDER BY min(n.next_attempt_at), n.batch_id LOOP
      -- The whole of it or nothing: two processes that took a half each would send neither by its key.
      CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('ribera.letters ' || one, 0));
      taken := ARRAY(SELECT n.id FROM notices n WHERE n.batch_id = one AND n.state = 'queued' AND n.next_attempt_at <= notices_take.at FOR UPDATE);
      EXIT WHEN cardinality(taken) > 0;
    END LOOP;
  ELSE
    FOREACH kind_of_lane IN ARRAY CASE which WHEN 'alone' THEN ARRAY['alone'] ELSE ARRAY['access', 'together'] END LOOP
      taken := taken || ARRAY(
        SELECT n.id FROM notices n WHERE n.state = 'queued' AND n.batch_id IS NULL AND n.lane = kind_of_lane AND n.next_attempt_at <= notices_take.at
        ORDER BY n.next_attempt_at LIMIT greatest(most - cardinality(taken), 0) FOR UPDATE SKIP LOCKED);
    END LOOP;
    one := CASE WHEN which <> 'alone' THEN gen_random_uuid() END;
  END IF;
  RETURN QUERY
  WITH mine AS (
    UPDATE notices n SET attempts = n.attempts + 1, next_attempt_at = until, doubt_since = coalesce(n.doubt_since, n.tried_at),
      tried_at = notices_take.at, batch_id = one
    WHERE n.id = ANY (taken) RETURNING n.*
  )
  SELECT t.id, t.batch_id, t.kind, t.about, t.attempts, iso_instant(t.queued_at), iso_instant(t.doubt_since),
    CASE WHEN t.member_id IS NULL THEN jsonb_build_object('email', t.address, 'name', t.name, 'language', t.language, 'stopped', address_is_stopped(t.address))
      ELSE (SELECT jsonb_build_object('memberId', m.id, 'email', m.email, 'name', m.name, 'language', m.language, 'timeZone', m.time_zone,
              'left', m.left_at IS NOT NULL, 'vetting', o.vetting, 'stands', stands(o.vetting, o.vetted_until), 'stopped', address_is_stopped(m.email),
              'choice', (SELECT c.choice FROM notice_choices c WHERE c.member_id = m.id AND c.kind = t.kind))
            FROM members m JOIN organisations o ON o.id = m.organisation_id WHERE m.id = t.member_id) END,
    notice_facts(t.about, t.member_id, notices_take.at)
  FROM mine t ORDER BY t.queued_at, t.id;
END $$;

-- How each attempt ended. `next` null: that was the last one; `doubt`: it may have been accepted; `batch`: it stays with these others;
-- `apart`: its batch was refused as a whole, which tells nothing of this letter. An address without a member is forgotten once the notice is settled.
DROP FUNCTION IF EXISTS notice_settle(uuid, text, boolean, timestamptz, timestamptz, text);
CREATE OR REPLACE FUNCTION notices_settle(ends jsonb, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE notices n SET state = e.state, problem = e.problem, next_attempt_at = coalesce(e.next, n.next_attempt_at),
    doubt_since = CASE WHEN e.doubt THEN coalesce(n.doubt_since, n.tried_at) END, tried_at = NULL, batch_id = e.batch,
    attempts = n.attempts - CASE WHEN e.apart THEN 1 ELSE 0 END, sent_at = CASE e.state WHEN 'sent' THEN notices_settle.at END,
    address = CASE WHEN n.member_id IS NULL THEN CASE e.state WHEN 'queued' THEN n.address ELSE '' END END,
    name = CASE e.state WHEN 'queued' THEN n.name END
  FROM jsonb_to_recordset(ends) AS e(id uuid, state text, problem text, next timestamptz, doubt boolean, batch uuid, apart boolean)
  WHERE n.id = e.id AND n.state = 'queued' AND clock_alone()
$$;

DROP FUNCTION IF EXISTS local_mail_keep(uuid, text, text, text, text, text, text, jsonb, timestamptz);
-- The demo's mailbox. Where there is no demo nothing can be put in or read.
CREATE OR REPLACE FUNCTION local_mail_keep(notice uuid, what text, recipient text, tongue text, subject text, html text, plain text, headers jsonb, attachments jsonb, at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO local_mail (id, kind, recipient, language, subject, html, text, headers, attachments, sent_at) SELECT notice, what, recipient, tongue, subject, html, plain, headers, attachments, at
  WHERE EXISTS (SELECT 1 FROM demo_personas) ON CONFLICT DO NOTHING
$$;
CREATE OR REPLACE FUNCTION local_mail_list() RETURNS SETOF local_mail
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM local_mail WHERE EXISTS (SELECT 1 FROM demo_personas) ORDER BY sent_at DESC, id LIMIT 500
$$;
CREATE OR REPLACE FUNCTION local_mail_clear() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM local_mail
$$;

REVOKE ALL ON FUNCTION notice_facts(jsonb, uuid, timestamptz), notices_take(timestamptz, timestamptz, text, int),
  notices_settle(jsonb, timestamptz),
  local_mail_keep(uuid, text, text, text, text, text, text, jsonb, jsonb, timestamptz), local_mail_list(), local_mail_clear() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices_take(timestamptz, timestamptz, text, int), notices_settle(jsonb, timestamptz),
  local_mail_keep(uuid, text, text, text, text, text, text, jsonb, jsonb, timestamptz), local_mail_list(), local_mail_clear() TO ribera_web;
