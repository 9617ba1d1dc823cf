import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { isClosed } from "~/domain/adoption/adoption";
import { itemForm } from "~/domain/adoption/adoption.form";
import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { findBoard } from "~/domain/adoption/boards.server";
import { changeItem } from "~/domain/adoption/change-item.server";
import { listItemHistory } from "~/domain/adoption/item-history.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { readRedFlag } from "~/domain/advisories/red-flag-reading.server";
import type { Member } from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import { filtersIn, requireInstitution } from "~/http/adoption.server";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { atFields } from "~/http/screened";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { paths } from "~/paths";
import { ItemPage } from "~/ui/adoption/item-page";
import { titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const handle = { title: titleInData };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const by = await requireInstitution(request);
  const { board, row } = await rowOf(by, params);
  const advisory = board.advisory ? await findAdvisory(db, by, board.advisory.number) : undefined;
  const flag = advisory?.content.redFlags.find(({ id }) => id === row.indicatorId);
  const history = await listItemHistory(db, by, { number: board.number, publicId: row.publicId });
  return {
    title: row.publicId,
    number: board.number,
    version: board.advisory?.currentVersion ?? null,
    row,
    flag: advisory && flag ? readRedFlag(flag, { number: advisory.number, language, words }) : null,
    owners: board.owners,
    history,
    timeZone: by.timeZone,
    mayChange: mayWorkOnBoards(by) && !isClosed(row),
  };
}

async function rowOf(by: Member, params: LoaderFunctionArgs["params"]) {
  const board = await findBoard(db, by, params.number ?? "");
  const row = board?.rows.find(({ publicId }) => publicId === params.id);
  if (!board || !row) throw notFound();
  return { board, row };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const by = await requireInstitution(request);
  const number = params.number ?? "";
  const publicId = params.id ?? "";
  const form = await readForm(request, itemForm);
  if (!form.ok) {
    return answerRefusal(refused("does_not_fit", { errors: form.errors }), form.typed);
  }
  const { revision, seen, version, reviewed, back, ...given } = form.value;
  const outcome = await changeItem(db, {
    number,
    publicId,
    revision,
    seen,
    given,
    reviewedVersion: reviewed ? version : undefined,
    by,
    at: now(),
  });
  if (outcome.ok) {
    const filters = filtersIn(new URLSearchParams(back));
    return redirect(`${paths.board(language, number, filters)}#${paths.boardAnchor(publicId)}`);
  }
  if (outcome.reason !== "item_changed_meanwhile") {
    return answerRefusal(atFields(outcome, { note: String(form.typed.note ?? "") }), form.typed);
  }
  // Only to who may read the board: the other's words, to be compared with one's own.
  const { row } = await rowOf(by, params);
  return answerRefusal(refused(outcome.reason, { ...outcome.facts, theirs: row }), form.typed);
}

export default function Item() {
  return <ItemPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
