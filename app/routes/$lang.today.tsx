import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayReadBoards } from "~/domain/adoption/adoption.policy";
import { listBoards } from "~/domain/adoption/boards.server";
import { listOwnItems } from "~/domain/adoption/own-work.server";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { listRoundsToAnswer } from "~/domain/answers/rounds-to-answer.server";
import { maySignAnswers } from "~/domain/answers/sheet.policy";
import { listCommitments } from "~/domain/commitments/commitments.server";
import { listDesk } from "~/domain/drafts/desk-list.server";
import { daysAfter, lapsingDays } from "~/domain/invitations/invitation";
import { listInvitations } from "~/domain/invitations/invitations.server";
import { isAuthorityStaff, type Member } from "~/domain/members/viewer";
import { mayManagePeople } from "~/domain/people/people.policy";
import { countQuestions } from "~/domain/questions/questions.server";
import { listReleases } from "~/domain/releases/releases.server";
import { isBeingCounted, stateOf } from "~/domain/rounds/round";
import { mayPlanRounds } from "~/domain/rounds/round.policy";
import { listRounds } from "~/domain/rounds/rounds.server";
import { listRoundtables } from "~/domain/roundtables/roundtables.server";
import { search } from "~/domain/search/search.server";
import { listOrganisations } from "~/domain/vetting/organisation-list.server";
import { findOwnApplication } from "~/domain/vetting/own-application.server";
import { ownStep } from "~/domain/vetting/own-step";
import { vettingToDo } from "~/domain/vetting/to-do";
import { dayOf, daysBetween } from "~/domain/vetting/vetting";
import { mayInviteOrganisation } from "~/domain/vetting/vetting.policy";
import { dayIn } from "~/http/adoption.server";
import { requireLanguage } from "~/http/language";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { TodayPage } from "~/ui/today/today-page";
import { db } from "~db/client.server";

export const handle = { title: "today:title" };

const mostNew = 6;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const member = await requireMember(request);
  const at = now();
  const [found, drafts, vetting, house, adoption, questions, rounds, roundtables] = await Promise.all([
    search(db, member, { language, status: "published" }),
    isAuthorityStaff(member) ? listDesk(db, member) : null,
    mayInviteOrganisation(member) ? vettingWork(member, at) : null,
    mayManagePeople(member) ? houseWork(member, at) : null,
    mayReadBoards(member) ? adoptionWork(member, at) : null,
    questionWork(member, at),
    roundWork(member, at),
    roundtableWork(member, at),
  ]);
  return {
    name: member.name,
    organisation: member.organisation,
    timeZone: member.timeZone,
    newest: found.ok ? found.value.items.slice(0, mostNew) : [],
    waiting: drafts?.map((draft) => ({ ...draft, publishable: mayPublish(member, draft) })) ?? null,
    vetting,
    house,
    adoption,
    questions,
    rounds,
    roundtables,
  };
}

const latelyDays = 14;

async function questionWork(member: Member, at: Date) {
  const since = dayOf(daysAfter(at, -latelyDays));
  const { waiting, oldest, answered } = await countQuestions(db, member, since);
  if (isAuthorityStaff(member)) {
    const days = oldest === null ? 0 : daysBetween(oldest, dayOf(at));
    return waiting > 0 ? { for: "authority" as const, waiting, days } : null;
  }
  return answered > 0 ? { for: "institution" as const, answered } : null;
}

const nearDays = 7;

async function roundWork(member: Member, at: Date) {
  const [toAnswer, own, published] = await Promise.all([
    listRoundsToAnswer(db, member, { keys: await secretKeys(), at }),
    mayPlanRounds(member) ? listRounds(db, member) : [],
    member.organisationKind === "operator" ? [] : listReleases(db, { by: member }),
  ]);
  const near = daysAfter(at, nearDays);
  const since = daysAfter(at, -latelyDays);
  const closing = own.filter(
    (round) => stateOf(round, at) === "open" && round.closesAt !== null && round.closesAt <= near,
  );
  return {
    toAnswer,
    maySign: maySignAnswers(member),
    closing: closing.map(({ id, title, closesAt }) => ({ id, title, closesAt })),
    counting: own.filter((round) => isBeingCounted(round, at)).map(({ id, title }) => ({ id, title })),
    released: published
      .filter(({ publishedAt }) => publishedAt >= since)
      .slice(0, mostNew)
      .map(({ round: { id, title, authority } }) => ({ id, title, authority })),
  };
}

/** Sessions to come. One that is cancelled stays until it would have ended. */
async function roundtableWork(member: Member, at: Date) {
  const keys = await secretKeys();
  const sessions = await listRoundtables(db, member, { keys, at });
  const owed = await listCommitments(db, member, { keys });
  return {
    // Of what is over its record is still made.
    sessions: sessions
      .filter(({ endsAt, state }) => endsAt > at || state === "over")
      .map(({ id, title, state, startsAt, own }) => ({ id, title, state, startsAt, own })),
    owed: owed
      .filter(({ isOwn, state }) => isOwn && state === "open")
      .map(({ id, what, due }) => ({ id, what, due, isOverdue: due < dayIn(member.timeZone, at) })),
  };
}

async function adoptionWork(member: Member, at: Date) {
  const today = dayIn(member.timeZone, at);
  const [own, boards] = await Promise.all([listOwnItems(db, member), listBoards(db, member, { today })]);
  const news = boards.filter(
    ({ advisory, acknowledged, progress }) =>
      advisory !== null &&
      (progress.changed > 0 || (acknowledged?.version ?? 0) < (advisory.currentVersion ?? 0)),
  );
  return {
    today,
    own: own.slice(0, mostNew).map(({ number, publicId, dueOn }) => ({ number, publicId, dueOn })),
    more: own.length > mostNew,
    news: news.map(({ number, progress }) => ({ number, progress })),
  };
}

async function vettingWork(officer: Member, at: Date) {
  const { waiting, ending } = vettingToDo(await listOrganisations(db, officer, { at }), officer, dayOf(at));
  return {
    waiting: waiting.map(({ id, shortName, application, measure }) => ({
      id,
      shortName,
      application,
      measure,
    })),
    ending: ending.map(({ id, shortName, vettedUntil }) => ({ id, shortName, vettedUntil })),
  };
}

async function houseWork(administrator: Member, at: Date) {
  const [invitations, own] = await Promise.all([
    listInvitations(db, administrator),
    findOwnApplication(db, administrator, { at }),
  ]);
  return {
    invitations: invitations
      .filter(({ expiresAt }) => expiresAt <= daysAfter(at, lapsingDays))
      .map(({ id, email, expiresAt }) => ({ id, email, expiresAt, expired: expiresAt <= at })),
    vetting: own ? ownStep(own) : null,
  };
}

export default function Today() {
  return <TodayPage {...useLoaderData<typeof loader>()} />;
}
