import { choicesOf, type PollKind, type PollWords } from "~/domain/floor/floor";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { worded } from "./room";

/** What can be chosen in a poll, in the reader's language; of a scale its figures. */
export function useOptions({ kind, question, options }: { kind: PollKind } & PollWords): string[] {
  const language = useLanguage();
  return Array.from({ length: choicesOf(kind, { question, options }) }, (_, place) => {
    const option = options[place];
    return option ? worded(option, language) : formatNumber(language, place + 1);
  });
}
