import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { kinds } from "~/domain/screening/finding";
import { screenText } from "~/domain/screening/screen-text";
import { createInstance } from "~/i18n/instance";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import en from "~locales/en";
import es from "~locales/es";

const words = { es, en };

const pageOf = (language: "es" | "en", text?: string) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createInstance(language, words[language])}>
      <ScreenedTextArea
        label="Texto"
        name="body"
        id="body"
        defaultValue={text}
        found={text === undefined ? undefined : { text, findings: screenText(text) }}
      />
    </I18nextProvider>,
  );

describe("a screened text, with scripts off", () => {
  test("shows what the server found in its place, what it is and what to write instead", () => {
    const page = pageOf("es", "Pagó con 4111 1111 1111 1111 & se fue.");
    expect(page).toContain("Pagó con <mark>4111 1111 1111 1111</mark> &amp; se fue.");
    expect(page).toContain(es.screening.kind.card);
    expect(page).toContain(es.screening.advice.card);
    expect(page).toContain("1 dato por quitar");
    expect(page).not.toContain("<button");
  });

  test("is a field that is wrong, and says so to whoever hears it", () => {
    expect(pageOf("en", "We filed a SAR.")).toMatch(
      /<textarea[^>]*aria-describedby="body-error"[^>]*aria-invalid="true"/,
    );
    expect(pageOf("en")).not.toContain("aria-invalid");
  });

  test("shows nothing of a text that nobody refused", () => {
    expect(pageOf("es", "Los sujetos obligados deben presentar un ROI.")).not.toContain("<mark>");
  });
});

test("every kind has its name and its advice in both languages", () => {
  for (const { screening } of [es, en]) {
    expect(Object.keys(screening.kind).sort()).toEqual([...kinds].sort());
    expect(Object.keys(screening.advice).sort()).toEqual([...kinds].sort());
  }
});
