import { Form, Link, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Points } from "~/domain/replies/points.server";
import { replyOutcomes } from "~/domain/replies/reply";
import type { Refusal } from "~/http/outcomes";
import type { TypedReply } from "~/http/replies";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { Notice } from "~/ui/notice/notice";
import { PointItem } from "./point-item";
import { ReleasePart } from "./release-part";
import { ReplyPair } from "./reply-pair";

type Reply = Points["replies"][number];
type Props = {
  roundId: string;
  place: string;
  theme: Text | null;
  redFlag: { publicId: string; text: Text } | null;
  points: Points["points"];
  reply: Reply | undefined;
  versions: Points["versions"];
  /** Answers to everyone that may be pointed to. */
  answers: Points["answers"];
  mayWrite: boolean;
  timeZone: string;
  saved: boolean;
  answer: { refusal?: Refusal; typed?: TypedReply | undefined } | undefined;
};

const nothing: Text = { es: "", en: "" };

/** Where a reply is written, both languages side by side, and released. */
export function ReplyPage(props: Props) {
  const {
    roundId,
    place,
    theme,
    redFlag,
    points,
    reply,
    versions,
    answers,
    mayWrite,
    timeZone,
    saved,
    answer,
  } = props;
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  const base = reply?.open ?? reply?.released;
  const text = (field: "said" | "answer" | "note"): Text =>
    typed ? { es: typed[`${field}Es`], en: typed[`${field}En`] } : (base?.[field] ?? nothing);
  const [outcome, setOutcome] = useState<string>(typed?.outcome || base?.outcome || "acknowledged");
  const named = reply?.open?.amendedIn;
  const name = theme?.[language] ?? (redFlag ? redFlag.text[language] : t("wholeRound"));
  const { released } = reply ?? {};
  return (
    <article className="rounds reply">
      <p className="overline">
        <Link to={paths.roundPoints(language, roundId)}>{t("write.back")}</Link>
      </p>
      <h1>
        {theme ? (
          <span className="label">{t("theme")}</span>
        ) : (
          redFlag && <span className="label">{redFlag.publicId}</span>
        )}{" "}
        {name}
      </h1>
      {released && (
        <Notice heading={t("release.now", { n: released.n })}>
          <p>
            {t("release.at", {
              outcome: t(`outcome.${reply?.isCited ? "amended" : released.outcome}`),
              at: released.releasedAt ? formatInstant(language, released.releasedAt, timeZone) : "",
            })}
          </p>
        </Notice>
      )}
      {points.length > 0 && (
        <details open>
          <summary>{t("write.pointsHeading")}</summary>
          <ul className="plain-list point-list">
            {points.map((point) => (
              <PointItem key={point.id} point={point} themes={[]} form={undefined} />
            ))}
          </ul>
        </details>
      )}
      <p>{t("write.lead")}</p>
      {saved && !refusal && (
        <Notice live>
          <p>{t("write.saved")}</p>
        </Notice>
      )}
      {mayWrite ? (
        <Form method="post" className="form reply-form">
          <RefusalNotice refusal={refusal} />
          <input type="hidden" name="revision" value={reply?.open?.revision ?? 0} />
          <ReplyPair field="said" stored={text("said")} refusal={refusal} />
          <ReplyPair field="answer" stored={text("answer")} refusal={refusal} />
          <Choices
            kind="one"
            column
            name="outcome"
            label={t("write.outcome")}
            chosen={[outcome]}
            onChoose={setOutcome}
            choices={replyOutcomes.map((value) => ({
              value,
              name: t(`outcome.${value}`),
              hint: t(`outcomeHint.${value}`),
            }))}
          />
          <Select
            name="version"
            label={t("write.version")}
            hint={t("write.versionHint")}
            none={t("write.noVersion")}
            defaultValue={typed?.version ?? (named ? `${named.n}:${named.number}` : "")}
            options={versions.map(({ number, n }) => ({
              value: `${n}:${number}`,
              name: t("amendedIn", { number, n }),
            }))}
          />
          <Select
            name="answeredIn"
            label={t("write.answer")}
            hint={t("write.questionHint")}
            none={t("write.noAnswer")}
            defaultValue={typed?.answeredIn ?? base?.answeredIn ?? ""}
            options={answers.map(({ id, number, redFlag, question }) => ({
              value: id,
              name: t("answeredIn", { about: redFlag ?? number, question: question[language] }),
            }))}
          />
          <ReplyPair field="note" stored={text("note")} refusal={refusal} />
          <p className="toolbar">
            <Button type="submit" weight={reply?.open ? "second" : "first"} busy={busy}>
              {t(released ? "write.saveCorrection" : "write.save")}
            </Button>
          </p>
        </Form>
      ) : (
        <p>{t("points.onlyRead")}</p>
      )}
      {reply?.open && <ReleasePart roundId={roundId} place={place} replyId={reply.id} open={reply.open} />}
    </article>
  );
}
