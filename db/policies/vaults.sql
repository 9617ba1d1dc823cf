-- What closes, keeps and destroys the record of a room (decisions 410 to 412). After every other file that makes a table of a room.
ALTER TABLE master_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_hold_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE roundtable_disclosures ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_removals ENABLE ROW LEVEL SECURITY;

INSERT INTO master_keys (generation, fingerprint, holds_from) SELECT 0, 'secret', now() WHERE NOT EXISTS (SELECT 1 FROM master_keys);
-- The master key that holds, until this transaction ends: nobody goes over to another while a room is made under this one.
CREATE OR REPLACE FUNCTION master_key_holding() RETURNS TABLE (generation int, fingerprint text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('ribera.master-key'));
  RETURN QUERY SELECT k.generation, k.fingerprint FROM master_keys k ORDER BY k.generation DESC LIMIT 1;
END $$;
-- The next four are the clock's and the operator's command's, never a viewer's.
CREATE OR REPLACE FUNCTION by_the_clock() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('ribera.member', true), '') IS NULL
$$;
CREATE OR REPLACE FUNCTION master_key_begin(of_key text, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT by_the_clock() THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ribera.master-key'));
  INSERT INTO master_keys (generation, fingerprint, holds_from) SELECT max(generation) + 1, of_key, at FROM master_keys;
END $$;
CREATE OR REPLACE FUNCTION master_key_stale(most int) RETURNS TABLE (roundtable_id uuid, fingerprint text, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.roundtable_id, m.fingerprint, k.sealed FROM roundtable_keys k JOIN master_keys m USING (generation)
  WHERE by_the_clock() AND k.generation < (SELECT max(generation) FROM master_keys) ORDER BY k.roundtable_id LIMIT most
$$;
CREATE OR REPLACE FUNCTION master_key_reseal(room uuid, before bytea, fresh bytea, under int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE roundtable_keys SET sealed = fresh, generation = under WHERE roundtable_id = room AND sealed = before AND by_the_clock()
$$;
-- Those by which nothing is sealed any more, each time all of them: whoever was killed before it took their files away does it now.
CREATE OR REPLACE FUNCTION master_keys_retire(at timestamptz) RETURNS TABLE (fingerprint text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE holding int; fresh int;
BEGIN
  IF NOT by_the_clock() THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ribera.master-key'));
  SELECT max(generation) INTO holding FROM master_keys;
  UPDATE master_keys m SET retired_at = at WHERE m.retired_at IS NULL AND m.generation < holding
    AND NOT EXISTS (SELECT 1 FROM roundtable_keys k WHERE k.generation = m.generation);
  GET DIAGNOSTICS fresh = ROW_COUNT;
  IF fresh > 0 THEN
    PERFORM audit_append(at, 'master_key.rotated', 'installation', 'master-key', jsonb_build_object('generation', holding));
  END IF;
  RETURN QUERY SELECT m.fingerprint FROM master_keys m WHERE m.retired_at IS NOT NULL AND m.generation < holding ORDER BY m.generation;
END $$;

-- Every table that holds something of a room says so by its column; what is added later is sealed and purged with the rest.
CREATE OR REPLACE FUNCTION room_tables() RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'roundtable_id' AND NOT a.attisdropped)
  ORDER BY c.relname COLLATE "C"
$$;
-- What the seal covers: whatever is encrypted with the room's key, but what goes on afterwards.
CREATE OR REPLACE FUNCTION sealed_tables() RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT t FROM room_tables() t
  WHERE t = 'roundtable_minute_approvals' OR t <> ALL (ARRAY['roundtable_keys', 'roundtable_events', 'roundtable_hold_words', 'roundtable_commitments',
      'roundtable_summaries', 'roundtable_proposals'])
    AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = ('public.' || quote_ident(t))::regclass AND a.atttypid = 'bytea'::regtype AND NOT a.attisdropped)
  UNION ALL SELECT 'roundtables'
$$;
-- Of the session itself what stands when it is over.
CREATE OR REPLACE FUNCTION sealed_columns(part text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE part WHEN 'roundtables' THEN ARRAY['id', 'lead_id', 'proposed_by', 'proposed_at', 'agenda', 'agenda_hash', 'revision', 'written_by', 'written_at',
      'starts_at', 'ends_at', 'time_zone', 'place', 'convened_by', 'convened_at', 'cancelled_by', 'cancelled_at', 'cancellation', 'ended_by', 'ended_at', 'retention_days']
    ELSE (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
          WHERE a.attrelid = ('public.' || quote_ident(part))::regclass AND a.attnum > 0 AND NOT a.attisdropped) END
$$;
-- One digest of all rows of a room in one table, by these columns: the SHA-256 of each row's, in their own order.
CREATE OR REPLACE FUNCTION sealed_digest(room uuid, part text, columns text[], OUT n int, OUT digest text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  EXECUTE format('SELECT count(*)::int, encode(sha256(convert_to(coalesce(string_agg(h, %L ORDER BY h COLLATE "C"), %L), %L)), %L) FROM (
      SELECT encode(sha256(convert_to((SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(to_jsonb(t)) e WHERE e.key = ANY ($2))::text, %L)), %L) AS h
      FROM public.%I t WHERE t.%I = $1) leaves', ' ', '', 'UTF8', 'hex', 'UTF8', 'hex', part, CASE part WHEN 'roundtables' THEN 'id' ELSE 'roundtable_id' END)
    INTO n, digest USING room, columns;
END $$;
CREATE OR REPLACE FUNCTION seal_digest(manifest jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(manifest::text, 'UTF8')), 'hex')
$$;

-- Words that are being written when a room is closed come in before the seal or not at all: they hold this shared, the close alone.
CREATE OR REPLACE FUNCTION sealed_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE room uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.roundtable_id ELSE OLD.roundtable_id END;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('ribera.seal ' || room, 0));
  IF EXISTS (SELECT 1 FROM roundtables WHERE id = room AND closed_at IS NOT NULL AND purged_at IS NULL) THEN
    RAISE EXCEPTION 'what is sealed does not change';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
DO $$
DECLARE part text;
BEGIN
  FOR part IN SELECT t FROM sealed_tables() t WHERE t <> 'roundtables' LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER sealed_guarded BEFORE INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION sealed_guard()', part);
  END LOOP;
END $$;
CREATE OR REPLACE FUNCTION roundtable_vault_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.retention_days IS DISTINCT FROM OLD.retention_days AND OLD.convened_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was told to everyone who came does not change';
  END IF;
  IF OLD.closed_at IS NOT NULL AND OLD.purged_at IS NULL AND NEW.purged_at IS NULL
     AND (to_jsonb(NEW) - ARRAY['purged_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['purged_at']) THEN
    RAISE EXCEPTION 'what is sealed does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER roundtable_vault_guarded BEFORE UPDATE ON roundtables FOR EACH ROW EXECUTE FUNCTION roundtable_vault_guard();
ALTER TABLE roundtables DROP CONSTRAINT IF EXISTS roundtables_retention;
ALTER TABLE roundtables ADD CONSTRAINT roundtables_retention CHECK (retention_days BETWEEN 30 AND 1826);

-- The chair ends the session; nothing is said in it any more, and its notes are written.
CREATE OR REPLACE FUNCTION roundtable_end(room uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_chairs(room) THEN
    RAISE EXCEPTION 'not theirs to end';
  END IF;
  UPDATE roundtables SET ended_at = at, ended_by = viewer_id() WHERE id = room AND roundtable_open(room) AND starts_at <= at;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM roundtable_note(room, 'roundtable.ended', NULL, NULL, at);
  RETURN true;
END $$;

-- Read-only from here on; the digest of all that is sealed goes into the journal, and with the journal's into the audit log.
CREATE OR REPLACE FUNCTION roundtable_seal_up(room uuid, at timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE parts jsonb; root text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ribera.seal ' || room, 0));
  UPDATE roundtables SET closed_at = at, closed_by = viewer_id() WHERE id = room AND closed_at IS NULL AND purged_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('part', t, 'columns', to_jsonb(sealed_columns(t)), 'rows', d.n, 'digest', d.digest) ORDER BY t COLLATE "C"), '[]')
    INTO parts FROM sealed_tables() t CROSS JOIN LATERAL sealed_digest(room, t, sealed_columns(t)) d;
  root := seal_digest(parts);
  INSERT INTO roundtable_seals (roundtable_id, manifest, digest) VALUES (room, parts, root);
  PERFORM roundtable_note(room, 'roundtable.closed', NULL, root, at);
  RETURN root;
END $$;
CREATE OR REPLACE FUNCTION roundtable_close(room uuid, at timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_chairs(room) OR NOT EXISTS (SELECT 1 FROM roundtables WHERE id = room AND ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'not theirs to close';
  END IF;
  RETURN roundtable_seal_up(room, at);
END $$;
-- By the clock alone: sessions end half an hour after their end, and are closed thirty days after it, whoever forgot to.
CREATE OR REPLACE FUNCTION roundtables_keep_time(at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE room uuid;
BEGIN
  IF NOT by_the_clock() THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  FOR room IN SELECT id FROM roundtables WHERE convened_at IS NOT NULL AND cancelled_at IS NULL AND ended_at IS NULL AND purged_at IS NULL
      AND ends_at + interval '30 minutes' <= at ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    UPDATE roundtables SET ended_at = at WHERE id = room;
    PERFORM roundtable_note(room, 'roundtable.ended', NULL, NULL, at);
  END LOOP;
  FOR room IN SELECT id FROM roundtables WHERE ended_at IS NOT NULL AND closed_at IS NULL AND purged_at IS NULL
      AND ends_at + interval '30 days' <= at ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    PERFORM roundtable_seal_up(room, at);
  END LOOP;
END $$;

GRANT SELECT ON roundtable_seals, roundtable_hold_words, roundtable_disclosures TO ribera_web;
CREATE POLICY roundtable_seals_read ON roundtable_seals FOR SELECT TO ribera_web USING (viewer_in_roundtable(roundtable_id));
-- Whether what was sealed is still what it was, part by part.
CREATE OR REPLACE FUNCTION roundtable_seal_check(room uuid) RETURNS TABLE (part text, n int, whole boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.part, s.rows, d.digest = s.digest AND d.n = s.rows
  FROM roundtable_seals x CROSS JOIN LATERAL jsonb_to_recordset(x.manifest) AS s (part text, columns jsonb, rows int, digest text)
    CROSS JOIN LATERAL sealed_digest(room, s.part, ARRAY(SELECT jsonb_array_elements_text(s.columns))) d
  WHERE x.roundtable_id = room AND viewer_in_roundtable(room) ORDER BY s.part COLLATE "C"
$$;
-- What the journal says of the close and the purge, and where the audit log has it: the entry's number and its link in the chain.
CREATE OR REPLACE FUNCTION roundtable_proof(room uuid) RETURNS TABLE (action text, at text, digest text, seq bigint, link text, whole boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.action, iso_instant(e.at), e.detail, a.seq, encode(a.hash, 'hex'),
    coalesce(a.seq IS NOT NULL AND e.digest = roundtable_mark(e.salt, room, e.member_id, e.action, e.about, e.detail, e.at)
      AND (x.digest IS NULL OR (x.digest = e.detail AND x.digest = seal_digest(x.manifest))), false)
  FROM roundtable_events e LEFT JOIN audit_events a ON a.subject_kind = 'confidential' AND a.subject_id = e.digest
    LEFT JOIN roundtable_seals x ON x.roundtable_id = e.roundtable_id
  WHERE e.roundtable_id = room AND e.action IN ('roundtable.closed', 'roundtable.purged') AND viewer_in_roundtable(room) ORDER BY e.at
$$;

CREATE POLICY roundtable_hold_words_read ON roundtable_hold_words FOR SELECT TO ribera_web USING (viewer_convenes(roundtable_id));
-- In force from the second officer's word until the second against it.
CREATE OR REPLACE FUNCTION roundtable_held(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (by_the_clock() OR viewer_in_roundtable(room)) AND EXISTS (SELECT 1 FROM roundtable_hold_words w WHERE w.roundtable_id = room GROUP BY w.hold
    HAVING count(*) FILTER (WHERE w.step = 'place') >= 2 AND count(*) FILTER (WHERE w.step = 'lift') < 2)
$$;
-- With the officers' names, to those who convene.
CREATE OR REPLACE FUNCTION roundtable_hold_told(room uuid) RETURNS TABLE (hold uuid, step text, member_id uuid, name text, organisation text, said_at text, reason bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.hold, w.step, m.id, m.name, o.short_name, iso_instant(w.said_at), w.reason FROM roundtable_hold_words w JOIN members m ON m.id = w.member_id
    JOIN organisations o ON o.id = m.organisation_id WHERE w.roundtable_id = room AND viewer_convenes(room) ORDER BY w.said_at, w.id
$$;
CREATE OR REPLACE FUNCTION viewer_may_hold(room uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'officer' = ANY (viewer_roles()) AND viewer_convenes(room) AND EXISTS (SELECT 1 FROM roundtables WHERE id = room AND purged_at IS NULL)
$$;
-- One officer's word: the first of a hold, or the second of the one that waits for it. Says whether the hold is now in force.
CREATE OR REPLACE FUNCTION roundtable_hold_say(room uuid, wanted text, why bytea, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which uuid;
BEGIN
  IF NOT viewer_may_hold(room) THEN
    RAISE EXCEPTION 'not theirs to hold';
  END IF;
  SELECT w.hold INTO which FROM roundtable_hold_words w WHERE w.roundtable_id = room GROUP BY w.hold
  HAVING count(*) FILTER (WHERE w.step = 'lift') < 2 LIMIT 1;
  IF (wanted = 'lift') IS DISTINCT FROM roundtable_held(room) THEN
    RAISE EXCEPTION 'no such hold, or one already';
  END IF;
  INSERT INTO roundtable_hold_words (roundtable_id, hold, step, member_id, said_at, reason)
    VALUES (room, coalesce(which, gen_random_uuid()), wanted, viewer_id(), at, why);
  RETURN roundtable_held(room);
END $$;

GRANT INSERT (roundtable_id, member_id, organisation_id, what, about, at) ON roundtable_disclosures TO ribera_web;
CREATE POLICY roundtable_disclosures_read ON roundtable_disclosures FOR SELECT TO ribera_web USING (
  viewer_chairs(roundtable_id) OR (member_id = (SELECT viewer_id()) AND viewer_in_roundtable(roundtable_id)));
CREATE POLICY roundtable_disclosures_note ON roundtable_disclosures FOR INSERT TO ribera_web WITH CHECK (
  member_id = (SELECT viewer_id()) AND organisation_id = (SELECT viewer_organisation()) AND viewer_has_entered(roundtable_id));
-- With the readers' names: to chairs all of them, to everyone else their own.
CREATE OR REPLACE FUNCTION roundtable_disclosures_told(room uuid) RETURNS TABLE (id uuid, what text, at text, name text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.what, iso_instant(d.at), m.name, o.short_name FROM roundtable_disclosures d JOIN members m ON m.id = d.member_id JOIN organisations o ON o.id = d.organisation_id
  WHERE d.roundtable_id = room AND (viewer_chairs(room) OR (d.member_id = viewer_id() AND viewer_in_roundtable(room))) ORDER BY d.at DESC, d.id
$$;
ALTER TABLE roundtable_disclosures DROP CONSTRAINT IF EXISTS roundtable_disclosures_what;
ALTER TABLE roundtable_disclosures ADD CONSTRAINT roundtable_disclosures_what CHECK (what IN ('record', 'minutes', 'file'));

-- By the clock alone: one room whose time is over and that is not held. Its key goes, and all that it opened; who convened it, when
-- it was, what was done in it and by whom copies were taken stay, with the proof.
CREATE OR REPLACE FUNCTION roundtable_purge_next(at timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE room uuid; due uuid; part text; left_over text[]; waiting text[]; root text; under int;
BEGIN
  IF NOT by_the_clock() THEN
    RAISE EXCEPTION 'not theirs';
  END IF;
  FOR due IN SELECT t.id FROM roundtables t WHERE t.purged_at IS NULL AND t.ends_at + make_interval(days => t.retention_days) <= at AND NOT roundtable_held(t.id)
    ORDER BY t.ends_at, t.id LOOP
    -- An act in a room, a hold's second word above all, comes first; the rooms after it need not wait.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('ribera.roundtable ' || due, 0));
    SELECT t.id INTO room FROM roundtables t WHERE t.id = due AND t.purged_at IS NULL AND NOT roundtable_held(t.id) FOR UPDATE SKIP LOCKED;
    EXIT WHEN room IS NOT NULL;
  END LOOP;
  IF room IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM roundtable_seal_up(room, at);
  SELECT digest INTO root FROM roundtable_seals WHERE roundtable_id = room;
  UPDATE roundtables SET purged_at = at, agenda = '', place = '', cancellation = NULL WHERE id = room;
  UPDATE roundtable_keys SET sealed = '' WHERE roundtable_id = room RETURNING generation INTO under;
  UPDATE master_keys SET spent_at = at WHERE generation = under;
  SELECT array_agg(t) INTO left_over FROM room_tables() t
    WHERE t <> ALL (ARRAY['roundtable_authorities', 'roundtable_parts', 'roundtable_events', 'roundtable_seals', 'roundtable_disclosures']);
  FOREACH part IN ARRAY left_over LOOP
    IF EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = ('public.' || quote_ident(part))::regclass AND a.attname = 'stored_as' AND NOT a.attisdropped) THEN
      EXECUTE format('INSERT INTO file_removals (stored_as) SELECT DISTINCT stored_as FROM public.%I WHERE roundtable_id = $1 AND stored_as IS NOT NULL ON CONFLICT DO NOTHING', part) USING room;
    END IF;
  END LOOP;
  -- What is named by rows of another table goes after those.
  WHILE cardinality(left_over) > 0 LOOP
    waiting := '{}';
    FOREACH part IN ARRAY left_over LOOP
      BEGIN
        EXECUTE format('DELETE FROM public.%I WHERE roundtable_id = $1', part) USING room;
      EXCEPTION WHEN foreign_key_violation THEN
        waiting := array_append(waiting, part);
      END;
    END LOOP;
    IF cardinality(waiting) = cardinality(left_over) THEN
      RAISE EXCEPTION 'rows of a room hold each other: %', waiting;
    END IF;
    left_over := waiting;
  END LOOP;
  DELETE FROM notices WHERE about ->> 'roundtableId' = room::text;
  PERFORM roundtable_note(room, 'roundtable.purged', NULL, root, at);
  RETURN room;
END $$;
-- Files whose rooms are gone: named until they are away.
CREATE OR REPLACE FUNCTION file_removals_list(most int) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT stored_as FROM file_removals WHERE by_the_clock() ORDER BY stored_as LIMIT most
$$;
CREATE OR REPLACE FUNCTION file_removal_done(which text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM file_removals WHERE stored_as = which AND by_the_clock()
$$;
-- Whether the master key that holds sealed no room that is purged: if it did, old copies of that room's sealed key could still be opened.
CREATE OR REPLACE FUNCTION master_key_unspent() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT by_the_clock() AND (SELECT spent_at IS NULL FROM master_keys ORDER BY generation DESC LIMIT 1)
$$;

REVOKE ALL ON FUNCTION master_key_holding(), by_the_clock(), master_key_begin(text, timestamptz), master_key_stale(int), master_key_reseal(uuid, bytea, bytea, int),
  master_keys_retire(timestamptz), room_tables(), sealed_tables(), sealed_columns(text), sealed_digest(uuid, text, text[]), seal_digest(jsonb),
  sealed_guard(), roundtable_vault_guard(), roundtable_end(uuid, timestamptz), roundtable_seal_up(uuid, timestamptz), roundtable_close(uuid, timestamptz),
  roundtables_keep_time(timestamptz), roundtable_seal_check(uuid), roundtable_proof(uuid), roundtable_held(uuid), viewer_may_hold(uuid),
  roundtable_hold_told(uuid), roundtable_disclosures_told(uuid),
  roundtable_hold_say(uuid, text, bytea, timestamptz), roundtable_purge_next(timestamptz), file_removals_list(int), file_removal_done(text), master_key_unspent() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION master_key_holding(), master_key_begin(text, timestamptz), master_key_stale(int), master_key_reseal(uuid, bytea, bytea, int),
  master_keys_retire(timestamptz), roundtable_end(uuid, timestamptz), roundtable_close(uuid, timestamptz), roundtables_keep_time(timestamptz),
  roundtable_seal_check(uuid), roundtable_proof(uuid), roundtable_held(uuid), roundtable_hold_told(uuid), roundtable_disclosures_told(uuid), roundtable_hold_say(uuid, text, bytea, timestamptz), roundtable_purge_next(timestamptz),
  file_removals_list(int), file_removal_done(text), master_key_unspent() TO ribera_web;
