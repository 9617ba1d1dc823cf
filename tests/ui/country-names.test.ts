import { expect, test } from "vitest";
import { countries } from "~/i18n/place";
import en from "~locales/en/countries.json";
import es from "~locales/es/countries.json";

test.each(Object.entries({ es, en }))(
  "every country has its name in %s, and nothing else has",
  (_, names) => {
    expect(Object.keys(names).sort()).toEqual([...countries].sort());
  },
);
