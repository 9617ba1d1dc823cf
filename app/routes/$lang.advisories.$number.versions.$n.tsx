import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { readAdvisory } from "~/domain/advisories/reading.server";
import { listReplies } from "~/domain/replies/replies.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { AdvisoryPage } from "~/ui/advisory/advisory-page";
import { describe, firstWords, titleInData } from "~/ui/page/titled";
import { asReader, db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  if (!/^[1-9]\d{0,5}$/.test(params.n ?? "")) throw notFound();
  const viewer = await viewerOf(request);
  const [number, n] = [params.number ?? "", Number(params.n)];
  const [view, replies] = await asReader(db, viewer, (tx) =>
    Promise.all([
      findAdvisory(tx, viewer, number, n),
      listReplies(tx, viewer, { advisory: number, citedBy: [n] }),
    ]),
  );
  if (!view) throw notFound();

  const advisory = readAdvisory(view, { language, words });
  return {
    title: [advisory.number, advisory.title?.text].filter(Boolean).join(" "),
    description: firstWords(advisory.summary?.html),
    advisory,
    replies,
    otherLanguage: advisory.translation.other,
  };
}

export default function Version() {
  const { advisory, replies } = useLoaderData<typeof loader>();
  return <AdvisoryPage advisory={advisory} replies={replies} led />;
}
