import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { addressees, longestAnswer, longestQuestion } from "~/domain/questions/question";
import type { AnswerDraft } from "~/domain/questions/question.form";
import type { Refusal } from "~/http/outcomes";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import type { Screened } from "~/ui/screening/use-screening";
import { AnswerPair } from "./answer-pair";

export type FoundInAnswer = Partial<
  Record<"question" | "answer" | "correction", Partial<Record<Language, Screened>>>
>;
type Props = {
  written: AnswerDraft;
  revision: number;
  /** Of an answer that was given: its addressee stays. */
  isCorrection: boolean;
  answer:
    | {
        refusal?: Refusal;
        typed?: { written: AnswerDraft; revision: number; found: FoundInAnswer } | undefined;
      }
    | undefined;
};

/** What is written towards an answer, the two languages side by side. */
export function AnswerForm({ written, revision, isCorrection, answer }: Props) {
  const { t } = useTranslation("questions");
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  const shown = typed?.written ?? written;
  const found = typed?.found ?? {};
  return (
    <Form method="post" className="answer-form">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="revision" value={typed?.revision ?? revision} />
      {isCorrection ? (
        <input type="hidden" name="addressee" value={shown.addressee} />
      ) : (
        <Choices
          kind="one"
          column
          name="addressee"
          label={t("form.addressee")}
          chosen={[shown.addressee]}
          choices={addressees.map((value) => ({
            value,
            name: t(`form.addressees.${value}`),
            hint: t(`form.addresseeHints.${value}`),
          }))}
        />
      )}
      {!(isCorrection && shown.addressee === "asker") && (
        <AnswerPair
          name="question"
          label={t("form.question")}
          hint={t("form.questionHint")}
          text={shown.question}
          most={longestQuestion}
          rows={3}
          found={found.question ?? {}}
        />
      )}
      <AnswerPair
        name="answer"
        label={t("form.answer")}
        text={shown.answer}
        most={longestAnswer}
        rows={8}
        found={found.answer ?? {}}
      />
      {isCorrection && (
        <AnswerPair
          name="correction"
          label={t("form.correction")}
          text={shown.correction}
          most={longestQuestion}
          rows={3}
          found={found.correction ?? {}}
        />
      )}
      <p className="toolbar">
        <Button type="submit" busy={busy}>
          {t("form.save")}
        </Button>
      </p>
    </Form>
  );
}
