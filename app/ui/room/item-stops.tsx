import { useTranslation } from "react-i18next";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import type { RoomItem } from "./room";

type Props = { stops: RoomItem["stops"]; timeZone: string };

/** When and why the talk on an item was stopped: on record, for everyone at the table. */
export function ItemStops({ stops, timeZone }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const at = (instant: string) => formatInstantShort(language, instant, timeZone);
  const now = stops.find(({ liftedAt }) => liftedAt === null);
  const lifted = stops.flatMap((one) => (one.liftedAt === null ? [] : [{ ...one, liftedAt: one.liftedAt }]));
  return (
    <>
      {now && (
        <Notice tone="stopped" heading={t("stops.stopped", { reason: t(`reason.${now.reason}`) })} live>
          {now.note !== "" && <p>{now.note}</p>}
          <p>{t("stops.since", { at: at(now.stoppedAt) })}</p>
        </Notice>
      )}
      {lifted.length > 0 && (
        <details className="floor-more">
          <summary>{t("stops.record", { count: lifted.length })}</summary>
          <ul className="floor-list">
            {lifted.map(({ id, reason, note, stoppedAt, liftedAt }) => (
              <li key={id}>
                <p>{t("stops.stopped", { reason: t(`reason.${reason}`) })}</p>
                {note !== "" && <p>{note}</p>}
                <p className="quiet">{t("stops.lifted", { at: at(stoppedAt), lifted: at(liftedAt) })}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
