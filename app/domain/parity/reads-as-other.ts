import type { Language } from "../advisories/advisory.form";

/** Words that only one of the two languages has, and that no long sentence of it lacks. */
const common: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:el|la|los|las|de|del|que|en|un|una|con|para|por|su|sus|se|al|es|son|como|más|y|lo|este|esta|entre|sobre)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|to|in|that|is|are|was|for|with|by|on|from|their|this|which|be|or|an|as|at|it|its|has|have|may)(?!\p{L})/giu,
};
const quoted = /[«“"][^»”"]*[»”"]|\[[^\]]*\]|https?:\S+/g;

/** Whether a text set down as one language is plainly written in the other: pasted, not translated. Quotations do not count. */
export function readsAsOther(text: string, language: Language): boolean {
  const prose = text.length > 4_000 ? text.slice(0, 4_000) : text;
  const own = prose.replace(quoted, " ");
  const count = (of: Language) => own.match(common[of])?.length ?? 0;
  const other = count(language === "es" ? "en" : "es");
  return other >= 4 && count(language) * 6 < other;
}
