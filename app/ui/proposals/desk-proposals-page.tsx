import { Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { DeskProposal } from "~/domain/proposals/proposals.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { RefusalNotice, useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { StateMark } from "~/ui/mark/state-mark";
import { EmptyState } from "~/ui/notice/empty-state";
import { ProposalForm } from "./proposal-form";
import { ProposalText } from "./proposal-words";

type Drafted = { id: string; number: string; title: Text };
type Props = {
  proposals: DeskProposal[];
  drafts: Drafted[];
  arrivesOn: string;
  concernable: { value: string; name: Text }[];
};

/** What somebody of an authority put before its desk; nobody's name is on any of it. */
export function DeskProposalsPage({ proposals, drafts, arrivesOn, concernable }: Props) {
  const { t } = useTranslation("proposals");
  const { t: shell } = useTranslation("shell");
  const language = useLanguage();
  const { refusal } = useActionData<{ refusal?: Refusal }>() ?? {};
  const waiting = proposals.filter(({ outcome }) => outcome === null);
  const settled = proposals.filter(({ outcome }) => outcome !== null);
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.desk(language)}>{shell("desk")}</Link>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <RefusalNotice refusal={refusal} />
      {waiting.length === 0 ? (
        <EmptyState heading={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t("waiting")}</h2>
          <List proposals={waiting} drafts={drafts} />
        </section>
      )}
      <ProposalForm action={paths.deskProposals(language)} arrivesOn={arrivesOn} concernable={concernable} />
      {settled.length > 0 && (
        <section aria-labelledby="settled">
          <h2 id="settled">{t("settled")}</h2>
          <List proposals={settled} drafts={drafts} />
        </section>
      )}
    </article>
  );
}

function List({ proposals, drafts }: { proposals: DeskProposal[]; drafts: Drafted[] }) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  return (
    <ul className="proposals">
      {proposals.map((one) => (
        <li key={one.id}>
          <p className="proposal-facts">
            {t(`kind.${one.kind}`)} ·{" "}
            {one.concerns === "" ? t("concernsNone") : t("concerns", { what: one.concerns })} ·{" "}
            {t("arrived", { day: formatDay(language, one.arrivedOn) })}
            {one.outcome && (
              <>
                {" "}
                ·{" "}
                <StateMark
                  shape={one.outcome === "taken-up" ? "tick" : "minus"}
                  tone={one.outcome === "taken-up" ? "good" : "plain"}
                >
                  {t(`outcome.${one.outcome}`)}
                </StateMark>
              </>
            )}
          </p>
          <ProposalText proposal={one} />
          {one.declined && <p className="words">{one.declined[language]}</p>}
          {one.maySettle && (
            <>
              <TakeUp proposal={one} drafts={drafts} />
              <Decline proposal={one} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function TakeUp({ proposal: { id, kind }, drafts }: { proposal: DeskProposal; drafts: Drafted[] }) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("takeUp.heading")}</summary>
      {kind === "red-flag" && drafts.length === 0 ? (
        <p>{t("takeUp.noDraft")}</p>
      ) : (
        <ActForm
          action={paths.deskProposal(language, id, "taking-up")}
          label={t("takeUp.heading")}
          noticeUnless={({ reason }) => saidAtCode(reason)}
        >
          {(busy, refusal) => (
            <>
              {kind === "red-flag" ? (
                <Select
                  name="into"
                  label={t("takeUp.draft")}
                  options={drafts.map((draft) => ({
                    value: draft.id,
                    name: `${draft.number} · ${draft.title[language]}`,
                  }))}
                />
              ) : (
                <CodeField refusal={refusal} />
              )}
              <Button type="submit" weight="first" size="small" busy={busy}>
                {t(`takeUp.${kind}`)}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </details>
  );
}

function Decline({ proposal: { id } }: { proposal: DeskProposal }) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("decline.heading")}</summary>
      <ActForm
        action={paths.deskProposal(language, id, "declining")}
        label={t("decline.heading")}
        noticeUnless={({ reason }) => saidAtReason(reason)}
      >
        {(busy, refusal) => (
          <>
            <ReasonPair label={(one) => t(`decline.reason.${one}`)} refusal={refusal} />
            <Button type="submit" size="small" busy={busy}>
              {t("decline.act")}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}

const ofCode = ["code_unreadable", "code_taken"];
export const saidAtCode = (reason: string) => ofCode.includes(reason);

export function CodeField({ typed, refusal }: { typed?: TypedSession; refusal: Refusal | undefined }) {
  const { t } = useTranslation("proposals");
  const errorOf = useErrorOf(refusal);
  return (
    <TextField
      name="into"
      label={t("takeUp.code")}
      hint={t("takeUp.codeHint")}
      pattern="[a-z0-9\-]{2,80}"
      autoComplete="off"
      defaultValue={typed?.into}
      error={errorOf(ofCode)}
      required
    />
  );
}
