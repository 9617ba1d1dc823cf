import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import { longestQuestion, namings } from "~/domain/questions/question";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { Screened } from "~/ui/screening/use-screening";

export type TypedQuestion = { text: string; language: string; naming: string };
type Props = {
  subject: { number: string; redFlag: string | null };
  answer:
    | { refusal?: Refusal; typed?: { question: TypedQuestion; found?: Screened | undefined } | undefined }
    | undefined;
};

const ofTheText = ["question_missing", "question_too_long", "screened"];

export function AskForm({ subject, answer }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const sentence = useRefusal();
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  const atText = refusal !== undefined && ofTheText.includes(refusal.reason);
  return (
    <Form method="post" className="form ask-form">
      {!atText && <RefusalNotice refusal={refusal} />}
      <input type="hidden" name="advisory" value={subject.number} />
      {subject.redFlag && <input type="hidden" name="redFlag" value={subject.redFlag} />}
      <ScreenedTextArea
        name="text"
        label={t("ask.text")}
        hint={t("ask.textHint")}
        rows={6}
        required
        maxLength={longestQuestion}
        defaultValue={typed?.question.text}
        found={typed?.found}
        error={atText ? sentence(refusal.reason, refusal.facts) : undefined}
      />
      <Choices
        kind="one"
        name="language"
        label={t("ask.language")}
        chosen={[typed?.question.language ?? language]}
        choices={languages.map((value) => ({
          value,
          name: <span lang={localeOf(value)}>{value === "es" ? "Español" : "English"}</span>,
        }))}
      />
      <Choices
        kind="one"
        column
        name="naming"
        label={t("ask.naming")}
        chosen={[typed?.question.naming ?? "unnamed"]}
        choices={namings.map((value) => ({
          value,
          name: t(`ask.namings.${value}`),
          hint: t(`ask.namingHints.${value}`),
        }))}
      />
      <p className="toolbar">
        <Button type="submit" weight="first" busy={busy}>
          {t("ask.act")}
        </Button>
        <span className="quiet">{t("ask.after")}</span>
      </p>
    </Form>
  );
}
