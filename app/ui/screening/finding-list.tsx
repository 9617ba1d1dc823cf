import { useTranslation } from "react-i18next";
import { useIsClient } from "~/ui/page/use-is-client";
import type { Screened } from "./use-screening";

type Props = { screened: Screened; onShow: (start: number, end: number) => void };

const sides = 36;

/** Each finding in its own words, with what to write instead; with scripts, a way to its place in the text. */
export function FindingList({ screened: { text, findings }, onShow }: Props) {
  const { t } = useTranslation("screening");
  const isClient = useIsClient();
  return (
    <ul className="finding-list">
      {findings.map(({ kind, start, end }) => {
        const said = text.slice(start, end);
        const marked = <mark>{said}</mark>;
        return (
          <li key={`${kind} ${start}`}>
            <p className="label">{t(`kind.${kind}`)}</p>
            <p className="said">
              {start > sides && "…"}
              {text.slice(Math.max(0, start - sides), start)}
              {isClient ? (
                <button type="button" aria-label={t("show", { said })} onClick={() => onShow(start, end)}>
                  {marked}
                </button>
              ) : (
                marked
              )}
              {text.slice(end, end + sides)}
              {end + sides < text.length && "…"}
            </p>
            <p className="advice">{t(`advice.${kind}`)}</p>
          </li>
        );
      })}
    </ul>
  );
}
