import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { OwnSummary } from "~/domain/summaries/summaries.server";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import { formatDate, formatDay, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Notice } from "~/ui/notice/notice";
import { SessionArticle } from "~/ui/roundtables/session-article";
import { Facts } from "~/ui/table/facts";
import { ReadersSentence } from "./readers-sentence";
import { SummaryForm } from "./summary-form";
import { WithdrawalForm } from "./withdrawal-form";

type Props = {
  id: string;
  title: Text;
  /** Null: the terms of the room are not accepted yet. */
  summary: OwnSummary | null;
  convenes: boolean;
  authorities: { value: string; name: string }[];
  organisations: { id: string; shortName: string }[];
  period: { named: string; showsFrom: string } | null;
  timeZone: string;
  mayWrite: boolean;
  mayApprove: boolean;
  mayPublish: boolean;
  mayWithdraw: boolean;
};

/** What may be told of a session outside it, as its room has it. */
export function OwnSummaryPage(props: Props) {
  const { id, title, summary } = props;
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  return (
    <SessionArticle id={id} heading={t("own.of", { title: title[language] || title.es || title.en })}>
      <p className="lead">{t("own.lead")}</p>
      {summary ? (
        <Begun {...props} summary={summary} />
      ) : (
        <Notice tone="caution">
          <p>{t("own.enterFirst")}</p>
        </Notice>
      )}
    </SessionArticle>
  );
}

function Begun({ summary, ...props }: Props & { summary: OwnSummary }) {
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  const { id, convenes, period, timeZone, mayWrite, mayApprove, mayPublish, mayWithdraw } = props;
  const { words, published, revision } = summary;
  const isToPublish = mayPublish && period;
  return (
    <>
      <Facts
        across
        facts={[
          { name: t("own.state.name"), value: stateOf(summary) },
          ...(convenes && words && !published ? approvals() : []),
        ]}
      />
      {published?.shown && (
        <p>
          <Link to={paths.summary(language, published.id)}>{t("own.address")}</Link>
        </p>
      )}
      {published?.withdrawal && (
        <Notice tone="stopped" heading={t("withdrawnHeading")}>
          <p className="words">{published.withdrawal[language]}</p>
        </Notice>
      )}
      {!words && <p>{t(summary.notesApproved ? "own.notYet" : "own.notesFirst")}</p>}
      {words && <SummaryWordsShown {...props} words={words} />}
      {mayApprove && (
        <OneButton id={id} revision={revision} act="approval" heading={t("own.approve.heading")}>
          <p>{t("own.approve.lead")}</p>
        </OneButton>
      )}
      {isToPublish && (
        <OneButton id={id} revision={revision} act="publication" heading={t("own.publish.heading")}>
          <p>
            {t("own.publish.lead", {
              period: formatDay(language, period.named),
              day: formatDay(language, period.showsFrom),
            })}
          </p>
        </OneButton>
      )}
      {mayWrite && <SummaryForm summary={summary} {...props} />}
      {mayWithdraw && (
        <WithdrawalForm
          action={paths.roundtableSummaryAct(language, id, "withdrawal")}
          lead={t("own.withdrawLead")}
        />
      )}
    </>
  );

  function stateOf({ approvals: given }: OwnSummary) {
    if (published?.withdrawn) return t("own.state.withdrawn");
    if (published?.shown) return t("own.state.shown");
    if (published) return t("own.state.waiting", { day: formatDay(language, published.showsFrom) });
    if (!words) return t("own.state.none");
    return t(given.every(({ approvedAt }) => approvedAt !== null) ? "own.state.approved" : "own.state.draft");
  }

  function approvals() {
    return summary.approvals.map(({ shortName, approvedAt }) => ({
      name: shortName,
      value: (
        <StateMark shape={approvedAt ? "tick" : "ring"} tone={approvedAt ? "good" : "waiting"}>
          {approvedAt ? t("own.given", { on: formatDate(language, approvedAt, timeZone) }) : t("own.missing")}
        </StateMark>
      ),
    }));
  }
}

type Shown = Pick<Props, "convenes" | "authorities" | "organisations"> & { words: SummaryWords };

function SummaryWordsShown({ words, convenes, authorities, organisations }: Shown) {
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  const signers = authorities.filter(({ value }) => words.issuers.includes(value)).map(({ name }) => name);
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("own.text")}</h2>
      <h3>{words.title[language]}</h3>
      <p className="words">{words.body[language]}</p>
      <Facts
        across
        facts={[
          { name: t("readers"), value: <TlpMark label={words.tlp} /> },
          { name: t("own.issuers"), value: formatList(language, signers) },
          { name: t("own.date"), value: t(`own.write.periods.${words.period}`) },
        ]}
      />
      {convenes && (
        <>
          <h3>{t("own.whoReads")}</h3>
          <ReadersSentence words={words} organisations={organisations} />
        </>
      )}
    </section>
  );
}

type OneButtonProps = {
  id: string;
  revision: number;
  act: "approval" | "publication";
  heading: string;
  children: React.ReactNode;
};

function OneButton({ id, revision, act, heading, children }: OneButtonProps) {
  const { t } = useTranslation("summaries");
  return (
    <section aria-labelledby={act}>
      <h2 id={act}>{heading}</h2>
      {children}
      <ActForm action={paths.roundtableSummaryAct(useLanguage(), id, act)} label={heading}>
        {(busy) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <Button type="submit" weight="first" busy={busy}>
              {t(act === "approval" ? "own.approve.act" : "own.publish.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
