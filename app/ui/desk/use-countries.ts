import { countries, countryName } from "~/i18n/place";
import { useLanguage } from "~/i18n/use-language";
import { useIsClient } from "~/ui/page/use-is-client";

const own = ["MX", "US"];

/** The two of this border first, then by name; all of them only in the browser, which may name one otherwise than the server. */
export function useCountries(chosen: readonly string[]): string[] {
  const language = useLanguage();
  const isClient = useIsClient();
  if (!isClient) return [...new Set([...own, ...chosen.filter(Boolean)])];
  const others = countries
    .filter((code) => !own.includes(code))
    .sort((a, b) => countryName(language, a).localeCompare(countryName(language, b), language));
  return [...own, ...others];
}
