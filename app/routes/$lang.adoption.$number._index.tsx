import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "~/clock.server";
import { isClosed, progressOf } from "~/domain/adoption/adoption";
import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { findBoard } from "~/domain/adoption/boards.server";
import { narrowBoard } from "~/domain/adoption/narrow-board";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { readRedFlag } from "~/domain/advisories/red-flag-reading.server";
import { dayIn, filtersIn, requireInstitution } from "~/http/adoption.server";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { paths } from "~/paths";
import { BoardPage } from "~/ui/adoption/board-page";
import { titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const handle = { title: titleInData };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const by = await requireInstitution(request);
  const number = params.number ?? "";
  const board = await findBoard(db, by, number);
  if (!board) {
    // There is none yet: the advisory's page is where it is begun.
    const advisory = await findAdvisory(db, by, number);
    if (!advisory) throw notFound();
    throw redirect(paths.advisory(language, advisory.number));
  }
  const advisory = board.advisory ? await findAdvisory(db, by, board.advisory.number) : undefined;
  const search = new URL(request.url).searchParams;
  const today = dayIn(by.timeZone, now());
  const texts = new Map(
    advisory?.content.redFlags.map((flag) => {
      const { anchor, heading, body } = readRedFlag(flag, { number: advisory.number, language, words });
      return [flag.id, { anchor, heading, body, mergedInto: flag.mergedInto }];
    }),
  );
  const rows = board.rows.map((row) => ({ ...row, printed: texts.get(row.indicatorId) ?? null }));
  const open = rows.filter((row) => !isClosed(row));
  const filters = filtersIn(search);
  const { rows: _, ...card } = board;
  return {
    title: board.number,
    board: card,
    progress: progressOf(open, today),
    found: narrowBoard(open, filters, { memberId: by.memberId, today }),
    closed: rows.filter(isClosed),
    filters,
    changed: changeIn(search),
    today,
    timeZone: by.timeZone,
    mayWork: mayWorkOnBoards(by),
  };
}

/** What a bulk change or its undoing has just done, as the address says it. */
function changeIn(search: URLSearchParams) {
  const count = (name: string) => Number(/^\d{1,4}$/.exec(search.get(name) ?? "")?.[0] ?? 0);
  const batch = z.uuid().safeParse(search.get("batch"));
  if (batch.success) return { batchId: batch.data, changed: count("changed"), kept: 0 };
  return search.has("restored")
    ? { batchId: null, changed: count("restored"), kept: count("kept") }
    : undefined;
}

export default function BoardRoute() {
  return <BoardPage {...useLoaderData<typeof loader>()} />;
}
