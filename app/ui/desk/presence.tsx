import { useTranslation } from "react-i18next";
import { useDesk } from "./desk-context";
import { usePieceName } from "./piece-name";

/** Who else has this draft open, and where they write. */
export function Presence() {
  const { t } = useTranslation("desk");
  const { others, reveal } = useDesk();
  const nameOf = usePieceName();
  return (
    <fieldset className="presence needs-script" aria-label={t("present.name")}>
      <p className="label">{t("present.name")}</p>
      {others.length === 0 ? (
        <p>{t("present.alone")}</p>
      ) : (
        <ul>
          {others.map((one) => {
            const piece = one.path.replace(/\/(es|en)$/, "");
            return (
              <li key={one.memberId}>
                <strong>{one.name}</strong> {one.organisation}{" "}
                {piece !== "" && (
                  <button type="button" className="link-button" onClick={() => reveal(piece)}>
                    {t("present.at", { piece: nameOf(piece) })}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </fieldset>
  );
}
