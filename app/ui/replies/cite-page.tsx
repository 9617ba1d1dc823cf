import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { listCitations } from "~/domain/replies/replies.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Notice } from "~/ui/notice/notice";

type Props = {
  replies: Awaited<ReturnType<typeof listCitations>>;
  saved: boolean;
  answer: { refusal?: Refusal } | undefined;
};

/** Which published replies a next version takes up. */
export function CitePage({ replies, saved, answer }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  return (
    <section className="rounds" aria-labelledby="feedback">
      <h2 id="feedback">{t("cite.title")}</h2>
      <p>{t("cite.lead")}</p>
      <RefusalNotice refusal={answer?.refusal} />
      {saved && !answer?.refusal && (
        <Notice live>
          <p>{t("cite.saved")}</p>
        </Notice>
      )}
      {replies.length === 0 ? (
        <p>{t("cite.none")}</p>
      ) : (
        <Form method="post" className="form">
          <Choices
            kind="several"
            column
            name="replies"
            label={t("cite.choose")}
            chosen={replies.filter(({ chosen }) => chosen).map(({ id }) => id)}
            choices={replies.map(({ id, title, theme, redFlags, said }) => ({
              value: id,
              name: said[language],
              hint: [title[language], theme?.[language] ?? (redFlags.join(" · ") || t("wholeRound"))].join(
                " · ",
              ),
            }))}
          />
          <p className="toolbar">
            <Button type="submit" weight="first" busy={busy}>
              {t("cite.save")}
            </Button>
          </p>
        </Form>
      )}
    </section>
  );
}
