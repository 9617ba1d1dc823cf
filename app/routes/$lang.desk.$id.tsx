import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findDraft } from "~/domain/drafts/drafts.server";
import { draftOf } from "~/http/drafts";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Tabs } from "~/ui/page/tabs";
import { db } from "~db/client.server";

export { shouldRevalidate } from "~/http/unanswered";

export const handle = { title: "desk:draft.title", wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const draft = await findDraft(db, by, draftId);
  if (!draft) throw notFound();
  // Closed while it stood open on someone's page: they are led to what became of it.
  if (draft.publishedAt) throw redirect(paths.advisory(language, draft.number));
  if (draft.discardedAt) throw redirect(paths.desk(language));
  const { id, number, baseVersion, content } = draft;
  return { id, number, baseVersion, type: content.type, title: content.title };
}

export default function DraftPage() {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { t: replies } = useTranslation("replies");
  const { id, number, baseVersion, type, title } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { pathname } = useLocation();
  const tab = (to: string, name: string) => ({ to, name, current: pathname === to });
  return (
    <article className="desk">
      <header className="draft-head">
        <p className="overline">
          <span>{term(`type.${type}`)}</span> <span className="number">{number}</span>{" "}
          <span>{baseVersion === null ? t("draft.first") : t("draft.amends", { n: baseVersion })}</span>
        </p>
        <h1>{title[language] || title.es || title.en || t("draft.untitled")}</h1>
      </header>
      <Tabs
        label={t("draft.views")}
        tabs={[
          tab(paths.draft(language, id), t("draft.write")),
          tab(paths.draftPart(language, id, "preview"), t("draft.preview")),
          ...(baseVersion === null
            ? []
            : [
                tab(paths.draftPart(language, id, "comparison"), t("draft.compare", { n: baseVersion })),
                tab(paths.draftPart(language, id, "feedback"), replies("cite.tab")),
              ]),
        ]}
      />
      <Outlet />
    </article>
  );
}
