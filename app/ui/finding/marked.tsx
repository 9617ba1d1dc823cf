import type { Language } from "~/domain/advisories/advisory.form";
import type { Segment } from "~/domain/search/marked-text";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { WholeIds } from "~/ui/text/whole-ids";

/** A text with the words that answered the question marked, and its own language when that is not the page's. */
export function Marked({ segments, language }: { segments: Segment[]; language: Language }) {
  const page = useLanguage();
  return (
    <span lang={language === page ? undefined : localeOf(language)}>
      {segments.map(({ text, hit }, i) => {
        const key = `${i}-${hit}`;
        return hit ? (
          <mark key={key}>{text}</mark>
        ) : (
          <span key={key}>
            <WholeIds>{text}</WholeIds>
          </span>
        );
      })}
    </span>
  );
}
