import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import type { RoomHand } from "./room";

type Props = { roundtableId: string; hands: RoomHand[]; me: string; chairs: boolean; live: boolean };

/** Who has the floor and who wants it, in their order; one's own hand, and a chair's word to whoever is next. */
export function Hands({ roundtableId, hands, me, chairs, live }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const waiting = hands.filter(({ called }) => !called);
  const own = hands.find(({ memberId }) => memberId === me);
  const next = waiting[0];
  const turn = waiting.findIndex(({ memberId }) => memberId === me) + 1;
  const taking = (memberId: string, act: "call" | "withdrawal") =>
    paths.roomTaking(language, roundtableId, "hands", memberId, act);
  return (
    <section aria-labelledby="hands">
      <h3 id="hands">{t("hands.heading")}</h3>
      {hands.length === 0 && <p className="quiet">{t("hands.none")}</p>}
      <ol className="floor-list floor-hands" aria-label={t("hands.order")}>
        {hands.map(({ memberId, name, organisation, called }) => (
          <li key={memberId} data-called={called || undefined}>
            <p>
              <span className="hand-name">{memberId === me ? t("hands.you") : name}</span>{" "}
              <span className="quiet">{organisation}</span>
            </p>
            {called && <StateMark shape="disc">{t("hands.speaking")}</StateMark>}
            {chairs && live && (
              <div className="toolbar">
                {!called && memberId !== next?.memberId && (
                  <ActForm action={taking(memberId, "call")} className="act-inline">
                    {(busy) => (
                      <Button
                        type="submit"
                        size="small"
                        busy={busy}
                        aria-label={t("hands.give", { name: memberId === me ? t("hands.you") : name })}
                      >
                        {t("hands.giveAct")}
                      </Button>
                    )}
                  </ActForm>
                )}
                {memberId !== me && (
                  <ActForm action={taking(memberId, "withdrawal")} className="act-inline">
                    {(busy) => (
                      <Button
                        type="submit"
                        size="small"
                        weight="quiet"
                        busy={busy}
                        aria-label={t("hands.take", { name })}
                      >
                        {t("hands.takeAct")}
                      </Button>
                    )}
                  </ActForm>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {chairs && live && next && (
        <ActForm action={taking(next.memberId, "call")} className="act-inline">
          {(busy) => (
            <Button type="submit" weight="first" busy={busy}>
              {t("hands.giveNext", { name: next.memberId === me ? t("hands.you") : next.name })}
            </Button>
          )}
        </ActForm>
      )}
      {own && (
        <p role="status" className="floor-turn">
          {own.called ? t("hands.yours") : t("hands.turn", { n: turn })}
        </p>
      )}
      {live && !own && (
        <ActForm action={paths.roomAct(language, roundtableId, "hands")} className="act-inline">
          {(busy) => (
            <>
              <p className="hint">{t("hands.shown")}</p>
              <Button type="submit" busy={busy}>
                {t("hands.raise")}
              </Button>
            </>
          )}
        </ActForm>
      )}
      {live && own && (
        <ActForm action={taking(me, "withdrawal")} className="act-inline">
          {(busy) => (
            <Button type="submit" busy={busy}>
              {t(own.called ? "hands.finish" : "hands.lower")}
            </Button>
          )}
        </ActForm>
      )}
    </section>
  );
}
