import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PieceChange } from "~/domain/advisories/comparison";
import { localeOf, otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { SideBySide } from "~/ui/diff/side-by-side";
import { useFieldName } from "./field-name";

/** Texts that changed, word by word in the page's language; where only the other one changed, the way to it. */
export function PieceChanges({ pieces, named = true }: { pieces: PieceChange[]; named?: boolean }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const other = otherLanguage(language);
  const { pathname } = useLocation();
  const nameOf = useFieldName();
  return (
    <>
      {pieces.map((piece) => {
        const diff = piece[language];
        return (
          <div key={piece.path} className="piece-change">
            {named && <p className="label">{nameOf(piece.field)}</p>}
            {diff ? (
              <SideBySide
                before={t("changes.before")}
                after={t("changes.after")}
                runs={diff.runs}
                lang={localeOf(language)}
              />
            ) : (
              <p className="aside">
                {t("changes.onlyOther")}{" "}
                <a href={paths.inLanguage(other, pathname)} hrefLang={localeOf(other)}>
                  {t("changes.seeOther")}
                </a>
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
