-- Dates of sessions and of what is owed, as calendars and letters tell them: when, and neither what nor with whom.
-- The convened sessions of which this person has, or had, the date: by a part in it, or by a seat. `holds`: still, and not declined;
-- `changed_at` grows with whatever makes another entry of it. The subscribed calendar and the one in mail read the same.
CREATE OR REPLACE FUNCTION roundtable_dates_of(person uuid) RETURNS TABLE (room uuid, starts_at timestamptz, ends_at timestamptz, changed_at timestamptz, cancelled boolean, holds boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.starts_at, t.ends_at, greatest(t.convened_at, t.moved_at, max(h.changed_at)), t.cancelled_at IS NOT NULL,
    bool_or(h.holds) AND EXISTS (SELECT 1 FROM roundtable_people(t.id) p WHERE p.member_id = person)
  FROM (
    SELECT roundtable_id, greatest(given_at, ended_at) AS changed_at, ended_at IS NULL AS holds FROM roundtable_parts WHERE member_id = person
    UNION ALL
    SELECT roundtable_id, greatest(named_at, answered_at, withdrawn_at), withdrawn_at IS NULL AND answer IS DISTINCT FROM 'not-coming' FROM roundtable_seats WHERE member_id = person) h
    JOIN roundtables t ON t.id = h.roundtable_id
  WHERE t.convened_at IS NOT NULL AND t.purged_at IS NULL
  GROUP BY t.id
$$;
CREATE OR REPLACE FUNCTION own_roundtable_dates(at timestamptz) RETURNS TABLE (room uuid, starts_at text, ends_at text, changed_at text, cancelled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.room, iso_instant(d.starts_at), iso_instant(d.ends_at), iso_instant(d.changed_at), d.cancelled FROM roundtable_dates_of(viewer_id()) d WHERE d.holds AND d.ends_at > at
$$;

-- A letter with the date for a calendar, to whoever has it, gets it or loses it, whoever did that: no act can forget it. One that waits
-- and was not tried yet tells the newest; one that was tried may have been accepted with other words.
CREATE OR REPLACE FUNCTION roundtable_date_tell(session uuid, person uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM notices n WHERE n.kind = 'confidential-date' AND n.member_id = person AND n.state = 'queued' AND n.attempts = 0 AND n.about ->> 'roundtableId' = session::text FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at) VALUES ('confidential-date', person, jsonb_build_object('roundtableId', session), at, at);
  END IF;
END $$;
CREATE OR REPLACE FUNCTION roundtable_dated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM roundtable_date_tell(NEW.id, p.member_id, greatest(NEW.convened_at, NEW.moved_at))
  FROM (SELECT q.member_id FROM roundtable_people(NEW.id) q ORDER BY q.member_id) p
  WHERE EXISTS (SELECT 1 FROM roundtable_dates_of(p.member_id) d WHERE d.room = NEW.id AND d.holds);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER roundtable_dated AFTER UPDATE ON roundtables FOR EACH ROW
  WHEN (NEW.convened_at IS NOT NULL AND NEW.purged_at IS NULL AND (NEW.convened_at, NEW.moved_at, NEW.cancelled_at) IS DISTINCT FROM (OLD.convened_at, OLD.moved_at, OLD.cancelled_at))
  EXECUTE FUNCTION roundtable_dated();
-- Of a seat or a part: given, taken away, declined, or taken up after all.
CREATE OR REPLACE FUNCTION roundtable_holder_dated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  after jsonb := to_jsonb(NEW);
  before jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) ELSE '{"withdrawn_at": "none"}' END;
  held boolean := coalesce(before ->> 'withdrawn_at', before ->> 'ended_at') IS NULL AND before ->> 'answer' IS DISTINCT FROM 'not-coming';
  holds boolean := coalesce(after ->> 'withdrawn_at', after ->> 'ended_at') IS NULL AND after ->> 'answer' IS DISTINCT FROM 'not-coming';
BEGIN
  IF held <> holds AND EXISTS (SELECT 1 FROM roundtables t WHERE t.id = NEW.roundtable_id AND t.convened_at IS NOT NULL AND t.cancelled_at IS NULL AND t.ended_at IS NULL) THEN
    PERFORM roundtable_date_tell(NEW.roundtable_id, NEW.member_id,
      greatest((after ->> 'named_at')::timestamptz, (after ->> 'given_at')::timestamptz, (after ->> 'answered_at')::timestamptz, (after ->> 'withdrawn_at')::timestamptz, (after ->> 'ended_at')::timestamptz));
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER roundtable_holder_dated AFTER INSERT OR UPDATE ON roundtable_seats FOR EACH ROW EXECUTE FUNCTION roundtable_holder_dated();
CREATE OR REPLACE TRIGGER roundtable_holder_dated AFTER INSERT OR UPDATE ON roundtable_parts FOR EACH ROW EXECUTE FUNCTION roundtable_holder_dated();

-- What its letter says at the moment of sending: the date as this person's calendar has it, or that it goes from there. `told`: an earlier
-- letter brought it there, or may have. Null: nothing to say any more.
CREATE OR REPLACE FUNCTION roundtable_date_facts(session uuid, person uuid, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('roundtableId', d.room, 'startsAt', iso_instant(d.starts_at), 'endsAt', iso_instant(d.ends_at), 'changedAt', iso_instant(d.changed_at),
    'isOn', d.holds AND NOT d.cancelled,
    'told', EXISTS (SELECT 1 FROM notices n WHERE n.kind = 'confidential-date' AND n.member_id = person AND n.about ->> 'roundtableId' = session::text
      AND (n.state IN ('sent', 'uncertain') OR n.doubt_since IS NOT NULL)))
  FROM roundtable_dates_of(person) d JOIN members m ON m.id = person JOIN organisations o ON o.id = m.organisation_id
  WHERE d.room = session AND d.ends_at > at AND stands(o.vetting, o.vetted_until)
$$;

-- By the clock alone, three days and one day before the beginning, once whoever runs it: to those who have not said that they do not come.
CREATE OR REPLACE FUNCTION roundtable_reminders_take(at timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    INSERT INTO roundtable_reminders AS t (roundtable_id, starts_at, days)
    SELECT r.id, r.starts_at, nearest.days FROM roundtables r CROSS JOIN LATERAL (
      SELECT min(d) AS days FROM unnest(ARRAY[3, 1]) d WHERE r.starts_at - make_interval(days => d) <= at) nearest
    WHERE nullif(current_setting('ribera.member', true), '') IS NULL AND r.convened_at IS NOT NULL AND r.cancelled_at IS NULL AND r.starts_at > at AND nearest.days IS NOT NULL
    ORDER BY r.id ON CONFLICT DO NOTHING RETURNING t.roundtable_id),
  told AS (
    INSERT INTO notices (kind, member_id, about, queued_at, next_attempt_at)
    -- With the date once more, for whoever has it in a calendar.
    SELECT CASE WHEN EXISTS (SELECT 1 FROM roundtable_dates_of(p.member_id) d WHERE d.room = t.roundtable_id AND d.holds) THEN 'confidential-date' ELSE 'confidential-news' END,
      p.member_id, jsonb_build_object('roundtableId', t.roundtable_id), at, at
    FROM taken t CROSS JOIN LATERAL roundtable_people(t.roundtable_id) p
    WHERE NOT EXISTS (SELECT 1 FROM roundtable_seats s WHERE s.roundtable_id = t.roundtable_id AND s.member_id = p.member_id AND s.withdrawn_at IS NULL AND s.answer = 'not-coming')
      AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.kind IN ('confidential-news', 'confidential-date') AND n.member_id = p.member_id AND n.state = 'queued' AND n.about ->> 'roundtableId' = t.roundtable_id::text)
    ORDER BY p.member_id)
  SELECT count(*)::int FROM taken
$$;

-- Whether the organisation of somebody in the room still owes something that is near or past.
CREATE OR REPLACE FUNCTION commitment_is_due(room uuid, person uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM roundtable_people(room) p JOIN roundtable_commitments c ON c.roundtable_id = room AND c.organisation_id = p.organisation_id
    WHERE p.member_id = person AND c.state = 'open' AND c.due - 7 <= (at AT TIME ZONE 'UTC')::date)
$$;

REVOKE ALL ON FUNCTION roundtable_dates_of(uuid), own_roundtable_dates(timestamptz), roundtable_date_tell(uuid, uuid, timestamptz), roundtable_dated(), roundtable_holder_dated(),
  roundtable_date_facts(uuid, uuid, timestamptz), roundtable_reminders_take(timestamptz), commitment_is_due(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_roundtable_dates(timestamptz), roundtable_reminders_take(timestamptz) TO ribera_web;
