import { Link } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { FoundTerms } from "~/domain/roundtables/terms.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Notice } from "~/ui/notice/notice";
import { Facts } from "~/ui/table/facts";
import { forgetKeptWords } from "./kept-words";
import { worded } from "./room";

type Props = {
  id: string;
  terms: FoundTerms;
  reader: { name: string; organisation: string };
  timeZone: string;
};

/** What one accepts to enter a session, in the reader's language, and the receipt of whoever did. */
export function TermsPage({ id, terms, reader, timeZone }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { version, receipt, entered, sits, convened, cancelled } = terms;
  const mayEnter = convened && !cancelled && sits;
  const isChanged = receipt !== null && receipt.version < version;
  useEffect(() => {
    if (!sits) forgetKeptWords(id);
  }, [sits, id]);
  return (
    <article className="rounds roundtable room-terms">
      <p className="overline">
        <Link to={paths.roundtable(language, id)}>{t("back")}</Link>
      </p>
      <h1>{t("terms.title")}</h1>
      <p className="lead">{worded(terms.title, language)}</p>
      {entered && receipt && (
        <Notice heading={t("terms.accepted")} id="receipt">
          <p>{t("terms.receipt")}</p>
          <Facts
            facts={[
              { name: t("terms.who"), value: `${reader.name}, ${reader.organisation}` },
              { name: t("terms.version"), value: receipt.version },
              { name: t("terms.language"), value: t(`compose.languageName.${receipt.language}`) },
              { name: t("terms.when"), value: formatInstant(language, receipt.acceptedAt, timeZone) },
              { name: t("terms.hash"), value: <code className="digest">{receipt.hash}</code> },
            ]}
          />
          {mayEnter && (
            <p className="toolbar">
              <LinkButton weight="first" to={paths.room(language, id)}>
                {t("terms.enter")}
              </LinkButton>
            </p>
          )}
        </Notice>
      )}
      {mayEnter && !entered && <p>{t(isChanged ? "terms.changed" : "terms.lead")}</p>}
      {convened && !sits && (
        <Notice tone="caution">
          <p>{t("terms.noSeat")}</p>
        </Notice>
      )}
      {!convened && <p>{t("terms.notYet")}</p>}
      <section aria-labelledby="terms">
        <h2 id="terms">{version > 0 ? t("terms.heading", { version }) : t("terms.headingPlanned")}</h2>
        <p className="words terms-text">{worded(terms.words, language)}</p>
        {terms.hash && (
          <p className="quiet">
            {t("terms.hash")}: <code className="digest">{terms.hash[language]}</code>
          </p>
        )}
      </section>
      {mayEnter && !entered && (
        <section aria-labelledby="acceptance">
          <h2 id="acceptance">{t("terms.acceptance")}</h2>
          <p>{t("terms.keeps", { name: reader.name, organisation: reader.organisation })}</p>
          <ActForm
            action={paths.roomAct(language, id, "acceptance")}
            label={t("terms.acceptance")}
            made="receipt"
          >
            {(busy) => (
              <>
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="language" value={language} />
                <p className="toolbar">
                  <Button type="submit" weight="first" busy={busy}>
                    {t("terms.act", { version })}
                  </Button>
                </p>
              </>
            )}
          </ActForm>
        </section>
      )}
    </article>
  );
}
