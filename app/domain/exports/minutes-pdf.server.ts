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
  const { summary, ...rest } = words;
  return sessionAsPdf(
    {
      ...rest,
      title: said(title, language),
      tlp,
      sections: [
        { heading: summary, paragraphs: paragraphs(notes.summary, language) },
        ...agenda.map((item, n) => ({
          heading: `${n + 1}. ${said(item, language)}`,
          paragraphs: paragraphs(notes.items[n] ?? { es: "", en: "" }, language),
        })),
      ],
    },
    language,
  );
}

const said = (text: Text, language: Language) => text[language] || text.es || text.en;
const paragraphs = (text: Text, language: Language) => said(text, language).split(/\n{2,}/);

export type SessionCopy = Omit<MinutesWords, "summary"> & {
  title: string;
  tlp: string;
  sections: { heading: string; paragraphs: string[] }[];
};

/** What leaves a session on paper: its words, and whose copy it is on every page. */
export function sessionAsPdf({ tlp, ...copy }: SessionCopy, language: Language) {
  compiler ??= NodeCompiler.create();
  const data = { ...copy, lang: language, region: language === "es" ? "MX" : "US", tlp: `TLP:${tlp}` };
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfTags: true },
  );
  compiler.evictCache(10);
  return pdf;
}
