import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { importDocument } from "~/domain/imports/import-document.server";
import type { Member } from "~/domain/members/viewer";
import { computeRelease } from "~/domain/releases/compute-release.server";
import { storedRows } from "~/domain/releases/counted-round";
import { releaseHash } from "~/domain/releases/reckon-close.server";
import { subjectsOf } from "~/domain/releases/release";
import { countedQuestions } from "~/domain/rounds/questions";
import type { Db } from "~db/client.server";
import { aRound } from "./release";
import { numbersFrom, speech } from "./search-corpus";

const number = "BENCH-STATISTICS";
const redFlags = 60;
/** So many answer that the round has over a million answers. */
const institutions = 2100;
/** Rounds on the same red flags, a quarter apart, the last of them measured. */
const quarters = 4;
const title = { es: "Ronda de medición", en: "Measured round" };

type Wanted = { db: Db; owner: postgres.Sql; by: Member; onProgress(line: string): void };

/**
 * Fills the demo with a closed round of 60 red flags that 2,100 institutions answered, its ballots and its release as the close lays
 * them down, and three earlier rounds of the same figures, without ballots: their pages draw what changed since.
 */
export async function fillStatistics({ db, owner, by, onProgress }: Wanted) {
  onProgress(`A round of ${redFlags} red flags that ${institutions} institutions answered …`);
  const { say } = speech("es", numbersFrom(20_261_122));
  const file = {
    title: say(8),
    number,
    language: "es",
    regulator: "Supervisor",
    docType: "Alerta",
    date: "2025-06-01",
    redFlags: Array.from({ length: redFlags }, (_, n) => ({ n: n + 1, text: say(35) })),
  };
  const outcome = await importDocument(db, { file, publish: true, by, at: new Date() });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  const flags = await owner<{ id: string; publicId: string; versionId: string }[]>`
    select i.id, i.public_id as "publicId", f.version_id as "versionId" from indicators i
    join version_red_flags f on f.indicator_id = i.id join advisories a on a.id = i.advisory_id
    where a.number = ${number} order by i.n`;
  const rows = flags.map(({ publicId }, i) => ({ n: i + 1, redFlag: publicId, state: "active" }));

  const subjects = subjectsOf(
    rows.map(({ redFlag }) => redFlag),
    countedQuestions,
  );
  const ballots = aRound(institutions, subjects, institutions);
  onProgress("Computing, protecting and checking its release: about a minute …");
  const reckoned = await computeRelease({ subjects, ballots });
  if (!reckoned.ok) throw new Error(`refused: ${reckoned.reason}`);
  const stored = storedRows(reckoned.value, rows);
  const { rule, answered, groups } = reckoned.value;

  const audience = { jurisdictions: ["MX", "US"], sectors: [], organisations: [], members: [] };
  const marking = { tlp: "GREEN", audience: owner.json(audience), authorities: [by.organisationId] };
  const at = (quarter: number, day: number) => new Date(Date.UTC(2025, 9 + 3 * quarter, day));
  await owner.begin(async (tx) => {
    let last = "";
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const id = randomUUID();
      last = id;
      const [opened, closed] = [at(quarter, 1), at(quarter, 28)];
      const round = {
        authority_id: by.organisationId,
        version_id: flags[0]?.versionId ?? null,
        mode: "unattributed",
        title: tx.json(title),
        closes_at: closed,
        opened_at: opened,
        tlp: marking.tlp,
        audience: marking.audience,
      };
      await tx`insert into rounds ${tx({
        ...round,
        id,
        readers_statement: tx.json(title),
        invited: marking.audience,
        created_by: by.memberId,
        created_at: opened,
        opened_by: by.memberId,
        taken_at: closed,
        closed_at: closed,
      })}`;
      await tx`insert into round_rows ${tx(
        flags.map((flag, i) => ({
          round_id: id,
          n: i + 1,
          version_id: flag.versionId,
          indicator_id: flag.id,
        })),
      )}`;
      await tx`insert into releases ${tx({
        ...round,
        round_id: id,
        authorities: marking.authorities,
        published_at: closed,
        invited: answered,
        answered,
        rule: tx.json(rule),
        content_hash: releaseHash(reckoned.value),
      })}`;
      for (const { row, tables, breakdowns } of stored) {
        const flag = flags[row - 1];
        await tx`insert into release_tables ${tx({
          round_id: id,
          row,
          version_id: flag?.versionId ?? null,
          indicator_id: flag?.id ?? null,
          tables: tx.json(tables),
        })}`;
        await tx`insert into release_breakdowns ${tx({ round_id: id, row, groups: tx.json(groups), tables: tx.json(breakdowns) })}`;
      }
    }
    for (const { answers } of ballots)
      await tx`insert into ballots (id, round_id, answers) values (gen_random_uuid(), ${last}, ${tx.json(answers)})`;
  });
  await owner`vacuum analyze`;
}

/** The last of the rounds, how many answers stand behind it, and one of its red flags. */
export async function measuredRound(owner: postgres.Sql) {
  const [round] = await owner<{ id: string; answers: number; redFlag: string }[]>`
    select r.round_id as id, (select sum((select count(*) from jsonb_object_keys(b.answers))) from ballots b where b.round_id = r.round_id)::int as answers,
      ${`${number}#RF-30`} as "redFlag"
    from releases r where r.title = ${owner.json(title)} order by r.published_at desc limit 1`;
  if (!round) throw new Error("the kept store has no statistics: remove its folder");
  return round;
}
