import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayKeepTypologies } from "~/domain/advisories/advisory.policy";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { TypologyTable } from "~/ui/desk/typology-table";
import { db } from "~db/client.server";

export const handle = { title: "desk:catalogue.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  return { typologies: await listTypologies(db, by), mayKeep: mayKeepTypologies(by) };
}

export default function Catalogue() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { typologies, mayKeep } = useLoaderData<typeof loader>();
  return (
    <article className="desk">
      <h1>{t("catalogue.title")}</h1>
      <p>{t("catalogue.lead")}</p>
      <p className="desk-acts">
        {mayKeep && (
          <LinkButton weight="first" to={paths.newTypology(language)}>
            {t("catalogue.new")}
          </LinkButton>
        )}
        <LinkButton weight="quiet" to={paths.desk(language)}>
          {t("list.title")}
        </LinkButton>
      </p>
      {!mayKeep && <p>{t("catalogue.onlyKeepers")}</p>}
      <TypologyTable typologies={typologies} mayKeep={mayKeep} />
    </article>
  );
}
