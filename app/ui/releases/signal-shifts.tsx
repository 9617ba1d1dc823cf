import { useTranslation } from "react-i18next";
import type { EarlySignal } from "~/domain/releases/early-signals.server";
import { useFigureWords } from "./use-figure-words";

type Props = { signal: Pick<EarlySignal, "about" | "answered" | "redFlags" | "shifts" | "left"> };

/** What moved, in words and figures: counts of a red flag, shares where they are a mean over several. */
export function SignalShifts({ signal: { about, answered, redFlags, shifts, left } }: Props) {
  const { t } = useTranslation("releases");
  const { category, number, share } = useFigureWords();
  const moved = shifts.filter(({ before, after }) => before * answered.after !== after * answered.before);
  return (
    <>
      <ul>
        {moved.map(({ category: key, before, after }) => {
          const said = {
            category: category("seen", key),
            shareBefore: share(before / answered.before),
            shareAfter: share(after / answered.after),
          };
          return (
            <li key={key}>
              {about.kind === "typology"
                ? t("signals.meanShift", said)
                : t("signals.shift", {
                    ...said,
                    before: number(before),
                    after: number(after),
                    of: number(answered.before),
                    ofAfter: number(answered.after),
                  })}
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className="quiet">{t("signals.left", { count: left })}</p>}
      {about.kind === "typology" && (
        <p className="quiet">
          {t("signals.mean", {
            count: redFlags,
            before: number(answered.before),
            after: number(answered.after),
          })}
        </p>
      )}
    </>
  );
}
