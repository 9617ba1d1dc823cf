import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { type ReplyOutcome, replyOutcomes } from "~/domain/replies/reply";
import { emptyReply, replyWords } from "~/domain/replies/reply-words";
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
import { Select } from "~/ui/field/select";

export type RefusedReply = { refusal?: Refusal; typed?: Record<string, Held> | undefined } | undefined;
type Props = {
  roundId: string;
  place: string;
  memberId: string;
  reply: Points["replies"][number] | undefined;
  versions: Points["versions"];
  /** Answers to everyone that may be pointed to. */
  answers: Points["answers"];
  answer: RefusedReply;
};

/** What is written towards a reply, the two languages side by side; it saves itself, and joins what two people write. */
export function ReplyForm({ roundId, place, memberId, reply, versions, answers, answer }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const { refusal, typed = {} } = answer ?? {};
  const { open, released } = reply ?? {};
  const words = replyWords({ ...emptyReply, ...(open ?? released), amendedIn: open?.amendedIn ?? null });
  const writing = useWords({
    place: `reply:${roundId}:${place}`,
    memberId,
    words,
    revision: open?.revision ?? 0,
    address: paths.replyChanges(language, roundId, place),
    held: typed,
  });
  const { shown, keeper } = writing;
  const of = (name: string) => shown.content[name] ?? "";
  const choose = (name: string, value: string) => {
    keeper.set(name, of(name), value);
    keeper.flush();
  };
  const versionName = (value: string) => {
    const [n = "", ...number] = value.split(":");
    return value ? t("amendedIn", { number: number.join(":"), n }) : t("write.noVersion");
  };
  const answerName = (value: string) => {
    const named = answers.find(({ id }) => id === value);
    if (!named) return t("write.noAnswer");
    return t("answeredIn", { about: named.redFlag ?? named.number, question: named.question[language] });
  };
  const conflict = (name: string, label: string, say: (value: string) => string) => {
    const held = shown.held[name];
    return (
      held?.theirs !== undefined && (
        <TextConflict path={name} name={label} held={held} keeper={keeper} say={say} />
      )
    );
  };
  const pair = (name: "said" | "answer" | "note") => (
    <WordPair
      writing={writing}
      name={name}
      label={t(`write.${name}Name`)}
      hint={t(`write.${name}Hint`)}
      rows={4}
      refusal={refusal}
    />
  );
  return (
    <Form method="post" className="form reply-form" onSubmit={(event) => event.preventDefault()}>
      <RefusalNotice refusal={refusal} />
      {pair("said")}
      {pair("answer")}
      <Choices
        kind="one"
        column
        name="outcome"
        label={t("write.outcome")}
        chosen={[of("outcome")]}
        onChoose={(value) => choose("outcome", value)}
        choices={replyOutcomes.map((value) => ({
          value,
          name: t(`outcome.${value}`),
          hint: t(`outcomeHint.${value}`),
        }))}
      />
      {conflict("outcome", t("write.outcome"), (value) => t(`outcome.${value as ReplyOutcome}`))}
      <Select
        name="version"
        label={t("write.version")}
        hint={t("write.versionHint")}
        none={t("write.noVersion")}
        value={of("version")}
        onChange={({ currentTarget }) => choose("version", currentTarget.value)}
        options={versions.map(({ number, n }) => ({
          value: `${n}:${number}`,
          name: versionName(`${n}:${number}`),
        }))}
      />
      {conflict("version", t("write.version"), versionName)}
      <Select
        name="answeredIn"
        label={t("write.answer")}
        hint={t("write.questionHint")}
        none={t("write.noAnswer")}
        value={of("answeredIn")}
        onChange={({ currentTarget }) => choose("answeredIn", currentTarget.value)}
        options={answers.map(({ id }) => ({ value: id, name: answerName(id) }))}
      />
      {conflict("answeredIn", t("write.answer"), answerName)}
      {pair("note")}
      <KeptMark {...writing} />
      <WithoutWords read={words} act={t(released ? "write.saveCorrection" : "write.save")} />
    </Form>
  );
}
