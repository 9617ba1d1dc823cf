import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import {
  aDraft,
  aFlag,
  anIssued,
  aSection,
  aStaff,
  at,
  clear,
  hashOf,
  type Staff,
  value,
} from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { freshDatabase, type World } from "../support/world";

// What a statement that slipped past every act could still not do: all of it is tried as the web role.

let world: World;
let lead: Staff;
let partner: Staff;
let outsider: Staff;
let officer: Member;
let advisoryId: string;
let versionId: string;
let draftId: string;
let number: string;
beforeAll(async () => {
  world = await freshDatabase();
  lead = await aStaff(world);
  partner = await aStaff(world);
  outsider = await aStaff(world);
  officer = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["compliance-officer", "approver", "publisher"],
  });
  ({ advisoryId, number } = await anIssued(world, lead, { redFlags: [aFlag(1)], sections: [aSection()] }));
  const [row] = await world.owner<
    { id: string }[]
  >`select id from advisory_versions where advisory_id = ${advisoryId}`;
  versionId = row?.id ?? "";
  ({ id: draftId } = await aDraft(world, lead, {}, [partner]));
});
afterAll(() => world.close());

/** Rows that the statement touched, or the code of the database's refusal. */
async function attempt(viewer: Viewer, statement: SQL): Promise<number | string> {
  class Undo extends Error {
    constructor(readonly rows: number) {
      super("undo");
    }
  }
  try {
    return await asViewer(world.db, viewer, async (tx): Promise<number> => {
      const result = await tx.execute(statement);
      throw new Undo(result.count);
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.rows;
    const { cause } = thrown as { cause?: { code?: string } };
    return cause?.code ?? String(thrown);
  }
}
/** Nothing happened: no row was there to touch, or the database said no. */
const nothing = (answer: number | string) =>
  answer === 0 || answer === "42501" || answer === "P0001" || answer === "428C9";

const everyone = () => ({ anonymous, officer, outsider: outsider.publisher, lead: lead.publisher });

describe("what was issued cannot be changed by anyone", () => {
  const changes = (): [string, SQL][] => [
    ["a version's content", sql`update advisory_versions set envelope = '{}'`],
    ["a version's hash", sql`update advisory_versions set content_hash = 'x'`],
    ["a group's name", sql`update version_details set content = '{}'`],
    ["a section", sql`update version_sections set content = '{}'`],
    ["what a flag names", sql`update red_flag_references set public_id = 'X#RF-01'`],
    ["how many red flags there were", sql`update advisories set next_red_flag = 1`],
    ["a red flag's words", sql`update version_red_flags set content = '{}'`],
    ["a version's readers", sql`update advisory_versions set readers = array['*']`],
    ["an advisory's readers", sql`update advisories set readers = array['*']`],
    ["an advisory's lead", sql`update advisories set lead_organisation_id = ${outsider.authority.id}`],
    ["a red flag's public id", sql`update indicators set public_id = 'X#RF-01'`],
    ["a red flag's home", sql`update indicators set advisory_id = ${advisoryId}`],
    ["a number", sql`update advisory_numbers set number = 'X'`],
    ["a version, by deleting it", sql`delete from advisory_versions`],
    ["a red flag, by deleting it", sql`delete from indicators`],
    ["a number, by deleting it", sql`delete from advisory_numbers`],
    ["everything, by emptying the table", sql`truncate version_sections`],
  ];
  test("as the web role, whoever asks", async () => {
    for (const [name, viewer] of Object.entries(everyone())) {
      for (const [what, statement] of changes()) {
        expect(nothing(await attempt(viewer, statement)), `${name}: ${what}`).toBe(true);
      }
    }
  });

  test("as the owner of the tables either", async () => {
    const { owner } = world;
    for (const statement of [
      "update advisory_versions set envelope = '{}'",
      "update version_details set tlp = 'CLEAR'",
      "delete from version_details",
      "update version_sections set tlp = 'CLEAR'",
      "update version_red_flags set content = '{}', current = false",
      "delete from version_attachments; delete from version_sections",
      "delete from version_red_flags",
      "truncate version_red_flags",
      "truncate advisory_versions cascade",
      "update indicators set public_id = 'X#RF-01'",
      "update indicators set n = n + 1",
      "delete from indicators",
      "update advisory_numbers set advisory_id = advisory_id",
      "delete from advisory_numbers",
    ]) {
      await expect(owner.unsafe(statement), statement).rejects.toThrow(/does not change|stays as it is/);
    }
    const [flag] = await owner`select count(*)::int as n from version_red_flags`;
    expect(flag?.n).toBe(1);
  });

  test("and nothing is added to it by another authority or an institution", async () => {
    const empty = sql`'{"jurisdictions":[],"sectors":[],"organisations":[],"members":[]}'::jsonb`;
    for (const by of [officer, outsider.publisher]) {
      const own = sql`array[${by.organisationId}::uuid]`;
      const tries: [string, SQL][] = [
        [
          "version",
          sql`insert into advisory_versions (advisory_id, n, envelope, typologies, content_hash, published_at, published_by, tlp, audience, authorities)
          values (${advisoryId}, 2, '{}', '{}', 'x', now(), ${by.memberId}, 'CLEAR', ${empty}, ${own})`,
        ],
        [
          "group",
          sql`insert into version_details (version_id, kind, position, content, tlp, audience, authorities)
          values (${versionId}, 'group', 9, '{}', 'CLEAR', ${empty}, ${own})`,
        ],
        [
          "reference",
          sql`insert into red_flag_references (version_id, indicator_id, kind, position, public_id, tlp, audience, authorities)
          select ${versionId}, id, 'combines-with', 9, 'X#RF-01', 'CLEAR', ${empty}, ${own} from indicators limit 1`,
        ],
        [
          "section",
          sql`insert into version_sections (version_id, section_id, position, content, tlp, audience, authorities)
          values (${versionId}, ${randomUUID()}, 9, '{}', 'CLEAR', ${empty}, ${own})`,
        ],
        [
          "red flag's id",
          sql`insert into indicators (id, public_id, advisory_id, n, state, first_published_at, tlp, audience, authorities)
          values (${randomUUID()}, ${`${number}#RF-09`}, ${advisoryId}, 9, 'active', now(), 'CLEAR', ${empty}, ${own})`,
        ],
        [
          "alias",
          sql`insert into advisory_numbers (folded, number, advisory_id, alias) values ('zz-1', 'ZZ-1', ${advisoryId}, true)`,
        ],
        [
          "advisory in the lead's name",
          sql`insert into advisories (number, type, origin, status, lead_organisation_id, created_at, tlp, audience, authorities)
          values ('ZZ-2', 'advisory', 'native', 'draft', ${lead.authority.id}, now(), 'CLEAR', ${empty}, ${own})`,
        ],
      ];
      for (const [what, statement] of tries) expect(await attempt(by, statement), what).toBe("42501");
    }
  });
});

describe("a clearance", () => {
  const insert = (by: Member, given: { member?: string; organisation?: string; kind?: string } = {}) =>
    attempt(
      by,
      sql`insert into clearances (draft_id, kind, member_id, organisation_id, content_hash, note, at)
        values (${draftId}, ${given.kind ?? "approval"}, ${given.member ?? by.memberId}, ${given.organisation ?? by.organisationId}, 'x', '', now())`,
    );

  test("is written in one's own name, authority and role", async () => {
    expect(await insert(lead.approver)).toBe(1);
    expect(await insert(lead.approver, { member: lead.approver2.memberId })).toBe("42501");
    expect(await insert(partner.approver, { organisation: lead.authority.id })).toBe("42501");
    expect(await insert(lead.approver, { kind: "legal" })).toBe("42501");
    expect(await insert(lead.analyst)).toBe("42501");
    expect(await insert(lead.en, { kind: "language-es" })).toBe("42501");
    expect(await insert(lead.es, { kind: "language-es" })).toBe(1);
    expect(await insert(outsider.approver)).toBe("42501");
    expect(await insert(officer)).toBe("42501");
  });

  test("is taken back by its giver alone, and not put back in force", async () => {
    value(await clear(world, lead.legal, draftId, "legal", await hashOf(world, draftId)));
    const takeBack = sql`update clearances set taken_back_at = now() where draft_id = ${draftId}`;
    expect(await attempt(lead.approver, takeBack)).toBe(0);
    expect(await attempt(lead.legal, takeBack)).toBe(1);
    expect(await attempt(lead.legal, sql`update clearances set taken_back_at = null`)).toBe("42501");
    expect(await attempt(lead.legal, sql`update clearances set content_hash = 'y'`)).toBe("42501");
    expect(await attempt(lead.legal, sql`delete from clearances`)).toBe("42501");
  });
});

test("an edit, a comment and its resolution are in one's own name", async () => {
  const edit = (by: Member, member: string) =>
    attempt(by, sql`insert into draft_edits values (${draftId}, 99, ${member}, now(), '{}', 'x')`);
  expect(await edit(lead.analyst, lead.analyst.memberId)).toBe(1);
  expect(await edit(lead.analyst, lead.legal.memberId)).toBe("42501");
  expect(await edit(outsider.analyst, outsider.analyst.memberId)).toBe("42501");
  expect(await attempt(lead.analyst, sql`delete from draft_edits`)).toBe("42501");
  expect(await attempt(lead.analyst, sql`update draft_edits set member_id = ${lead.legal.memberId}`)).toBe(
    "42501",
  );

  await world.owner`insert into draft_comments (draft_id, path, body, member_id, at) values (${draftId}, '', 'x', ${lead.legal.memberId}, ${at})`;
  const resolve = (by: Member, resolver: string) =>
    attempt(by, sql`update draft_comments set resolved_at = now(), resolved_by = ${resolver}`);
  expect(await resolve(lead.analyst, lead.analyst.memberId)).toBe(1);
  expect(await resolve(lead.analyst, lead.legal.memberId)).toBe("42501");
  expect(await resolve(outsider.analyst, outsider.analyst.memberId)).toBe(0);
  expect(await attempt(lead.legal, sql`update draft_comments set body = 'y'`)).toBe("42501");
});

test("an exception to the clearances is an administrator's, for their own authority", async () => {
  const except = (by: Member, organisation: string, approvals = 1) =>
    attempt(
      by,
      sql`insert into clearance_exceptions (organisation_id, several_kinds, approvals_needed, reason, set_by, set_at)
        values (${organisation}, true, ${approvals}, 'x', ${by.memberId}, now())`,
    );
  expect(await except(lead.administrator, lead.authority.id)).toBe(1);
  expect(await except(lead.administrator, lead.authority.id, 0)).toBe("23514");
  expect(await except(lead.publisher, lead.authority.id)).toBe("42501");
  expect(await except(lead.administrator, partner.authority.id)).toBe("42501");
  expect(await except(officer, officer.organisationId)).toBe("42501");
});

test.each([
  [
    "writing to the audit log",
    "insert into audit_events values (1, now(), null, null, 'x', 'x', 'x', '{}', '', '', '')",
  ],
  ["changing the audit log", "update audit_events set action = 'x'"],
  ["moving its head", "update audit_head set seq = 0"],
  ["forging a checkpoint", "insert into audit_checkpoints values (1, now(), '', 'x', '')"],
  ["reading sessions", "select * from sessions"],
  [
    "writing a session",
    "insert into sessions (id_hash, member_id, expires_at) select '', id, now() from members",
  ],
  ["reading tokens", "select * from api_tokens"],
  ["reading the demo's people", "select * from demo_personas"],
  ["giving oneself a role", "insert into member_roles select id, 'publisher', '' from members"],
  ["joining another organisation", "update members set organisation_id = organisation_id"],
  ["vetting an organisation", "update organisations set vetting = 'vetted'"],
  ["reading what search looks in", "select * from search_parts"],
  ["turning off the wall", "set row_security = off; select * from advisories"],
  ["becoming another role", "set role OWNER"],
  ["becoming another user", "set session authorization OWNER"],
  ["disabling triggers", "alter table version_sections disable trigger all"],
  ["making a function", "create function f() returns int language sql as 'select 1'"],
  ["reading the server's files", "select pg_read_file('/etc/passwd')"],
  ["running a program", "copy (select 1) to program 'id'"],
  ["reading passwords", "select * from pg_authid"],
])("%s is refused to everyone", async (_, written) => {
  const [owner] = await world.owner<{ name: string }[]>`select quote_ident(current_user) as name`;
  const statement = written.replace("OWNER", owner?.name ?? "");
  for (const [name, viewer] of Object.entries(everyone())) {
    for (const one of statement.split("; ").slice(-1)) {
      const setting = statement.includes("; ") ? statement.split("; ")[0] : undefined;
      const answer = await asViewer(world.db, viewer, async (tx) => {
        if (setting) await tx.execute(sql.raw(setting));
        await tx.execute(sql.raw(one));
        return "done";
      }).catch((thrown: { cause?: { code?: string } }) => thrown.cause?.code);
      expect(answer, name).toBe("42501");
    }
  }
});

describe("functions", () => {
  // Each is a door through the wall, opened on purpose: a new one has to be named here.
  const doors = [
    "access_end_of_member",
    "access_end_of_organisation",
    "administrators_of",
    "adoption_assigned_take",
    "adoption_due_take",
    "advisories_open_to",
    "answer_release",
    "api_token_find",
    "api_token_issue",
    "applicant_organisation",
    "application_settle",
    "application_submit",
    "asker_administers",
    "asker_organisation",
    "attempt_take",
    "attempts_forget",
    "attempts_spent",
    "audit_append",
    "audit_checkpoint_add",
    "audit_tip",
    "challenge_keep",
    "challenge_take",
    "commitment_reminders_take",
    "dead_letter_retry",
    "dead_letter_set_aside",
    "dead_letters_list",
    "demo_people",
    "device_note",
    "digest_batch_read",
    "digest_batch_settle",
    "digest_batch_take",
    "digest_run_steer",
    "digest_runs_list",
    "digest_zones",
    "digests_forget",
    "digests_gather",
    "digests_make",
    "due_publications",
    "embargo_refused",
    "emergencies_lapse_due",
    "emergency_spent",
    "feed_token_find",
    "file_removal_done",
    "file_removals_list",
    "idempotency_forget",
    "invitation_accept",
    "invitation_find",
    "invitation_letters",
    "is_officer_of",
    "job_turn_noted",
    "local_mail_clear",
    "local_mail_keep",
    "local_mail_list",
    "machine_health",
    "mail_event_note",
    "mail_pace_take",
    "master_key_begin",
    "master_key_holding",
    "master_key_reseal",
    "master_key_stale",
    "master_key_unspent",
    "master_keys_retire",
    "may_queue_notice",
    "measure_settle",
    "member_hindrance",
    "member_roles_set",
    "membership_end",
    "news_facts",
    "news_forget",
    "news_tell",
    "notices_forget",
    "notices_settle",
    "notices_take",
    "organisation_is_lone",
    "own_email",
    "own_feed_token_keep",
    "own_feed_token_revoke",
    "own_feed_tokens",
    "own_mail_stop",
    "own_passkey_keep",
    "own_passkey_name",
    "own_passkey_remove",
    "own_passkeys",
    "own_password_keep",
    "own_password_remove",
    "own_recovery_codes_keep",
    "own_roundtable_dates",
    "own_secrets",
    "own_session_end",
    "own_session_viewer",
    "own_sessions",
    "own_sessions_end",
    "own_token_revoke",
    "own_tokens",
    "own_tokens_live",
    "own_tokens_revoke",
    "own_ways_in",
    "passkey_find",
    "passkey_note_use",
    "points_claimed",
    "process_seen",
    "proposal_outcome",
    "proposals_arrive",
    "question_tell_asker",
    "question_tell_officers",
    "question_withdraw",
    "questions_named",
    "recovery_code_take",
    "red_flag_ordinal",
    "red_flags_open_to",
    "replies_told",
    "reply_opens",
    "reply_tell",
    "room_answers",
    "room_ballot_box",
    "room_ballot_cast",
    "room_entered",
    "room_hands_raised",
    "room_item_stands",
    "room_present",
    "room_sector",
    "room_speaks",
    "room_table",
    "room_voters_counted",
    "room_votes_counted",
    "round_audiences",
    "round_close",
    "round_counting",
    "round_empty",
    "round_hold",
    "round_invitees",
    "round_is_open",
    "round_keep_hold",
    "round_key",
    "round_key_keep",
    "round_let_go",
    "round_participation",
    "round_reminders_take",
    "round_signed",
    "round_take",
    "round_tell",
    "rounds_due",
    "roundtable_attendance",
    "roundtable_cleared",
    "roundtable_close",
    "roundtable_disclosures_told",
    "roundtable_end",
    "roundtable_fits",
    "roundtable_held",
    "roundtable_hold_say",
    "roundtable_hold_told",
    "roundtable_key_of",
    "roundtable_minute_comments_told",
    "roundtable_minutes_pending",
    "roundtable_open",
    "roundtable_proof",
    "roundtable_propose",
    "roundtable_purge_next",
    "roundtable_record",
    "roundtable_reminders_take",
    "roundtable_seal_check",
    "roundtable_seats_organisation",
    "roundtable_stands",
    "roundtable_tell",
    "roundtables_keep_time",
    "screened_count",
    "search_advisories",
    "search_facets",
    "secrets_by_email",
    "session_confirm",
    "session_end",
    "session_extend",
    "session_find",
    "session_start",
    "sessions_end_of",
    "sign_in_sweep",
    "signed_in_id",
    "similar_red_flags",
    "summaries_show",
    "summary_publish",
    "summary_standing",
    "summary_withdraw",
    "theme_is_of",
    "theme_is_replied",
    "totp_take",
    "vetting_end_due",
    "vetting_lock",
    "vetting_officers",
    "vetting_reminders_take",
    "viewer_adopts",
    "viewer_answers_reply",
    "viewer_answers_round",
    "viewer_asked",
    "viewer_authority",
    "viewer_chairs",
    "viewer_convenes",
    "viewer_country",
    "viewer_drafts_answer",
    "viewer_emergencies",
    "viewer_has_entered",
    "viewer_id",
    "viewer_in_roundtable",
    "viewer_institution",
    "viewer_is_invited",
    "viewer_issues",
    "viewer_keys",
    "viewer_leads",
    "viewer_may_clear",
    "viewer_organisation",
    "viewer_reads_breakdowns",
    "viewer_roles",
    "viewer_rooms",
    "viewer_runs_invitation",
    "viewer_runs_reply",
    "viewer_runs_round",
    "viewer_sends_people",
    "viewer_sits",
    "viewer_speaks_for",
    "viewer_vets",
    "viewer_writes_minutes",
  ];
  const ours = () => world.owner<
    { name: string; definer: boolean; web: boolean; everyone: boolean; path: string[] | null }[]
  >`
    select p.proname as name, p.prosecdef as definer, has_function_privilege('ribera_web', p.oid, 'EXECUTE') as web,
           exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as everyone,
           p.proconfig as path
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`;

  test("that run as the owner and that the web role may call are the doors, and no others", async () => {
    const open = (await ours()).filter(({ definer, web }) => definer && web).map(({ name }) => name);
    expect(open).toEqual(doors);
  });

  test("are granted to nobody by default", async () => {
    expect((await ours()).filter((one) => one.everyone).map(({ name }) => name)).toEqual([]);
  });

  test("that the web role may call as itself reckon, or read what it may read itself", async () => {
    const plain = (await ours()).filter(({ definer, web }) => !definer && web).map(({ name }) => name);
    expect(plain).toEqual(["readers_of", "search_fold", "search_page", "search_shown", "search_words_of"]);
  });

  test("that run as the owner look for names in the one schema, last of all in the caller's", async () => {
    const paths = (await ours())
      .filter(({ definer }) => definer)
      .map(({ name, path }) => `${name} ${path?.find((one) => one.startsWith("search_path"))}`);
    expect(paths.filter((one) => !one.endsWith("search_path=public, pg_temp"))).toEqual([]);
  });
});
