import { useTranslation } from "react-i18next";
import { piecesOf } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { useDesk } from "./desk-context";

/** A field of one value, which bears its path as its id. */
const isFact = (path: string) => /^(lesson\/(institutions|period)\/|statement\/heldOn$)/.test(path);

/** Where a piece stands on the page: a red flag that is folded holds its pieces out of it, but has a place itself. */
export const anchorOf = (path: string) => {
  if (isFact(path)) return `#${path}`;
  const [list, id] = path.split("/");
  return list === "redFlags" && id ? `#item-redFlags/${id}` : `#piece-${path}`;
};

export const usePieceName = () => usePieceNameIn(useDesk().shown.content);

/** Names a piece by its path: "RF-07, text". What is not a bilingual piece is named by the part that it stands in. */
export function usePieceNameIn(content: AdvisoryContent) {
  const { t } = useTranslation("desk");
  return (path: string) => {
    const piece = piecesOf(content).find((one) => one.path === path);
    // `piecesOf` names its fields by the keys of `desk:field`; the locale test walks them.
    if (piece) return [piece.place, t(`field.${piece.field as "title"}`)].filter(Boolean).join(" ");
    const flag = content.redFlags.find(({ id }) => path.startsWith(`redFlags/${id}`));
    if (flag) return `RF-${String(flag.n).padStart(2, "0")}`;
    const first = path.split("/")[0] ?? "";
    const part = partOf[first];
    return part ? t(`parts.${part}`) : t("parts.facts");
  };
}

const partOf: Record<
  string,
  "front" | "sections" | "redFlags" | "filing" | "audience" | "attachments" | "lesson" | "statement"
> = {
  title: "front",
  summary: "front",
  tlp: "front",
  translation: "front",
  number: "front",
  sections: "sections",
  groups: "redFlags",
  redFlags: "redFlags",
  filing: "filing",
  audience: "audience",
  attachments: "attachments",
  lesson: "lesson",
  statement: "statement",
};
