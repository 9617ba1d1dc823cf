import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { publicRedFlagId } from "~/domain/advisories/advisory";
import type { Comparison } from "~/domain/advisories/comparison";
import { textAsData } from "~/domain/exports/advisory-json";
import type { Reply } from "~/domain/replies/replies.server";
import type { SearchItem } from "~/domain/search/search.server";
import { replyAsAnswer } from "./reply-answers";

/** An advisory of a list, without ids that are nobody's business. */
export const foundAsAnswer = ({ translation, issuers, ...item }: SearchItem) => ({
  ...item,
  languages: translation,
  issuers: issuers.map(({ shortName, role }) => ({ shortName, role })),
});

type Two = { before: AdvisoryView; after: AdvisoryView };

export const comparisonAsAnswer = (
  { before, after }: Two,
  { sections, redFlags, ...rest }: Comparison,
  cameOf: Reply[],
) => ({
  number: after.number,
  from: before.version,
  to: after.version,
  ...rest,
  sections: sections.map(({ heading, ...change }) => ({ ...change, heading: textAsData(heading) })),
  redFlags: redFlags.map(({ n, home, text, ...change }) => ({
    ...change,
    publicId: publicRedFlagId(after.number, { n, home }),
    text: textAsData(text),
  })),
  cameOf: cameOf.map(replyAsAnswer),
});
