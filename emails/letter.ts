import type { Language } from "~/domain/advisories/advisory.form";

/** A mail as words: its page and its plain text are made of the same ones. */
export type Letter = {
  language: Language;
  subject: string;
  /** What a list of mails shows after the subject. */
  preview: string;
  greeting: string;
  paragraphs: string[];
  action: { label: string; url: string } | undefined;
  /** After the action, smaller. */
  remarks: string[];
  /** Why this came, and from whom. */
  footer: string[];
  /** Last of all: where one chooses what comes, and stops this. */
  links: Link[];
};

export type Link = { label: string; url: string };
