import { isCard } from "./card";
import { hasClabeCheckDigit, isClabe } from "./clabe";
import { digitRuns, type Window, windowsOf } from "./digit-runs";
import type { Stretch } from "./find-codes";
import type { Kind } from "./finding";
import { after, around, before, type Group } from "./groups";
import { isPhone } from "./phone";
import type { PlainText } from "./plain-text";
import { isRoutingNumber } from "./routing-number";
import { isEin, isItin, isSsn } from "./us-tax-numbers";

const words = {
  clabe: /\bclabe\b|interbancaria/,
  card: /\b(cards?|tarjetas?|tdc|tdd|visa|mastercard|amex|debito|credito|debit|credit)\b/,
  ssn: /\bssns?\b|social security|seguro social/,
  itin: /\bitins?\b|\btins?\b|taxpayer|contribuyente/,
  ein: /\bf?eins?\b|employer identification|\btax id|\btins?\b|taxpayer/,
  aba: /\baba\b|\brouting\b|\brtn\b|\btransit\b|numero de ruta|\bfedwire\b/,
  passport: /passport|pasaporte/,
};
/** What stands right before an account's number and nothing else. */
const accountBefore =
  /\b(accounts?|accts?|a\/c|cuentas?|ctas?)\b[^a-z\d]{0,4}(\b(number|num|numero|no|nro|nr|is|es|ending|bancaria|de|cheques|ahorros?|origen|destino|checking|savings|deposit|eje|concentradora|of|mule|funnel|la|the)\b[^a-z\d]{0,4}){0,4}$/;
const docketBefore =
  /\b(no|num|docket|case|file|release|matter|oficio|expediente|exp|rule|civ|cr|doc|folio)\b[^a-z\d]{0,4}$/;

const longest = 19;

/** Identifiers made of digits alone. */
export function findNumbers(plain: PlainText, groups: Group[]): Stretch[] {
  const found: Stretch[] = [];
  for (const run of digitRuns(plain, groups)) {
    for (const window of windowsOf(run, longest)) {
      const kind = window.digits.length < 8 ? undefined : kindOf(plain, window);
      if (kind && !misread(plain, window)) found.push({ kind, from: window.from, to: window.to });
    }
  }
  return [...found, ...accountsBeside(plain, groups, found)];
}

const misread = (plain: PlainText, { sizes, from, to }: Window) =>
  sizes.length > 1 && (inside(plain, from, to) || counts(plain.text.slice(from, to)));

function kindOf(plain: PlainText, window: Window): Kind | undefined {
  const { digits, sizes, from, to } = window;
  const near = () => around(plain, from, to);
  if (digits.length === 18) {
    if (isClabe(digits) || (hasClabeCheckDigit(digits) && words.clabe.test(near()))) return "clabe";
  }
  if (digits.length >= 13 && isCard(digits, digits.length !== 18 && words.card.test(near()))) return "card";
  if (digits.length === 9) {
    const kind = nineDigits(plain, window, near());
    if (kind) return kind;
  }
  if (isPhone(plain, window)) return "phone";
  if (
    digits.length >= 8 &&
    digits.length <= 17 &&
    sizes.length <= 4 &&
    accountBefore.test(before(plain, from))
  )
    return amount(plain, from, to) ? undefined : "account";
  return undefined;
}

/** 1 2 3 4 …, or the years of a table. */
function counts(text: string) {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  return numbers.length > 3 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** Within a longer code of letters and digits joined by dashes, such as a UUID or a file's number. */
const inside = ({ text }: PlainText, from: number, to: number) =>
  /[A-Za-z]-$/.test(text.slice(Math.max(0, from - 2), from)) && /^-[A-Za-z\d]/.test(text.slice(to, to + 2));

function nineDigits(plain: PlainText, { digits, sizes, from, to }: Window, near: string): Kind | undefined {
  const shape = sizes.join("-");
  const between = plain.text.slice(from, to).replace(/[\dOolI]/g, "");
  const grouped = shape === "3-2-4" && between.length === 2 && between[0] === between[1];
  if (isSsn(digits) && (words.ssn.test(near) || (grouped && !words.passport.test(near)))) return "ssn";
  if (isItin(digits) && (words.itin.test(near) || words.ssn.test(near) || grouped)) return "itin";
  const paired = shape === "2-7" && between === "-" && !docketBefore.test(before(plain, from));
  if (isEin(digits) && (words.ein.test(near) || paired)) return "ein";
  if (isRoutingNumber(digits) && (words.aba.test(near) || isBesideAccount(plain, from, to))) return "aba";
  return undefined;
}

const amount = (plain: PlainText, from: number, to: number) =>
  /[$€£]\s?$|\b(usd|mxn|us|mx)\s?$/.test(before(plain, from, 6)) ||
  /^\s?(usd|mxn|pesos|dolares|dollars|m\.n\.|%)/.test(after(plain, to));

const besideAccount =
  /^[^a-z\d]{1,4}((account|acct|a\/c|cuenta|cta|and|y|no|number|numero|checking|savings|de)\b[^a-z\d]{0,4}){0,5}\d(\d[- ]?){4,15}\d\b/;
const isBesideAccount = (plain: PlainText, from: number, to: number) =>
  /\b(account|acct|cuenta|cta|wire)\b/.test(`${before(plain, from)} ${after(plain, to, 40)}`) &&
  besideAccount.test(after(plain, to, 60));

/** The account whose bank a routing number has just named. */
function accountsBeside(plain: PlainText, groups: Group[], found: Stretch[]): Stretch[] {
  return found
    .filter(({ kind }) => kind === "aba")
    .flatMap(({ to }) =>
      groups
        .filter(({ text, start }) => start >= to && start - to < 48 && /^\d{6,17}$/.test(text))
        .filter(({ start, end }) => !amount(plain, start, end))
        .slice(0, 1)
        .map(({ start, end }): Stretch => ({ kind: "account", from: start, to: end })),
    );
}
