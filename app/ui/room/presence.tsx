import { useTranslation } from "react-i18next";
import type { Floor } from "./room";

/** Which organisations have the session open just now; where its rules show nobody, that is said. */
export function Presence({ present }: Pick<Floor, "present">) {
  const { t } = useTranslation("floor");
  return (
    <section aria-labelledby="present">
      <h3 id="present">{t("presence.heading")}</h3>
      {present === null && <p className="quiet">{t("presence.hidden")}</p>}
      {present?.length === 0 && <p className="quiet">{t("presence.none")}</p>}
      {present !== null && present.length > 0 && (
        <ul className="floor-present">
          {present.map((organisation) => (
            <li key={organisation}>{organisation}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
