import type { Language } from "../advisories/advisory.form";

/** A number with what qualifies it, before it becomes a fact. */
export type Quantity = {
  start: number;
  end: number;
  /** Where the figure itself starts, after a currency sign. */
  figureStart: number;
  value: number;
  scale: number;
  digits: boolean;
  /** Possible currencies: a bare $ is a dollar in English; in Spanish also a peso. */
  currencies: string[];
  unit: "" | "pct" | "pp" | "ord";
  /** Readings it gets from a neighbour: between 5 and 10 million dollars. */
  shared: { scale: number; currencies: string[]; unit: "" | "pct" | "pp" }[];
};

const between: Record<Language, RegExp> = {
  es: /^\s*,?\s*(?:(?:-|al?|y|e|o|u|ni|hasta)\s*)?(?:(?:el|la|los|las|un|una|de)\s+)?(?:[A-Z]{0,2}[$€£]\s?|(?:USD|MXN|EUR)\s)?$/u,
  en: /^\s*,?\s*(?:(?:-|to|and|or|nor|through)\s*)?(?:(?:the|an?)\s+)?(?:[A-Z]{0,2}[$€£]\s?|(?:USD|MXN|EUR)\s)?$/u,
};

/** In a list or a range the currency, percent sign or multiplier may be said once for all. */
export function shareAlongLists(found: Quantity[], text: string, language: Language) {
  const linked = (a: Quantity, b: Quantity) => {
    const gap = text.slice(a.end, b.figureStart);
    return gap.trim() !== "" && gap.length < 24 && between[language].test(gap);
  };
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i], found[i + 1]];
    if (!here || !next || here.unit === "ord" || next.unit === "ord" || !linked(here, next)) continue;
    for (const given of [ownQualities(next), ...next.shared.slice(0, 1)]) lend(here, given);
  }
  for (let i = 1; i < found.length; i++) {
    const [here, previous] = [found[i], found[i - 1]];
    if (!here || !previous || here.unit !== "" || here.currencies.length > 0 || !linked(previous, here))
      continue;
    const currencies =
      previous.currencies.length > 0 ? previous.currencies : (previous.shared[0]?.currencies ?? []);
    if (currencies.length > 0 || previous.unit === "pct") {
      here.shared.push({ scale: 1, currencies, unit: previous.unit === "pct" ? "pct" : "" });
    }
  }
}

const ownQualities = (quantity: Quantity) => ({
  scale: quantity.digits ? quantity.scale : 1,
  currencies: quantity.currencies,
  unit: quantity.unit === "ord" ? ("" as const) : quantity.unit,
});

function lend(to: Quantity, given: Quantity["shared"][number]) {
  const scale = to.scale === 1 && to.value < 1e3 ? given.scale : 1;
  const currencies = to.currencies.length > 0 ? to.currencies : given.currencies;
  const unit = to.unit === "" && to.currencies.length === 0 ? given.unit : to.unit === "ord" ? "" : to.unit;
  if (scale === 1 && currencies === to.currencies && unit === to.unit) return;
  to.shared.push({ scale, currencies, unit });
  // Between 900 and 2 million: the first may be units all the same.
  if (scale > 1) to.shared.push({ scale: 1, currencies, unit });
}
