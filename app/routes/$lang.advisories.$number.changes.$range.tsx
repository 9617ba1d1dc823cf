import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findTwoVersions } from "~/domain/advisories/advisories.server";
import { compareContents } from "~/domain/advisories/comparison";
import { saidIn } from "~/domain/advisories/reading";
import { versionsBetween } from "~/domain/advisories/versions-between";
import { listReplies } from "~/domain/replies/replies.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { i18nOf } from "~/i18n/i18n.server";
import { ChangesPage } from "~/ui/changes/changes-page";
import { titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const [, from, to] = /^([1-9]\d{0,5})\.\.\.([1-9]\d{0,5})$/.exec(params.range ?? "") ?? [];
  if (!from || !to || from === to) throw notFound();
  const viewer = await viewerOf(request);
  const found = await findTwoVersions(db, viewer, params.number ?? "", Number(from), Number(to));
  if (!found) throw notFound();

  const { before, after } = found;
  const { t } = i18nOf(language);
  const comparison = compareContents(before.content, after.content);
  const changed = new Set(comparison.redFlags.map(({ id }) => id));
  return {
    title: `${after.number} ${t("reading:changes.between", { from, to })}`,
    number: after.number,
    name: saidIn(language, after.content.title),
    from: { n: before.version, publishedAt: before.publishedAt.toISOString() },
    to: { n: after.version, publishedAt: after.publishedAt.toISOString() },
    note: saidIn(language, after.content.changeNote),
    comparison,
    unchangedFlags: after.content.redFlags.filter(({ id }) => !changed.has(id)).length,
    versions: after.versions.map(({ n }) => n),
    cameOf: await listReplies(db, viewer, {
      advisory: after.number,
      citedBy: versionsBetween(before.version, after.version),
    }),
  };
}

export default function Changes() {
  const { name, ...page } = useLoaderData<typeof loader>();
  return <ChangesPage {...page} title={name} />;
}
