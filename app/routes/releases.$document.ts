import type { LoaderFunctionArgs } from "@remix-run/node";
import { releaseAsCsv } from "~/domain/exports/release-csv.server";
import { findRelease } from "~/domain/releases/releases.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { releaseWords } from "~/http/release-words.server";
import { viewerOf } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** `/releases/{roundId}.csv`: the figures of a release as this asker may read them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, id] = /^(.+)\.csv$/.exec(params.document ?? "") ?? [];
  const roundId = requireId(id);
  const found = await findRelease(db, { roundId, by: await viewerOf(request) });
  if (!found) throw notFound();
  return new Response(releaseAsCsv({ ...found, words: releaseWords }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${roundId}.csv`)}`,
    },
  });
}
