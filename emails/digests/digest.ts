import type { Language } from "~/domain/advisories/advisory.form";

/** A digest as words: its page and its plain text are made of the same ones. */
export type Digest = {
  language: Language;
  subject: string;
  preview: string;
  greeting: string;
  /** How far this mail may travel: the strictest label of what it names. */
  label: string;
  intro: string;
  parts: { heading: string; items: DigestItem[] }[];
  remarks: string[];
  footer: string[];
  links: { label: string; url: string }[];
};

export type DigestItem = {
  title: string;
  url: string;
  /** Language of a title that is in the other one. */
  titleLanguage: Language | undefined;
  /** TLP label and who issued it; empty where nothing may be named. */
  marks: string;
  lines: string[];
};
