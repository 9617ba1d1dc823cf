import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Piece } from "~/domain/advisories/advisory";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import type { PieceFinding } from "~/domain/parity/parity";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { Notice } from "~/ui/notice/notice";
import { Differences } from "./differences";

type Props = {
  id: string;
  piece: Piece | null;
  findings: PieceFinding[];
  answer: { refusal?: Refusal; conflict?: boolean; typed?: Text | undefined } | undefined;
};

/** What is saved now travels with the form: if someone else changes it meanwhile, both texts are shown. */
export function PieceForm({ id, piece, findings, answer }: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  if (!piece) {
    return (
      <section className="form">
        <p>{t("piece.gone")}</p>
        <Link to={paths.draft(language, id)}>{t("backToDraft")}</Link>
      </section>
    );
  }
  // `piecesOf` names its fields by the keys of `desk:field`; the locale test walks them.
  const name = [piece.place, t(`field.${piece.field as "title"}`)].filter(Boolean).join(" ");
  return (
    <section aria-labelledby="piece">
      <h2 id="piece">{name}</h2>
      <RefusalNotice refusal={answer?.refusal} />
      {answer?.conflict && (
        <Notice tone="stopped" live>
          <p>{t("piece.theirs")}</p>
          {languages.map((one) => (
            <p key={one} lang={localeOf(one)}>
              {piece.text[one]}
            </p>
          ))}
          <p>{t("piece.mine")}</p>
        </Notice>
      )}
      <Form method="post" className="form">
        <input type="hidden" name="path" value={piece.path} />
        {languages.map((one) => (
          <div key={one}>
            <input type="hidden" name={`was_${one}`} value={piece.text[one]} />
            <TextArea
              name={one}
              lang={localeOf(one)}
              label={t("inLanguage", { name, language: t(`language.${one}`) })}
              defaultValue={answer?.typed?.[one] ?? piece.text[one]}
              rows={6}
            />
          </div>
        ))}
        <Differences text={piece.text} findings={findings} />
        <p className="desk-acts">
          <Button type="submit" weight="first">
            {t("piece.save")}
          </Button>
          <Link to={paths.draft(language, id)}>{t("backToDraft")}</Link>
        </p>
      </Form>
    </section>
  );
}
