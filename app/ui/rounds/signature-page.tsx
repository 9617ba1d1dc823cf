import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Answer, answersIn, missingOf, placeOf } from "~/domain/answers/answer";
import type { findSheet } from "~/domain/answers/sheet.server";
import { questions } from "~/domain/rounds/questions";
import type { findRound } from "~/domain/rounds/rounds.server";
import type { Refusal } from "~/http/outcomes";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";
import { Facts } from "~/ui/table/facts";
import { CopyButton } from "~/ui/text/copy-button";
import { useAnswerWords } from "./use-answer-words";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;
type Sheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>;
type Receipt = { version: number; signedAt: Date | string; secret: string; opensAt: string };
type Props = {
  round: Round;
  sheet: Sheet;
  timeZone: string;
  maySign: boolean;
  answer: { refusal?: Refusal; receipt?: Receipt } | undefined;
};

/** All that will be signed, in the order of the form, and the signature. */
export function SignaturePage({ round, sheet, timeZone, maySign, answer }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const words = useAnswerWords();
  const busy = useNavigation().state !== "idle";
  const given = new Map<string, Answer>(
    sheet.entries.map(({ row, question, answer: one }) => [placeOf(row, question), one]),
  );
  const missing = missingOf(answersIn(sheet.entries), sheet.rows);
  const lacking = [...new Set(missing.map(({ row }) => row))];
  const isMissing = (row: number, key: string) =>
    missing.some((one) => one.row === row && one.question === key);
  const toForm = (row: number, name: string) => (
    <Link to={paths.roundSheet(language, round.id, row)}>{name}</Link>
  );
  const factsOf = (row: number) =>
    questions
      .filter(({ about }) => about === (row === 0 ? "round" : "red-flag"))
      .map((question) => {
        const value = isMissing(row, question.key)
          ? toForm(row, t("sign.unanswered"))
          : words(question, given.get(placeOf(row, question.key)) ?? null);
        return value !== "" && { name: t(`question.${question.key as "seen"}.short`), value };
      });
  if (answer?.receipt) return <ReceiptPage round={round} receipt={answer.receipt} timeZone={timeZone} />;
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.round(language, round.id)}>{t("sign.back")}</Link>
      </p>
      <h1>{t("sign.title")}</h1>
      <p>{t(`sign.lead.${round.mode}`)}</p>
      <RefusalNotice refusal={answer?.refusal} />
      {missing.length > 0 && (
        <Notice tone="caution" heading={t("sign.missing", { count: missing.length })}>
          <ul>
            {lacking.map((row) => (
              <li key={row}>
                {toForm(row, sheet.rows.find(({ n }) => n === row)?.publicId ?? t("sheet.roundAsWhole"))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {sheet.rows.map(({ n, publicId, text }) => (
        <section key={n} aria-labelledby={`row-${n}`} className="sheet-row">
          <h2 id={`row-${n}`}>
            <span className="label">{publicId}</span> {text[language] || text.es || text.en}
          </h2>
          <Facts across facts={factsOf(n)} />
        </section>
      ))}
      <section aria-labelledby="row-0" className="sheet-row">
        <h2 id="row-0">{t("sheet.roundAsWhole")}</h2>
        <Facts across facts={factsOf(0)} />
      </section>
      {maySign && missing.length === 0 && (
        <Form method="post" className="act">
          <input type="hidden" name="digest" value={sheet.digest} />
          <p>
            {t("sign.means", {
              closes: round.closesAt ? formatInstant(language, round.closesAt, timeZone) : "",
            })}
          </p>
          <Button type="submit" weight="first" busy={busy}>
            {t(sheet.signed ? "sign.again" : "sign.act", { version: (sheet.signed?.version ?? 0) + 1 })}
          </Button>
        </Form>
      )}
      {!maySign && <p>{t("sign.officerOnly")}</p>}
    </article>
  );
}

/** Shown this once: nobody can show it again. */
function ReceiptPage({ round, receipt, timeZone }: { round: Round; receipt: Receipt; timeZone: string }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const isClient = useIsClient();
  const signed = formatInstant(language, receipt.signedAt, timeZone);
  const lines = () =>
    [
      t("receipt.title"),
      round.title[language],
      `${round.id}`,
      t("receipt.version", { version: receipt.version, at: signed }),
      receipt.secret,
      receipt.opensAt,
    ].join("\n");
  return (
    <article className="rounds">
      <h1>{t("receipt.title")}</h1>
      <p>{t("receipt.version", { version: receipt.version, at: signed })}</p>
      <Notice tone="caution" heading={t("receipt.once")} live>
        <p>{t("receipt.why")}</p>
      </Notice>
      <Facts
        lined
        facts={[
          { name: t("list.round"), value: round.title[language] },
          { name: t("receipt.number"), value: <code>{round.id}</code> },
          { name: t("receipt.secret"), value: <code className="receipt-secret">{receipt.secret}</code> },
          { name: t("receipt.where"), value: <a href={receipt.opensAt}>{receipt.opensAt}</a> },
        ]}
      />
      {isClient && (
        <p>
          <CopyButton name={t("receipt.copy")} text={lines} />
        </p>
      )}
      <p>{t("receipt.print")}</p>
      <p className="toolbar">
        <LinkButton weight="first" to={paths.round(language, round.id)}>
          {t("receipt.kept")}
        </LinkButton>
      </p>
    </article>
  );
}
