import { countries } from "~/i18n/place";
import { useLanguage } from "~/i18n/use-language";
import { useIsClient } from "~/ui/page/use-is-client";
import { usePlaceName } from "~/ui/place/use-place-name";

const own = ["MX", "US"];

/** The two of this border first, then by name; all of them only in the browser, because twice the list for every corridor would weigh down the page. */
export function useCountries(chosen: readonly string[]): string[] {
  const language = useLanguage();
  const isClient = useIsClient();
  const { country } = usePlaceName();
  if (!isClient) return [...new Set([...own, ...chosen.filter(Boolean)])];
  const others = countries
    .filter((code) => !own.includes(code))
    .sort((a, b) => country(a).localeCompare(country(b), language));
  return [...own, ...others];
}
