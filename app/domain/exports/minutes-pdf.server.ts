import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Language, Text } from "~/domain/advisories/advisory.form";
import type { Notes } from "~/domain/minutes/minutes.form";
import template from "./minutes-print.typ?raw";

type Copy = { title: Text; tlp: string; agenda: Text[]; notes: Notes };
/** Words of ours, in the copy's language; the caller takes them from the locales. */
export type MinutesWords = {
  kicker: string;
  summary: string;
  facts: string;
  rule: string;
  /** Whose copy it is, on one line. */
  reader: string;
  /** The same behind every page. */
  mark: string;
};

let compiler: NodeCompiler | undefined;

/** The notes of a session as a tagged PDF in one language, with its reader's name across every page. */
export function minutesAsPdf({ title, tlp, agenda, notes }: Copy, language: Language, words: MinutesWords) {
  compiler ??= NodeCompiler.create();
  const said = (text: Text) => text[language] || text.es || text.en;
  const paragraphs = (text: Text) => said(text).split(/\n{2,}/);
  const data = {
    lang: language,
    region: language === "es" ? "MX" : "US",
    title: said(title),
    tlp: `TLP:${tlp}`,
    ...words,
    sections: [
      { heading: words.summary, paragraphs: paragraphs(notes.summary) },
      ...agenda.map((item, n) => ({
        heading: `${n + 1}. ${said(item)}`,
        paragraphs: paragraphs(notes.items[n] ?? { es: "", en: "" }),
      })),
    ],
  };
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfTags: true },
  );
  compiler.evictCache(10);
  return pdf;
}
