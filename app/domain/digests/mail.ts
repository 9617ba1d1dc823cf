import type { Language } from "~/domain/advisories/advisory.form";

/** A mail ready to leave; its key is the same at every attempt. */
export type Mail = {
  key: string;
  kind: string;
  to: string;
  language: Language;
  subject: string;
  html: string;
  text: string;
};

/** `later`: what met us will pass. `never`: it will not. */
export type Posted = { ok: true } | { ok: false; again: "later" | "never"; problem: string };

export type Post = (mail: Mail) => Promise<Posted>;
