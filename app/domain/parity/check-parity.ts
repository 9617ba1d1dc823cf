import { piecesOf } from "../advisories/advisory";
import { type AdvisoryContent, languages } from "../advisories/advisory.form";
import { checkPiece } from "./check-piece";
import type { ParityReport } from "./parity";

/** Compares the Spanish and the English of every piece of an advisory (product.md §2). */
export function checkParity(content: AdvisoryContent): ParityReport {
  const pieces = piecesOf(content);
  if (standsInOneLanguage(content)) return { compared: false, pieces: pieces.length, findings: [] };
  const keyTerms = keyTermsOf(content);
  const findings = pieces.flatMap(({ path, field, place, text, required }) =>
    // What a document printed elsewhere does not have, its translation does not owe.
    checkPiece(text, { keyTerms, required: required && content.origin === "native" }).map((finding) => ({
      ...finding,
      path,
      field,
      place,
    })),
  );
  return { compared: true, pieces: pieces.length, findings };
}

/** What a live check of a single piece must know of the rest of the advisory. */
export const keyTermsOf = (content: Pick<AdvisoryContent, "filing">) =>
  content.filing.us.keyTerms
    .flatMap(({ printed, normalised }) => [printed, normalised])
    .filter((term) => term !== "");

const standsInOneLanguage = ({ origin, translation }: AdvisoryContent) =>
  origin === "imported" && languages.some((language) => translation[language] === "missing");
