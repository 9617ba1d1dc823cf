import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { listCitations } from "~/domain/replies/replies.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Notice } from "~/ui/notice/notice";

type Citation = Awaited<ReturnType<typeof listCitations>>[number];
type Props = {
  replies: Citation[];
  saved: boolean;
  answer: { refusal?: Refusal } | undefined;
};

/** Which published replies a next version takes up. */
export function CitePage({ replies, saved, answer }: Props) {
  const { t } = useTranslation("replies");
  const busy = useNavigation().state !== "idle";
  const onThis = replies.filter(({ ofAdvisory }) => ofAdvisory);
  const others = replies.filter(({ ofAdvisory }) => !ofAdvisory);
  const othersName = t("cite.others", { count: others.length });
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
          {onThis.length === 0 ? (
            <p>{t("cite.noneOnThis")}</p>
          ) : (
            <CiteChoices label={t("cite.onThis")} replies={onThis} />
          )}
          {others.length > 0 && (
            <details open={onThis.length === 0 || others.some(({ chosen }) => chosen)}>
              <summary>{othersName}</summary>
              <CiteChoices label={othersName} quietLabel replies={others} />
            </details>
          )}
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

type ChoicesProps = { label: string; quietLabel?: boolean; replies: Citation[] };

function CiteChoices({ replies, ...words }: ChoicesProps) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  return (
    <Choices
      {...words}
      kind="several"
      column
      name="replies"
      chosen={replies.filter(({ chosen }) => chosen).map(({ id }) => id)}
      choices={replies.map(({ id, title, theme, redFlags, said }) => ({
        value: id,
        name: said[language],
        hint: [title[language], theme?.[language] ?? (redFlags.join(" · ") || t("wholeRound"))].join(" · "),
      }))}
    />
  );
}
