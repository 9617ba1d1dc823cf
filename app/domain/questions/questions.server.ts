import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Text } from "~/domain/advisories/advisory.form";
import { isAuthorityStaff, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  advisoryVersions,
  answerDrafts,
  indicators,
  members,
  questionAnswers,
  questionAskers,
  questions,
  versionRedFlags,
} from "~db/schema";
import { ageOf, stateOf } from "./question";
import { mayDraftAnswer, mayReadOwnQuestions, mayReadQueue } from "./question.policy";

export const questionFilters = ["waiting", "asked", "taken", "answered", "withdrawn"] as const;
export type QuestionFilter = (typeof questionFilters)[number];

type Wanted = {
  /** An advisory's number. */
  advisory?: string | undefined;
  /** A red flag's public id. */
  redFlag?: string | undefined;
  state?: QuestionFilter | undefined;
};

export type QuestionItem = Awaited<ReturnType<typeof listQuestions>>[number];

/** To staff of an authority what is asked of the advisories that it issues, what waits longest first; to an institution its own, newest first. */
export function listQuestions(db: Db, viewer: Viewer, at: Date, wanted: Wanted = {}) {
  return asViewer(db, viewer, async (tx) => {
    if (!mayReadQueue(viewer) && !mayReadOwnQuestions(viewer)) return [];
    const order = isAuthorityStaff(viewer)
      ? [
          sql`(${questions.answeredOn} is null and ${questions.withdrawnOn} is null) desc`,
          asc(questions.askedOn),
          asc(questions.id),
        ]
      : [desc(questionAskers.askedAt), asc(questions.id)];
    const rows = await items(tx)
      .where(and(...conditionsOf(wanted)))
      .orderBy(...order);
    return told(tx, rows, at);
  });
}

function conditionsOf({ advisory, redFlag, state }: Wanted): (SQL | undefined)[] {
  const waiting = and(isNull(questions.answeredOn), isNull(questions.withdrawnOn));
  const states: Record<QuestionFilter, SQL | undefined> = {
    waiting,
    asked: and(waiting, isNull(questions.takenOn)),
    taken: and(waiting, sql`${questions.takenOn} is not null`),
    answered: sql`${questions.answeredOn} is not null`,
    withdrawn: sql`${questions.withdrawnOn} is not null`,
  };
  return [
    advisory ? eq(advisories.foldedNumber, foldNumber(advisory)) : undefined,
    redFlag ? eq(indicators.publicId, redFlag) : undefined,
    state && states[state],
  ];
}

const items = (tx: Transaction) =>
  tx
    .select({
      id: questions.id,
      answerId: questions.answerId,
      number: advisories.number,
      leadOrganisationId: advisories.leadOrganisationId,
      authorities: advisories.authorities,
      currentVersion: advisories.currentVersion,
      version: advisoryVersions.n,
      title: sql<Text | null>`${advisoryVersions.envelope} -> 'title'`,
      redFlag: indicators.publicId,
      redFlagText: sql<Text | null>`${versionRedFlags.content} -> 'text'`,
      language: questions.language,
      body: questions.body,
      askedOn: questions.askedOn,
      takenOn: questions.takenOn,
      answeredOn: questions.answeredOn,
      withdrawnOn: questions.withdrawnOn,
      /** To the asking institution alone. */
      naming: questionAskers.naming,
      askedBy: questionAskers.askedBy,
      takenBy: members.id,
      takenByName: members.name,
      draft: answerDrafts,
      given: {
        n: questionAnswers.n,
        addressee: questionAnswers.addressee,
        withdrawnOn: questionAnswers.withdrawnOn,
      },
    })
    .from(questions)
    .leftJoin(advisories, eq(advisories.id, questions.advisoryId))
    .leftJoin(advisoryVersions, eq(advisoryVersions.id, questions.versionId))
    .leftJoin(indicators, eq(indicators.id, questions.indicatorId))
    .leftJoin(
      versionRedFlags,
      and(
        eq(versionRedFlags.versionId, questions.versionId),
        eq(versionRedFlags.indicatorId, questions.indicatorId),
      ),
    )
    .leftJoin(questionAskers, eq(questionAskers.questionId, questions.id))
    .leftJoin(answerDrafts, eq(answerDrafts.questionId, questions.id))
    .leftJoin(members, eq(members.id, answerDrafts.takenBy))
    .leftJoin(
      questionAnswers,
      and(eq(questionAnswers.answerId, questions.answerId), eq(questionAnswers.current, true)),
    )
    .$dynamic();

type Row = Awaited<ReturnType<typeof items>>[number];

async function told(tx: Transaction, rows: Row[], at: Date) {
  const named = await namedAskers(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    state: stateOf(row),
    age: ageOf(row, at),
    /** The asking institution, to an authority whom it let know. */
    asker: named.get(row.id) ?? null,
  }));
}

async function namedAskers(tx: Transaction, ids: string[]) {
  const rows = await tx.execute<{ question_id: string; short_name: string }>(
    sql`select question_id, short_name from questions_named(${sql.param(ids)}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.question_id, row.short_name]));
}

export type FoundQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

/** One question with every version of its answer that this viewer may see, and those of their colleagues who could take it. */
export function findQuestion(db: Db, viewer: Viewer, id: string, at: Date) {
  return asViewer(db, viewer, async (tx) => {
    const [item] = await told(tx, await items(tx).where(eq(questions.id, id)), at);
    if (!item) return undefined;
    const answers = await tx
      .select({
        n: questionAnswers.n,
        addressee: questionAnswers.addressee,
        question: questionAnswers.question,
        answer: questionAnswers.answer,
        correction: questionAnswers.correction,
        releasedOn: questionAnswers.releasedOn,
        withdrawnOn: questionAnswers.withdrawnOn,
        withdrawalReason: questionAnswers.withdrawalReason,
      })
      .from(questionAnswers)
      .where(eq(questionAnswers.answerId, item.answerId))
      .orderBy(desc(questionAnswers.n));
    const authorities = item.authorities ?? [];
    return { ...item, answers, colleagues: await writersOf(tx, viewer, authorities) };
  });
}

/** To whom this viewer may give a question of these authorities. */
async function writersOf(tx: Transaction, viewer: Viewer, authorities: string[]) {
  if (!mayDraftAnswer(viewer, { authorities })) return [];
  return tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.organisationId, viewer.organisationId),
        isNull(members.leftAt),
        sql`exists (select from member_roles r where r.member_id = ${members.id} and r.role in ('analyst', 'officer'))`,
      ),
    )
    .orderBy(asc(members.name), asc(members.id));
}

/** How many wait for this viewer's authority and since when the oldest; of an institution, how many of its own were answered lately. */
export function countQuestions(db: Db, viewer: Viewer, since: string) {
  return asViewer(db, viewer, async (tx) => {
    if (!mayReadQueue(viewer) && !mayReadOwnQuestions(viewer))
      return { waiting: 0, oldest: null, answered: 0 };
    const [row] = await tx
      .select({
        waiting: sql<number>`(count(*) filter (where answered_on is null and withdrawn_on is null))::int`,
        oldest: sql<
          string | null
        >`(min(asked_on) filter (where answered_on is null and withdrawn_on is null))::text`,
        answered: sql<number>`(count(*) filter (where answered_on >= ${since}::date))::int`,
      })
      .from(questions)
      .where(or(isNull(questions.answeredOn), sql`answered_on >= ${since}::date`));
    return row ?? { waiting: 0, oldest: null, answered: 0 };
  });
}
