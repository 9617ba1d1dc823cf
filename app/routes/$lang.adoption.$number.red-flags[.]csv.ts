import type { LoaderFunctionArgs } from "@remix-run/node";
import { findBoard } from "~/domain/adoption/boards.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { boardAsCsv } from "~/domain/exports/adoption-csv.server";
import { requireInstitution } from "~/http/adoption.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireInstitution(request);
  const board = await findBoard(db, by, params.number ?? "");
  if (!board) throw notFound();
  const view = board.advisory ? await findAdvisory(db, by, board.advisory.number) : undefined;
  return new Response(boardAsCsv(board, view), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${board.number}-adoption.csv`)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
