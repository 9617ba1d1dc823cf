import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { isAuthorityStaff } from "~/domain/members/viewer";
import { mayReadOwnQuestions, mayReadQueue } from "~/domain/questions/question.policy";
import { listQuestions, questionFilters } from "~/domain/questions/questions.server";
import { notFound } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { QuestionsPage } from "~/ui/questions/questions-page";
import { db } from "~db/client.server";

export const handle = { title: "questions:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  if (!mayReadQueue(by) && !mayReadOwnQuestions(by)) throw notFound();
  const asked = new URL(request.url).searchParams;
  const chosen = {
    state: asked.get("state") ?? "",
    advisory: asked.get("advisory") ?? "",
    redFlag: asked.get("redFlag") ?? "",
  };
  const at = now();
  const state = questionFilters.find((one) => one === chosen.state);
  const [all, items] = await Promise.all([
    listQuestions(db, by, at),
    listQuestions(db, by, at, { state, advisory: chosen.advisory, redFlag: chosen.redFlag }),
  ]);
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((one) => one !== null))].sort();
  return {
    items: items.map(
      ({ id, number, redFlag, version, language, body, askedOn, state, age, takenByName, given }) => ({
        ...{ id, number, redFlag, version, language, body, askedOn, state, age, takenByName, given },
      }),
    ),
    ages: all.filter(({ state }) => state === "asked" || state === "taken").map(({ age }) => age),
    staff: isAuthorityStaff(by),
    chosen: { ...chosen, state: state ?? "" },
    advisories: distinct(all.map(({ number }) => number)),
    redFlags: distinct(all.map(({ redFlag }) => redFlag)),
  };
}

export default function Questions() {
  return <QuestionsPage {...useLoaderData<typeof loader>()} />;
}
