import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PieceChange } from "~/domain/advisories/comparison";
import type { Run, TextDiff } from "~/domain/advisories/text-diff";
import { localeOf, otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { SideBySide } from "~/ui/diff/side-by-side";
import { WordDiff } from "~/ui/diff/word-diff";
import { useFieldName } from "./field-name";

type Props = {
  pieces: PieceChange[];
  /** All of the item is new, which its mark says: its texts need no marks of their own. */
  isNew?: boolean;
};

const isEmpty = (diff: TextDiff | null) => diff === null || diff.runs.every(({ text }) => text.trim() === "");
const asItBecame = (runs: Run[]): Run[] =>
  runs.filter(({ kind }) => kind !== "removed").map(({ text }) => ({ kind: "same", text }));
/** The note tells of the change; it is not itself what changed. */
export const isNote = (piece: PieceChange) => piece.field === "redFlagChangeNote";

/** Texts that changed, word by word in the page's language; where only the other one changed, the way to it. */
export function PieceChanges({ pieces, isNew = false }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const other = otherLanguage(language);
  const { pathname } = useLocation();
  const nameOf = useFieldName();
  return (
    <>
      {pieces.map((piece) => {
        const diff = piece[language];
        if (isEmpty(piece.es) && isEmpty(piece.en)) return null;
        return (
          <div key={piece.path} className="piece-change">
            <p className="label">{nameOf(piece.field)}</p>
            {diff ? (
              isNew || isNote(piece) ? (
                <div className="diff-pair" data-alone>
                  <WordDiff lang={localeOf(language)} changes={asItBecame(diff.runs)} />
                </div>
              ) : (
                <SideBySide
                  before={t("changes.before")}
                  after={t("changes.after")}
                  changes={diff.runs}
                  lang={localeOf(language)}
                />
              )
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
