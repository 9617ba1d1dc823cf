import { describe, expect, it } from "vitest";
import { checkPiece } from "~/domain/parity/check-piece";
import { findingKinds } from "~/domain/parity/parity";
import en from "~locales/en/parity.json";
import es from "~locales/es/parity.json";
import { differing } from "./pairs";

const sentence = (locale: object, message: string) =>
  message
    .split(".")
    .reduce<unknown>((at, key) => Reflect.get(Object(at), key), Reflect.get(locale, "finding"));

describe("the sentences of the parity check", () => {
  it("exist in both languages for every kind of finding", () => {
    for (const kind of findingKinds) {
      expect(Object.keys(es.kind)).toContain(kind);
      expect(Object.keys(en.kind)).toContain(kind);
    }
    for (const [spanish, english] of differing) {
      for (const { message } of checkPiece(
        { es: spanish, en: english },
        { keyTerms: ["BORDER FENTANYL FIN-2026-A001"] },
      )) {
        expect(sentence(es, message), message).toBeTypeOf("string");
        expect(sentence(en, message), message).toBeTypeOf("string");
      }
    }
  });
});
