import { describe, expect, it } from "vitest";
import { createInstance } from "~/i18n/instance";
import { sayOnce } from "~/i18n/say-once.server";
import en from "~locales/en";
import es from "~locales/es";

const plain = { es: createInstance("es", es), en: createInstance("en", en) };

describe("words that are looked up once", () => {
  it.each(["es", "en"] as const)("are those of %s, the first time and the second", (language) => {
    const locale = plain[language].language;
    for (const namespace of ["reading", "terms"] as const) {
      const spoken = sayOnce(plain[language]).getFixedT(locale, namespace);
      const meant = plain[language].getFixedT(locale, namespace);
      for (const key of ["flags.title", "advisory.keyFacts", "strength.strong", "language.es"]) {
        const word = Reflect.apply(meant, undefined, [key]);
        expect(Reflect.apply(spoken, undefined, [key])).toBe(word);
        expect(Reflect.apply(spoken, undefined, [key])).toBe(word);
      }
    }
  });

  it("with a value in them are made for each value", () => {
    const t = sayOnce(plain.es).getFixedT("es-MX", "reading");
    const [one, many] = [t("flags.count", { count: 1 }), t("flags.count", { count: 12 })];
    expect(one).toBe(plain.es.t("reading:flags.count", { count: 1 }));
    expect(many).toBe(plain.es.t("reading:flags.count", { count: 12 }));
    expect(many).not.toBe(one);
  });
});
