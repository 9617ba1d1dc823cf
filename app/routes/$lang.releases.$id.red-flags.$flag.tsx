import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAskedFlags } from "~/domain/releases/asked-flags.server";
import { placeOf } from "~/domain/releases/reading";
import { listStatisticsOf } from "~/domain/releases/releases.server";
import { publicPage } from "~/http/caching";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { i18nOf } from "~/i18n/i18n.server";
import { titleInData } from "~/ui/page/titled";
import { ReleaseFlagPage } from "~/ui/releases/release-flag-page";
import { asReader, db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const by = await viewerOf(request);
  const roundId = requireId(params.id);
  const redFlag = params.flag ?? "";
  const [{ flags }, statistics] = await asReader(db, by, (tx) =>
    Promise.all([listAskedFlags(tx, { roundId, by }), listStatisticsOf(tx, { redFlag, by })]),
  );
  const at = flags.findIndex(({ publicId }) => publicId === redFlag);
  const flag = flags[at];
  const found = statistics.find(({ round }) => round.id === roundId);
  if (!flag || !found) throw notFound();
  return {
    title: i18nOf(language).t("releases:flag.title", { id: redFlag }),
    round: found.round,
    release: found.release,
    flag,
    place: placeOf(redFlag),
    previous: flags[at - 1]?.publicId,
    next: flags[at + 1]?.publicId,
    timeZone: zoneOf(by),
  };
}

export default function ReleaseFlag() {
  return <ReleaseFlagPage {...useLoaderData<typeof loader>()} />;
}
