import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayAmend, mayDraft, mayWithdraw } from "~/domain/advisories/advisory.policy";
import { listDesk } from "~/domain/drafts/desk-list.server";
import { listIssued } from "~/domain/drafts/issued.server";
import { listProposals } from "~/domain/proposals/proposals.server";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { DraftTable } from "~/ui/desk/draft-table";
import { IssuedTable } from "~/ui/desk/issued-table";
import { db } from "~db/client.server";

export const handle = { title: "desk:list.title" };

const most = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const led = { leadOrganisationId: by.organisationId };
  return {
    q,
    timeZone: by.timeZone,
    mayDraft: mayDraft(by),
    mayAmend: mayAmend(by, led),
    mayWithdraw: mayWithdraw(by, led),
    proposals: (await listProposals(db, by)).filter(({ outcome }) => outcome === null).length,
    drafts: await listDesk(db, by),
    issued: await listIssued(db, by, { q, limit: most }),
  };
}

export default function Desk() {
  const { t } = useTranslation("desk");
  const { t: proposed } = useTranslation("proposals");
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  return (
    <article className="desk">
      <h1>{t("list.title")}</h1>
      <p>{t("list.lead")}</p>
      <p className="desk-acts">
        {page.mayDraft && (
          <LinkButton weight="first" to={paths.newDraft(language)}>
            {t("list.new")}
          </LinkButton>
        )}
        <LinkButton weight="quiet" to={paths.deskTypologies(language)}>
          {t("list.catalogue")}
        </LinkButton>
        <LinkButton weight="quiet" to={paths.deskProposals(language)}>
          {page.proposals > 0 ? proposed("waits", { count: page.proposals }) : proposed("title")}
        </LinkButton>
        <LinkButton weight="quiet" to={paths.deskSettings(language)}>
          {t("list.settings")}
        </LinkButton>
        <LinkButton weight="quiet" to={paths.deskNumbering(language)}>
          {t("list.numbering")}
        </LinkButton>
      </p>
      <DraftTable drafts={page.drafts} timeZone={page.timeZone} mayDraft={page.mayDraft} />
      <IssuedTable
        issued={page.issued}
        q={page.q}
        full={page.issued.length === most}
        mayAmend={page.mayAmend}
        mayWithdraw={page.mayWithdraw}
      />
    </article>
  );
}
