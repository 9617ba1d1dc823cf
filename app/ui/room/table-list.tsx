import { useTranslation } from "react-i18next";
import { CoverWords } from "~/ui/vetting/cover-words";
import type { RoomShown } from "./room";

/** Who is at the table, house by house, with what covers each. Where nobody is shown who is here, only who convenes. */
export function TableList({ room: { table, today, session } }: { room: RoomShown }) {
  const { t } = useTranslation("room");
  const houses = table.houses.filter(({ convenes }) => convenes || session.presence === "organisations");
  return (
    <details className="room-table">
      <summary>{t("table.heading", { count: houses.length })}</summary>
      <ul>
        {houses.map(({ organisationId, shortName, convenes, seats, cover }) => (
          <li key={organisationId}>
            <p className="house">{shortName}</p>
            <p className="quiet">
              {convenes ? t("table.convenes") : t("table.seats", { count: seats ?? 0 })}
            </p>
            {cover && (
              <p className="cover">
                <CoverWords cover={cover} today={today} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
