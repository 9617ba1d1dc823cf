-- Who is signed in, and what is kept about signing in. No grant to the web role at all: whoever holds a secret gets one
-- row by its hash, and whoever is signed in gets what is their own.

ALTER TABLE passkeys ENABLE ROW LEVEL SECURITY;
ALTER TABLE passwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE totps ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_challenges ENABLE ROW LEVEL SECURITY;
ALTER TABLE attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_tokens ENABLE ROW LEVEL SECURITY;

-- An organisation that is not vetted yet, or no longer: its members may sign in and see its application, nothing else.
CREATE OR REPLACE FUNCTION member_as_applicant(member uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'memberId', m.id, 'name', m.name, 'language', m.language, 'timeZone', m.time_zone,
    'organisationId', o.id, 'organisation', o.short_name, 'organisationKind', o.kind,
    'jurisdiction', o.jurisdiction, 'vetting', o.vetting,
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'language', r.language) ORDER BY r.role, r.language)
                       FROM member_roles r WHERE r.member_id = m.id), '[]'))
  FROM members m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.id = member AND m.left_at IS NULL AND may_sign_in(m.id) AND NOT stands(o.vetting, o.vetted_until)
$$;
REVOKE ALL ON FUNCTION member_as_applicant(uuid) FROM PUBLIC;

-- Only people who were put into demo_personas, which only the demo loader (the owner) can write; and whoever may sign in elsewhere may here.
CREATE OR REPLACE FUNCTION demo_people() RETURNS TABLE (key text, viewer jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.key, coalesce(member_as_viewer(p.member_id), member_as_applicant(p.member_id)) FROM demo_personas p ORDER BY p.position
$$;

REVOKE ALL ON FUNCTION demo_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION demo_people() TO ribera_web;

CREATE OR REPLACE FUNCTION session_start(hash bytea, member uuid, expires timestamptz, ends timestamptz,
  confirmed timestamptz, device text, device_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sessions (id_hash, member_id, expires_at, ends_at, confirmed_at, device, device_hash)
  SELECT hash, member, least(expires, ends), ends, confirmed, device, device_hash WHERE may_sign_in(member)
$$;
-- The list of sessions tells the minute of the last use; finer would write at every click.
CREATE OR REPLACE FUNCTION session_find(hash bytea) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET last_seen_at = now() WHERE id_hash = hash AND last_seen_at < now() - interval '1 minute';
  SELECT jsonb_build_object('id', s.id, 'memberId', s.member_id, 'expiresAt', s.expires_at, 'confirmedAt', s.confirmed_at,
                            'viewer', member_as_viewer(s.member_id), 'applicant', member_as_applicant(s.member_id))
  FROM sessions s WHERE s.id_hash = hash
$$;
CREATE OR REPLACE FUNCTION session_extend(hash bytea, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET expires_at = least(expires, ends_at) WHERE id_hash = hash
$$;
CREATE OR REPLACE FUNCTION session_confirm(session uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sessions SET confirmed_at = at WHERE id = session AND member_id = signed_in_id()
$$;
CREATE OR REPLACE FUNCTION session_end(hash bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE id_hash = hash
$$;
CREATE OR REPLACE FUNCTION sessions_end_of(member uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE member_id = member
$$;
CREATE OR REPLACE FUNCTION own_sessions() RETURNS TABLE (id uuid, device text, created_at timestamptz, last_seen_at timestamptz,
  expires_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.device, s.created_at, s.last_seen_at, s.expires_at, s.ends_at
  FROM sessions s WHERE s.member_id = signed_in_id() AND s.expires_at > now() ORDER BY s.last_seen_at DESC, s.id
$$;
-- Whoever follows a stream, looked at again: that is no use of the session, which ends when it would have.
CREATE OR REPLACE FUNCTION own_session_viewer(session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT member_as_viewer(s.member_id) FROM sessions s WHERE s.id = session AND s.member_id = signed_in_id() AND s.expires_at > now()
$$;
CREATE OR REPLACE FUNCTION own_session_end(session uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sessions WHERE id = session AND member_id = signed_in_id();
  RETURN FOUND;
END $$;
-- Every other session, or with null all of them.
CREATE OR REPLACE FUNCTION own_sessions_end(except_session uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended integer;
BEGIN
  DELETE FROM sessions WHERE member_id = signed_in_id() AND id IS DISTINCT FROM except_session;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- True where this browser is one that the member, who already has others, has not signed in from.
CREATE OR REPLACE FUNCTION device_note(hash bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE others boolean; fresh boolean;
BEGIN
  SELECT EXISTS (SELECT 1 FROM member_devices WHERE member_id = signed_in_id() AND device_hash <> hash) INTO others;
  INSERT INTO member_devices VALUES (signed_in_id(), hash, now(), now())
  ON CONFLICT (member_id, device_hash) DO UPDATE SET last_seen_at = now()
  RETURNING xmax = 0 INTO fresh;
  RETURN fresh AND others;
END $$;

CREATE OR REPLACE FUNCTION api_token_issue(hash bytea, member uuid, label text, granted text[], expires timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  IF NOT may_sign_in(member) THEN
    RAISE EXCEPTION 'a token is for somebody who may sign in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO api_tokens (token_hash, member_id, name, scopes, expires_at) VALUES (hash, member, label, granted, expires) RETURNING id INTO made;
  RETURN made;
END $$;
CREATE OR REPLACE FUNCTION api_token_find(hash bytea, at timestamptz) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE api_tokens SET last_used_at = at WHERE token_hash = hash AND revoked_at IS NULL AND expires_at > at
    AND (last_used_at IS NULL OR last_used_at < at - interval '1 minute');
  SELECT jsonb_build_object('viewer', member_as_viewer(t.member_id), 'scopes', to_jsonb(t.scopes))
  FROM api_tokens t WHERE t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > at
$$;
CREATE OR REPLACE FUNCTION own_tokens() RETURNS TABLE (id uuid, name text, scopes text[], created_at timestamptz,
  expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at
  FROM api_tokens t WHERE t.member_id = signed_in_id() ORDER BY t.created_at DESC, t.id
$$;
CREATE OR REPLACE FUNCTION own_tokens_live(at timestamptz) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM api_tokens WHERE member_id = signed_in_id() AND revoked_at IS NULL AND expires_at > at
$$;
CREATE OR REPLACE FUNCTION own_tokens_revoke(at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE revoked integer;
BEGIN
  UPDATE api_tokens SET revoked_at = at WHERE member_id = signed_in_id() AND revoked_at IS NULL AND expires_at > at;
  GET DIAGNOSTICS revoked = ROW_COUNT;
  RETURN revoked;
END $$;
CREATE OR REPLACE FUNCTION own_token_revoke(token uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_tokens SET revoked_at = at WHERE id = token AND member_id = signed_in_id() AND revoked_at IS NULL;
  RETURN FOUND;
END $$;

-- Addresses that open one thing without signing in. A member in good standing makes them, and they open nothing while the
-- member does not stand.
CREATE OR REPLACE FUNCTION own_feed_token_keep(hash bytea, what text, label text, at timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO feed_tokens (token_hash, member_id, kind, name, created_at) SELECT hash, viewer_id(), what, label, at
  WHERE viewer_id() IS NOT NULL RETURNING id
$$;
CREATE OR REPLACE FUNCTION feed_token_find(hash bytea, what text, at timestamptz) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE feed_tokens SET last_used_at = at WHERE token_hash = hash AND kind = what AND revoked_at IS NULL
    AND member_as_viewer(member_id) IS NOT NULL AND (last_used_at IS NULL OR last_used_at < at - interval '1 minute');
  SELECT member_as_viewer(f.member_id) FROM feed_tokens f WHERE f.token_hash = hash AND f.kind = what AND f.revoked_at IS NULL
$$;
CREATE OR REPLACE FUNCTION own_feed_tokens(what text) RETURNS TABLE (id uuid, name text, created_at timestamptz,
  last_used_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.name, f.created_at, f.last_used_at, f.revoked_at
  FROM feed_tokens f WHERE f.member_id = signed_in_id() AND f.kind = what ORDER BY f.created_at DESC, f.id
$$;
DROP FUNCTION IF EXISTS own_feed_token_revoke(uuid, timestamptz);
CREATE OR REPLACE FUNCTION own_feed_token_revoke(token uuid, what text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE feed_tokens SET revoked_at = at WHERE id = token AND kind = what AND member_id = signed_in_id() AND revoked_at IS NULL;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION passkey_find(credential bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('id', p.id, 'memberId', p.member_id, 'publicKey', encode(p.public_key, 'hex'), 'counter', p.counter)
  FROM passkeys p WHERE p.credential_id = credential AND may_sign_in(p.member_id)
$$;
-- False where another answer with the same counter was faster.
CREATE OR REPLACE FUNCTION passkey_note_use(passkey uuid, before bigint, after bigint, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkeys SET counter = after, last_used_at = at WHERE id = passkey AND counter = before;
  RETURN FOUND;
END $$;
CREATE OR REPLACE FUNCTION own_passkeys() RETURNS TABLE (id uuid, name text, credential_id bytea, transports text[],
  created_at timestamptz, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name, p.credential_id, p.transports, p.created_at, p.last_used_at
  FROM passkeys p WHERE p.member_id = signed_in_id() ORDER BY p.created_at, p.id
$$;
-- Null where another passkey has this credential already.
CREATE OR REPLACE FUNCTION own_passkey_keep(credential bytea, key bytea, count bigint, ways text[], label text, at timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO passkeys (member_id, credential_id, public_key, counter, transports, name, created_at)
  VALUES (signed_in_id(), credential, key, count, ways, label, at)
  ON CONFLICT (credential_id) DO NOTHING RETURNING id
$$;
CREATE OR REPLACE FUNCTION own_passkey_name(passkey uuid, label text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkeys SET name = label WHERE id = passkey AND member_id = signed_in_id();
  RETURN FOUND;
END $$;
CREATE OR REPLACE FUNCTION own_passkey_remove(passkey uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM passkeys WHERE id = passkey AND member_id = signed_in_id();
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION secrets_of(member uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('memberId', m.id, 'passwordHash', p.hash, 'sealedSecret', encode(t.sealed_secret, 'hex'), 'lastStep', t.last_step)
  FROM members m LEFT JOIN passwords p ON p.member_id = m.id LEFT JOIN totps t ON t.member_id = m.id
  WHERE m.id = member AND may_sign_in(m.id)
$$;
REVOKE ALL ON FUNCTION secrets_of(uuid) FROM PUBLIC;
CREATE OR REPLACE FUNCTION secrets_by_email(address text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT secrets_of(id) FROM members WHERE email = address AND left_at IS NULL
$$;
CREATE OR REPLACE FUNCTION own_email() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT email FROM members WHERE id = signed_in_id()
$$;
CREATE OR REPLACE FUNCTION own_secrets() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT secrets_of(signed_in_id())
$$;
-- False where this step, or a newer one, was taken already: one statement, so that of two at once one is refused.
CREATE OR REPLACE FUNCTION totp_take(member uuid, step bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE totps SET last_step = step WHERE member_id = member AND last_step < step;
  RETURN FOUND;
END $$;
CREATE OR REPLACE FUNCTION recovery_code_take(member uuid, hash bytea, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE recovery_codes SET used_at = at WHERE member_id = member AND code_hash = hash AND used_at IS NULL;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION own_password_keep(password_hash text, sealed bytea, step bigint, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO passwords VALUES (signed_in_id(), password_hash, at)
  ON CONFLICT (member_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at;
  INSERT INTO totps VALUES (signed_in_id(), sealed, step, at)
  ON CONFLICT (member_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, last_step = excluded.last_step, set_at = excluded.set_at
$$;
CREATE OR REPLACE FUNCTION own_password_remove() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM totps WHERE member_id = signed_in_id();
  DELETE FROM passwords WHERE member_id = signed_in_id();
  RETURN FOUND;
END $$;
CREATE OR REPLACE FUNCTION own_recovery_codes_keep(hashes bytea[], at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM recovery_codes WHERE member_id = signed_in_id();
  INSERT INTO recovery_codes (member_id, code_hash, issued_at) SELECT signed_in_id(), hash, at FROM unnest(hashes) AS hash
$$;
-- Which ways in a member has: kinds, dates and counts. Locks the member, so that two removals at once do not leave none.
CREATE OR REPLACE FUNCTION own_ways_in() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE answer jsonb;
BEGIN
  PERFORM 1 FROM members WHERE id = signed_in_id() FOR NO KEY UPDATE;
  SELECT jsonb_build_object(
    'passkeys', (SELECT count(*) FROM passkeys WHERE member_id = signed_in_id()),
    'passwordSetAt', (SELECT set_at FROM passwords WHERE member_id = signed_in_id()),
    'recoveryCodesLeft', (SELECT count(*) FROM recovery_codes WHERE member_id = signed_in_id() AND used_at IS NULL),
    'recoveryCodesIssuedAt', (SELECT max(issued_at) FROM recovery_codes WHERE member_id = signed_in_id())) INTO answer;
  RETURN answer;
END $$;

CREATE OR REPLACE FUNCTION challenge_keep(hash bytea, why text, whose uuid, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sign_in_challenges VALUES (hash, why, whose, expires)
$$;
CREATE OR REPLACE FUNCTION challenge_take(hash bytea, why text, whose uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sign_in_challenges
  WHERE challenge_hash = hash AND purpose = why AND subject IS NOT DISTINCT FROM whose AND expires_at > now();
  RETURN FOUND;
END $$;

-- Counts this attempt where fewer than `most` were made in the window; all processes queue on the key while they count.
CREATE OR REPLACE FUNCTION attempt_take(why text, key bytea, most integer, within interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(why || encode(key, 'hex'), 0));
  IF (SELECT count(*) FROM attempts WHERE purpose = why AND key_hash = key AND at > clock_timestamp() - within) >= most THEN
    RETURN false;
  END IF;
  INSERT INTO attempts (purpose, key_hash, at) VALUES (why, key, clock_timestamp());
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION attempts_spent(why text, key bytea, most integer, within interval) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) >= most FROM attempts WHERE purpose = why AND key_hash = key AND at > clock_timestamp() - within
$$;
CREATE OR REPLACE FUNCTION attempts_forget(why text, key bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM attempts WHERE purpose = why AND key_hash = key
$$;

-- What has ended by itself and is no record.
CREATE OR REPLACE FUNCTION sign_in_sweep() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sessions WHERE expires_at <= now();
  DELETE FROM sign_in_challenges WHERE expires_at <= now();
  DELETE FROM attempts WHERE at < now() - interval '2 days';
  DELETE FROM member_devices WHERE last_seen_at < now() - interval '400 days'
$$;

GRANT EXECUTE ON FUNCTION session_start(bytea, uuid, timestamptz, timestamptz, timestamptz, text, bytea), session_find(bytea),
  session_extend(bytea, timestamptz), session_confirm(uuid, timestamptz), session_end(bytea), sessions_end_of(uuid), own_sessions(),
  own_session_viewer(uuid), own_session_end(uuid), own_sessions_end(uuid), device_note(bytea),
  api_token_issue(bytea, uuid, text, text[], timestamptz), api_token_find(bytea, timestamptz), own_tokens(), own_token_revoke(uuid, timestamptz),
  own_tokens_live(timestamptz), own_tokens_revoke(timestamptz),
  own_feed_token_keep(bytea, text, text, timestamptz), feed_token_find(bytea, text, timestamptz), own_feed_tokens(text),
  own_feed_token_revoke(uuid, text, timestamptz),
  passkey_find(bytea), passkey_note_use(uuid, bigint, bigint, timestamptz), own_passkeys(),
  own_passkey_keep(bytea, bytea, bigint, text[], text, timestamptz), own_passkey_name(uuid, text), own_passkey_remove(uuid),
  secrets_by_email(text), own_email(), own_secrets(), totp_take(uuid, bigint), recovery_code_take(uuid, bytea, timestamptz),
  own_password_keep(text, bytea, bigint, timestamptz), own_password_remove(), own_recovery_codes_keep(bytea[], timestamptz), own_ways_in(),
  challenge_keep(bytea, text, uuid, timestamptz), challenge_take(bytea, text, uuid),
  attempt_take(text, bytea, integer, interval), attempts_spent(text, bytea, integer, interval), attempts_forget(text, bytea), sign_in_sweep() TO ribera_web;
