import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AuditKey, openAuditKey } from "~/domain/audit/audit-key.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { signCheckpoint } from "~/domain/audit/sign-checkpoint.server";
import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { readWitness, witnessFile } from "~/domain/audit/witness.server";
import type { Member } from "~/domain/members/viewer";
import { runJobs } from "~/jobs/run-jobs.server";
import { signAuditCheckpoint } from "~/jobs/sign-audit-checkpoint";
import { asViewer, connect, type Pool } from "~db/client.server";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let all: Pool;
let analyst: Member;
let dataDir: string;
let key: AuditKey;

beforeEach(async () => {
  world = await freshDatabase();
  all = connect(world.ownerUrl, { max: 2 });
  analyst = await aMember(world);
  dataDir = await mkdtemp(join(tmpdir(), "ribera-audit-"));
  key = await openAuditKey({ dataDir, pem: undefined });
});
afterEach(async () => {
  await all.close();
  await world.close();
  await rm(dataDir, { recursive: true });
});

const write = (id: string) =>
  asViewer(world.db, analyst, (tx) =>
    recordEvent(tx, {
      action: "draft.saved",
      subject: { kind: "draft", id },
      detail: { revision: 3, paths: ["título", 'señal\t"1"'], rate: 0.5 },
      at: new Date("2026-11-22T10:00:00.120Z"),
    }),
  );

async function writeTen() {
  for (let n = 1; n <= 10; n++) await write(`D-${n}`);
}

const sign = () =>
  signCheckpoint(world.db, {
    key,
    witness: witnessFile(dataDir),
    signedSeq: 0,
    at: new Date("2026-11-22T10:01:00Z"),
  });

async function verify() {
  const witness = (await readWitness(witnessFile(dataDir))) ?? {
    checkpoints: [],
    keys: new Map(),
    unreadable: [],
  };
  return verifyAudit(all.db, { witness, keys: new Map([[key.id, key.publicKey]]) });
}
const faults = async () => (await verify()).faults.map(({ kind, seq }) => `${kind} ${seq}`);

/** As whoever rules the database: no trigger stands in the way. */
const tamper = (statement: string) =>
  world.owner.begin(async (tx) => {
    await tx.unsafe("SET LOCAL session_replication_role = replica");
    await tx.unsafe(statement);
  });

/** Makes the chain agree with itself again, as a careful intruder would. */
const rehash = `
  DO $$
  DECLARE event audit_events; link bytea := sha256('ribera'); n bigint := 0; line text;
  BEGIN
    FOR event IN SELECT * FROM audit_events ORDER BY seq LOOP
      n := n + 1;
      line := jsonb_build_array(n, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event.member_id,
        event.organisation_id, event.action, event.subject_kind, event.subject_id, event.detail)::text;
      UPDATE audit_events SET seq = n, canonical = line, previous_hash = link, hash = sha256(link || convert_to(line, 'UTF8'))
        WHERE seq = event.seq;
      link := sha256(link || convert_to(line, 'UTF8'));
    END LOOP;
    UPDATE audit_head SET seq = n, hash = link;
  END $$`;

describe("an audit log that nobody touched", () => {
  test("is whole, empty or not, signed or not", async () => {
    expect(await verify()).toEqual({ events: 0, checkpoints: 0, signedUpTo: 0, faults: [] });
    await writeTen();
    expect(await verify()).toEqual({ events: 10, checkpoints: 0, signedUpTo: 0, faults: [] });
    await sign();
    await write("D-11");
    expect(await verify()).toEqual({ events: 11, checkpoints: 1, signedUpTo: 10, faults: [] });
  });

  test("is one chain after many have written at once", async () => {
    await Promise.all(Array.from({ length: 120 }, (_, n) => write(`P-${n}`)));
    await sign();
    expect(await verify()).toEqual({ events: 120, checkpoints: 1, signedUpTo: 120, faults: [] });
  });

  test("has no hole where an act was rolled back", async () => {
    await write("D-1");
    const refusedAct = asViewer(world.db, analyst, async (tx) => {
      await recordEvent(tx, { action: "draft.saved", subject: { kind: "draft", id: "D-2" }, at: new Date() });
      throw new Error("the act failed");
    });
    await expect(refusedAct).rejects.toThrow("the act failed");
    await write("D-3");
    expect(await verify()).toMatchObject({ events: 2, faults: [] });
  });
});

describe("an audit log that was tampered with", () => {
  beforeEach(async () => {
    await writeTen();
    await sign();
  });

  test("cannot be so by its owner in passing: triggers refuse edit, deletion and truncation", async () => {
    for (const statement of [
      "UPDATE audit_events SET action = 'x' WHERE seq = 3",
      "DELETE FROM audit_events WHERE seq = 3",
      "TRUNCATE audit_events",
    ]) {
      await expect(world.owner.unsafe(statement)).rejects.toThrow("append-only");
    }
  });

  test.each([
    ["an edited column", "UPDATE audit_events SET subject_id = 'D-99' WHERE seq = 4", ["columns_differ 4"]],
    [
      "an edited detail",
      `UPDATE audit_events SET detail = detail || '{"revision": 4}' WHERE seq = 4`,
      ["columns_differ 4"],
    ],
    [
      "another member's name on it",
      "UPDATE audit_events SET member_id = gen_random_uuid() WHERE seq = 4",
      ["columns_differ 4"],
    ],
    ["another time", "UPDATE audit_events SET at = at + interval '1 ms' WHERE seq = 4", ["columns_differ 4"]],
    [
      "an edited text with its columns",
      "UPDATE audit_events SET subject_id = 'D-99', canonical = replace(canonical, 'D-4', 'D-99') WHERE seq = 4",
      ["content_changed 4"],
    ],
    [
      "an edit hashed anew",
      `UPDATE audit_events SET subject_id = 'D-99', canonical = replace(canonical, 'D-4', 'D-99'),
       hash = sha256(previous_hash || convert_to(replace(canonical, 'D-4', 'D-99'), 'UTF8')) WHERE seq = 4`,
      ["link_broken 5"],
    ],
    ["a deletion in the middle", "DELETE FROM audit_events WHERE seq IN (4, 5)", ["events_missing 4"]],
    ["a deletion of the first", "DELETE FROM audit_events WHERE seq = 1", ["events_missing 1"]],
    [
      "a reorder",
      "UPDATE audit_events SET seq = CASE seq WHEN 4 THEN 5 ELSE 4 END WHERE seq IN (4, 5)",
      ["columns_differ 4", "columns_differ 5", "link_broken 4", "link_broken 5", "link_broken 6"],
    ],
    [
      "an insert after the end",
      `INSERT INTO audit_events SELECT 11, at, member_id, organisation_id, action, subject_kind, subject_id, detail,
       replace(canonical, '[10,', '[11,'), hash, sha256(hash || convert_to(replace(canonical, '[10,', '[11,'), 'UTF8'))
       FROM audit_events WHERE seq = 10`,
      ["head_differs 11"],
    ],
    [
      "an insert before the beginning",
      `INSERT INTO audit_events SELECT 0, at, member_id, organisation_id, action, subject_kind, subject_id, detail,
       canonical, previous_hash, hash FROM audit_events WHERE seq = 1`,
      ["events_uncounted 10"],
    ],
    ["a cut tail", "DELETE FROM audit_events WHERE seq > 7", ["head_differs 10", "signed_end_missing 10"]],
    ["a removed head", "DELETE FROM audit_head", ["head_missing 10"]],
  ])("shows %s", async (_, statement, expected) => {
    // Keys would refuse a few of these; whoever rules the database drops them first.
    await world.owner.unsafe("ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey");
    await tamper(statement);
    expect((await faults()).sort()).toEqual([...expected].sort());
  });

  test("shows an insert in the middle with everything after it renumbered and hashed anew", async () => {
    await world.owner.unsafe("ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey");
    await tamper("UPDATE audit_events SET seq = seq + 1 WHERE seq > 4");
    await tamper(`INSERT INTO audit_events SELECT 5, at, member_id, organisation_id, action, subject_kind, 'put in', detail,
                  canonical, previous_hash, hash FROM audit_events WHERE seq = 4`);
    await tamper(rehash);
    expect(await faults()).toEqual(["signed_hash_differs 10"]);
  });

  test("shows an edit after which the whole chain was hashed anew", async () => {
    await tamper("UPDATE audit_events SET subject_id = 'D-99' WHERE seq = 4");
    await tamper(rehash);
    expect(await faults()).toEqual(["signed_hash_differs 10"]);
  });

  test("shows a cut tail even where the head was made to agree", async () => {
    await tamper("DELETE FROM audit_events WHERE seq > 7");
    await tamper(rehash);
    expect(await faults()).toEqual(["signed_end_missing 10"]);
  });

  test("shows a cut tail even where head and checkpoints of the database were made to agree", async () => {
    await tamper("DELETE FROM audit_events WHERE seq > 7");
    await tamper("DELETE FROM audit_checkpoints");
    await tamper(rehash);
    expect((await faults()).sort()).toEqual(["checkpoint_removed 10", "signed_end_missing 10"]);
  });

  test("shows a truncation even where nothing is left in the database that remembers", async () => {
    await tamper("TRUNCATE audit_events, audit_checkpoints");
    await tamper("UPDATE audit_head SET seq = 0, hash = sha256('ribera')");
    expect((await faults()).sort()).toEqual(["checkpoint_removed 10", "signed_end_missing 10"]);
  });

  test("shows a checkpoint that another key signed", async () => {
    const stranger = await openAuditKey({ dataDir: join(dataDir, "elsewhere"), pem: undefined });
    await tamper("DELETE FROM audit_events WHERE seq > 7");
    await tamper("DELETE FROM audit_checkpoints");
    await tamper(rehash);
    await signCheckpoint(world.db, {
      key: stranger,
      witness: join(dataDir, "elsewhere.jsonl"),
      signedSeq: 0,
      at: new Date(),
    });
    expect(await faults()).toContain("checkpoint_key_unknown 7");
  });

  test("shows a checkpoint whose hash was replaced", async () => {
    await tamper("UPDATE audit_checkpoints SET hash = sha256('x')");
    expect((await faults()).sort()).toEqual(["checkpoint_forged 10", "signed_hash_differs 10"]);
  });

  test("shows a witness file that was scribbled in", async () => {
    const file = witnessFile(dataDir);
    writeFileSync(file, readFileSync(file, "utf8").replace('"seq":10', '"seq":9').concat("{}\n"));
    expect((await faults()).sort()).toEqual([
      "checkpoint_forged 9",
      "checkpoint_removed 9",
      "signed_hash_differs 9",
      "witness_unreadable 2",
    ]);
  });
});

describe("checkpoints", () => {
  test("follow the log while they are kept, and its very end at the stop", async () => {
    const jobs = runJobs(() => world.db, [signAuditCheckpoint({ dataDir, auditKey: undefined })]);
    await writeTen();
    await jobs.stop();
    expect(await verify()).toMatchObject({ events: 10, signedUpTo: 10, faults: [] });
  });

  test("are signed by one key, made once and readable by its owner alone", async () => {
    const again = await Promise.all([1, 2, 3].map(() => openAuditKey({ dataDir, pem: undefined })));
    expect(again.map(({ id }) => id)).toEqual([key.id, key.id, key.id]);
  });
});
