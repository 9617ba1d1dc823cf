import type { Text } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";

/** How often the two languages of these texts do not say the same. */
export const differencesOf = (texts: Text[]) =>
  texts.flatMap((text) => checkPiece(text)).filter(({ severity }) => severity === "blocking").length;
