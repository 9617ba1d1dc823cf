import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Words } from "~/domain/drafts/change-words";
import { addressees, longestAnswer, longestQuestion } from "~/domain/questions/question";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { TextConflict } from "~/ui/desk/conflict";
import type { Held } from "~/ui/desk/kept-edits";
import { KeptMark } from "~/ui/desk/save-mark";
import { useWords } from "~/ui/desk/use-words";
import { WithoutWords } from "~/ui/desk/without-words";
import { WordPair } from "~/ui/desk/word-fields";
import { Choices } from "~/ui/field/choices";

type Props = {
  questionId: string;
  memberId: string;
  words: Words;
  revision: number;
  /** Of an answer that was given: its addressee stays. */
  isCorrection: boolean;
  answer: { refusal?: Refusal; typed?: Record<string, Held> | undefined } | undefined;
};

/** What is written towards an answer, the two languages side by side; it saves itself, and joins what two people write. */
export function AnswerForm({ questionId, memberId, words, revision, isCorrection, answer }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { refusal, typed = {} } = answer ?? {};
  const writing = useWords({
    place: `answer:${questionId}`,
    memberId,
    words,
    revision,
    address: paths.questionAct(language, questionId, "changes"),
    held: typed,
  });
  const { shown, keeper } = writing;
  const addressee = shown.content.addressee ?? "everyone";
  const held = shown.held.addressee;
  return (
    <Form method="post" className="answer-form" onSubmit={(event) => event.preventDefault()}>
      <RefusalNotice refusal={refusal} />
      {isCorrection ? (
        <input type="hidden" name="addressee" value={addressee} />
      ) : (
        <Choices
          kind="one"
          column
          name="addressee"
          label={t("form.addressee")}
          chosen={[addressee]}
          onChoose={(value) => {
            keeper.set("addressee", addressee, value);
            keeper.flush();
          }}
          choices={addressees.map((value) => ({
            value,
            name: t(`form.addressees.${value}`),
            hint: t(`form.addresseeHints.${value}`),
          }))}
        />
      )}
      {held?.theirs !== undefined && (
        <TextConflict
          path="addressee"
          name={t("form.addressee")}
          held={held}
          keeper={keeper}
          say={(value) => t(`form.addressees.${value as "asker"}`)}
        />
      )}
      {!(isCorrection && addressee === "asker") && (
        <WordPair
          writing={writing}
          name="question"
          label={t("form.question")}
          hint={t("form.questionHint")}
          most={longestQuestion}
          rows={3}
          refusal={refusal}
        />
      )}
      <WordPair
        writing={writing}
        name="answer"
        label={t("form.answer")}
        most={longestAnswer}
        rows={8}
        refusal={refusal}
      />
      {isCorrection && (
        <WordPair
          writing={writing}
          name="correction"
          label={t("form.correction")}
          most={longestQuestion}
          rows={3}
          refusal={refusal}
        />
      )}
      <KeptMark {...writing} />
      <WithoutWords read={words} act={t("form.save")} />
    </Form>
  );
}
