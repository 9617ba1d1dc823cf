import type { Said } from "~/domain/advisories/reading";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { WholeIds } from "./whole-ids";

type Props = {
  said: Said | null;
  as?: "span" | "p" | "h1" | "h2" | "h3" | "h4" | "strong" | "cite";
  id?: string;
};

/** A text marked with its own language when that is not the page's. */
export function SaidText({ said, as: Tag = "span", id }: Props) {
  const language = useLanguage();
  if (!said) return null;
  return (
    <Tag id={id} lang={said.lang === language ? undefined : localeOf(said.lang)}>
      <WholeIds>{said.text}</WholeIds>
    </Tag>
  );
}
