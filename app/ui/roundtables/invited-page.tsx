import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import { isOn, seatAnswers } from "~/domain/roundtables/roundtable";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import type { Ahead } from "~/http/ahead.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { CarriedCommitments } from "~/ui/commitments/carried-commitments";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { Notice } from "~/ui/notice/notice";
import { BeforeSession } from "~/ui/room/before-session";
import { Facts } from "~/ui/table/facts";
import { CoverWords } from "~/ui/vetting/cover-words";
import { AgendaText } from "./agenda-text";
import { EnterRoom } from "./enter-room";
import { SessionFacts } from "./session-facts";

type Props = {
  session: FoundRoundtable;
  me: string;
  timeZone: string;
  today: string;
  begun: boolean;
  /** Whether the reader is at the table, and then what is there before the session. */
  sits: boolean;
  ahead: Ahead | null;
  /** Still open of earlier sessions of the same authorities. */
  carried: FoundCommitment[];
  maySend: boolean;
  people: { id: string; name: string }[];
};

/** A session as an institution that is invited sees it: what it is about, whom it sends, and the reader's own answer. */
export function InvitedPage(props: Props) {
  const { session, timeZone, today, begun, sits, ahead, carried, maySend, people } = props;
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const { id, agenda, own, state } = session;
  const house = session.invitations[0];
  const stands = isOn(state);
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.roundtables(language)}>{t("title")}</Link>
      </p>
      <h1>{agenda.title[language]}</h1>
      {session.cancellation && (
        <Notice tone="stopped" heading={t("cancelled")}>
          <p className="words">{session.cancellation[language]}</p>
        </Notice>
      )}
      <p className="lead">{t("invited.lead")}</p>
      <SessionFacts session={session} timeZone={timeZone} />
      <EnterRoom session={session} />
      {own && stands && !begun && (
        <section aria-labelledby="own">
          <h2 id="own">{t("answer.heading")}</h2>
          <ActForm action={paths.roundtableAct(language, id, "answer")} label={t("answer.heading")}>
            {(busy) => (
              <>
                <Choices
                  kind="one"
                  name="answer"
                  label={t("answer.question")}
                  hint={t("answer.hint")}
                  chosen={own.answer ? [own.answer] : []}
                  choices={seatAnswers.map((value) => ({ value, name: t(`answer.${value}`) }))}
                />
                <Button type="submit" weight="first" busy={busy}>
                  {t("answer.act")}
                </Button>
              </>
            )}
          </ActForm>
        </section>
      )}
      <CarriedCommitments commitments={carried} today={today} />
      <section aria-labelledby="agenda">
        <h2 id="agenda">{t("agenda.heading")}</h2>
        <AgendaText agenda={agenda} />
      </section>
      {sits && <BeforeSession roundtableId={id} ahead={ahead} />}
      {house && (
        <section aria-labelledby="seats">
          <h2 id="seats">{t("seats.heading", { taken: house.attendees.length, seats: house.seats })}</h2>
          <Facts facts={[{ name: t("cover"), value: <CoverWords cover={house.cover} today={today} /> }]} />
          {house.attendees.length === 0 && <p>{t(maySend ? "seats.none" : "seats.noneYet")}</p>}
          <ul className="session-seats">
            {house.attendees.map((seat) => (
              <li key={seat.id}>
                <span>{seat.name}</span>
                <span className="quiet">{t(seat.answer ? `answer.${seat.answer}` : "answer.waiting")}</span>
                {maySend && stands && (
                  <ActForm
                    action={paths.roundtableTaking(language, id, "seats", seat.id)}
                    label={t("seats.take", { name: seat.name })}
                    className="act-inline"
                  >
                    {(busy) => (
                      <Button
                        type="submit"
                        size="small"
                        busy={busy}
                        aria-label={t("seats.take", { name: seat.name })}
                      >
                        {t("seats.takeAct")}
                      </Button>
                    )}
                  </ActForm>
                )}
              </li>
            ))}
          </ul>
          {maySend && stands && !begun && house.attendees.length < house.seats && (
            <ActForm action={paths.roundtableAct(language, id, "seats")} label={t("seats.name")} clears>
              {(busy) => (
                <>
                  <Select
                    name="memberId"
                    label={t("seats.name")}
                    hint={t("seats.nameHint")}
                    options={people
                      .filter((one) => house.attendees.every(({ memberId }) => memberId !== one.id))
                      .map((one) => ({ value: one.id, name: one.name }))}
                  />
                  <Button type="submit" busy={busy}>
                    {t("seats.nameAct")}
                  </Button>
                </>
              )}
            </ActForm>
          )}
        </section>
      )}
    </article>
  );
}
