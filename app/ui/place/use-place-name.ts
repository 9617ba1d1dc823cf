import { useTranslation } from "react-i18next";
import { isCountry, readPlace, writePlace } from "~/i18n/place";

/** Names of countries and places from our own list: engines differ in theirs, and the server's must be the browser's. */
export function usePlaceName() {
  const { t } = useTranslation("countries");
  const country = (code: string) => (isCountry(code) ? t(code) : code);
  return {
    /** The country in the reader's language; anything else as it is written. */
    country,
    /** `Tijuana, México`. A city keeps the name that its own country gives it. */
    place: (written: string) => {
      const { name, country: code } = readPlace(written);
      return writePlace({ name, country: country(code) });
    },
  };
}
