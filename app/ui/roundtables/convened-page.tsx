import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import { type ClearanceKind, isOn } from "~/domain/roundtables/roundtable";
import type { Times } from "~/domain/roundtables/roundtable.form";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import type { Ahead } from "~/http/ahead.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { CarriedCommitments } from "~/ui/commitments/carried-commitments";
import { TextArea } from "~/ui/field/text-area";
import { Notice } from "~/ui/notice/notice";
import { BeforeSession } from "~/ui/room/before-session";
import { AgendaFields, agendaRefusals } from "./agenda-fields";
import { AgendaInBoth, AgendaText } from "./agenda-text";
import { ClearanceTable } from "./clearance-table";
import { EnterRoom } from "./enter-room";
import { InvitedTable, type KnownInstitution } from "./invited-table";
import { type Candidate, PartsList } from "./parts-list";
import { SessionFacts } from "./session-facts";
import { saidAtTime, TimeFields } from "./time-fields";

type Props = {
  session: FoundRoundtable;
  me: string;
  ownId: string;
  timeZone: string;
  today: string;
  begun: boolean;
  /** Whether the reader is at the table, and then what is there before the session. */
  sits: boolean;
  ahead: Ahead | null;
  /** Still open of earlier sessions of the same authorities. */
  carried: FoundCommitment[];
  /** As its form shows them, on the session's own clock. */
  times: Times;
  chairs: boolean;
  /** Why nobody can clear the agenda as it stands. */
  hindrance: Refusal | null;
  /** What the reader could clear now. */
  clearable: ClearanceKind[];
  candidates: Candidate[];
  institutions: KnownInstitution[];
};

/** A session as those who convene it see it: all that it needs until it is sent, and who comes. */
export function ConvenedPage(props: Props) {
  const { session, timeZone, today, begun, carried, chairs, hindrance, clearable } = props;
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const sentence = useRefusal();
  const { id, agenda, state, revision } = session;
  const isLoose = state === "proposed" || state === "cleared";
  const stands = isLoose || isOn(state);
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.roundtables(language)}>{t("title")}</Link>
      </p>
      <h1>{agenda.title[language] || agenda.title.es || agenda.title.en || t("untitled")}</h1>
      {session.cancellation && (
        <Notice tone="stopped" heading={t("cancelled")}>
          <p className="words">{session.cancellation[language]}</p>
        </Notice>
      )}
      <SessionFacts session={session} timeZone={timeZone} />
      <EnterRoom session={session} />
      {isLoose && <AgendaSection {...props} />}
      {isLoose && (
        <section aria-labelledby="clearances">
          <h2 id="clearances">{t("clearance.heading")}</h2>
          <p>{t("clearance.lead")}</p>
          {hindrance && (
            <Notice tone="caution">
              <p>{sentence(hindrance.reason, hindrance.facts)}</p>
            </Notice>
          )}
          <ClearanceTable session={session} timeZone={timeZone} />
          {clearable.map((kind) => (
            <ActForm
              key={kind}
              action={paths.roundtableAct(language, id, "clearances")}
              label={t(`clearance.give.${kind}`)}
            >
              {(busy) => (
                <>
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="revision" value={revision} />
                  <h3>{t(`clearance.own.${kind}`)}</h3>
                  <p>{t(`clearance.means.${kind}`)}</p>
                  <TextArea name="note" label={t("clearance.note")} rows={2} />
                  <Button type="submit" weight="first" busy={busy}>
                    {t(`clearance.give.${kind}`)}
                  </Button>
                </>
              )}
            </ActForm>
          ))}
        </section>
      )}
      {chairs && isLoose && (
        <section aria-labelledby="convening">
          <h2 id="convening">{t("convening.heading")}</h2>
          <p>{t(state === "cleared" ? "convening.ready" : "convening.notYet")}</p>
          {state === "cleared" && (
            <ActForm action={paths.roundtableAct(language, id, "convening")} label={t("convening.heading")}>
              {(busy) => (
                <>
                  <input type="hidden" name="revision" value={revision} />
                  <Button type="submit" weight="first" busy={busy}>
                    {t("convening.act", { count: session.invitations.length })}
                  </Button>
                </>
              )}
            </ActForm>
          )}
        </section>
      )}
      <CarriedCommitments commitments={carried} today={today} />
      {!isLoose && <AgendaSection {...props} />}
      {props.sits && <BeforeSession roundtableId={id} ahead={props.ahead} />}
      <section aria-labelledby="invited">
        <h2 id="invited">{t("invitations.heading")}</h2>
        <p>{t(isLoose ? "invitations.before" : "invitations.after")}</p>
        <InvitedTable
          session={session}
          today={today}
          institutions={chairs && stands ? props.institutions : null}
        />
      </section>
      <section aria-labelledby="people">
        <h2 id="people">{t("parts.heading")}</h2>
        <p>{t("parts.lead")}</p>
        <PartsList
          session={session}
          ownId={props.ownId}
          candidates={chairs && stands ? props.candidates : null}
        />
      </section>
      {chairs && stands && !(isOn(state) && begun) && (
        <section aria-labelledby="time">
          <h2 id="time">{t("time.heading")}</h2>
          <p>{t(isLoose ? "time.before" : "time.after")}</p>
          <details className="more">
            <summary>{t("time.change")}</summary>
            <ActForm
              action={paths.roundtableAct(language, id, "time")}
              label={t("time.heading")}
              noticeUnless={({ reason }) => saidAtTime(reason)}
            >
              {(busy, refusal) => (
                <>
                  <input type="hidden" name="sequence" value={session.sequence} key={session.sequence} />
                  <TimeFields times={props.times} place={session.place} typed={undefined} refusal={refusal} />
                  <Button type="submit" busy={busy}>
                    {t("time.act")}
                  </Button>
                </>
              )}
            </ActForm>
          </details>
        </section>
      )}
      {chairs && stands && (
        <section aria-labelledby="cancellation">
          <h2 id="cancellation">{t("cancellation.heading")}</h2>
          <p>{t(isLoose ? "cancellation.before" : "cancellation.after")}</p>
          <details className="more">
            <summary>{t("cancellation.act")}</summary>
            <ActForm
              action={paths.roundtableAct(language, id, "cancellation")}
              label={t("cancellation.heading")}
              noticeUnless={({ reason }) => saidAtReason(reason)}
            >
              {(busy, refusal) => (
                <>
                  <ReasonPair label={(one) => t(`cancellation.reason.${one}`)} refusal={refusal} />
                  <Button type="submit" weight="danger" busy={busy}>
                    {t("cancellation.act")}
                  </Button>
                </>
              )}
            </ActForm>
          </details>
        </section>
      )}
    </article>
  );
}

/** What will be spoken of: to who convenes in both languages until it is sent, as that is what is cleared. */
function AgendaSection({ session, chairs }: Props) {
  const { t } = useTranslation("roundtables");
  const { t: floor } = useTranslation("floor");
  const language = useLanguage();
  const { id, agenda, state, revision } = session;
  const isLoose = state === "proposed" || state === "cleared";
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{t("agenda.heading")}</h2>
      {isLoose ? <AgendaInBoth agenda={agenda} /> : <AgendaText agenda={agenda} />}
      {chairs && isLoose && (
        <details className="more">
          <summary>{t("agenda.change")}</summary>
          <ActForm
            action={paths.roundtableAct(language, id, "agenda")}
            label={t("agenda.change")}
            className="form"
            noticeUnless={({ reason }) => agendaRefusals.includes(reason)}
          >
            {(busy, refusal) => (
              <>
                <input type="hidden" name="revision" value={revision} key={revision} />
                <AgendaFields agenda={agenda} typed={undefined} refusal={refusal} />
                <Button type="submit" busy={busy}>
                  {t("agenda.save")}
                </Button>
              </>
            )}
          </ActForm>
        </details>
      )}
      {chairs && (isLoose || isOn(state)) && (
        <p>
          <Link to={paths.newTerms(language, id)}>{floor("chair.terms")}</Link>
        </p>
      )}
    </section>
  );
}
