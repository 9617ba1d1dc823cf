import type { Language } from "../advisories/advisory.form";
import { type Fact, numberKey, type Scan } from "./fact";
import { readCodes, readLetterCodes } from "./read-codes";
import { readNumericDates } from "./read-numeric-dates";

/** Names that are copied, never translated: links, addresses, key terms, footnote marks, codes and section numbers. */
export function readReferences(scan: Scan, language: Language, keyTerms: string[]) {
  if (/[:@(]|www/i.test(scan.rest)) readLinks(scan);
  // No word is so long; read letter by letter it would cost seconds.
  scan.take(/\S{200,}/g, (match) => ({ kind: "identifier", keys: [`id:${match[0]}`] }));
  readFootnotes(scan);
  readListMarks(scan);
  readKeyTerms(scan, keyTerms);
  if (/\d/.test(scan.rest)) {
    readNumericDates(scan, language);
    readCodes(scan, language);
  }
  readLetterCodes(scan);
}

function readLinks(scan: Scan) {
  const link = (url: string, start: number): Pick<Fact, "kind" | "keys" | "start" | "end"> => ({
    kind: "link",
    keys: [`link:${linkKey(url)}`],
    start,
    end: start + url.length,
  });
  const address = (mail: string, start: number) => ({
    kind: "email" as const,
    keys: [`mail:${mail.toLowerCase()}`],
    start,
    end: start + mail.length,
  });
  scan.take(/(?<=\]\(\s{0,3})<?mailto:([^\s)>?]+)[^\s)>]*>?/gi, (match, at) =>
    address(match[1] ?? "", at + match[0].indexOf(match[1] ?? "")),
  );
  scan.take(/(?:https?:\/\/|www\.)[^\s<>"'«»“”\ue000]+/gi, (match, at) => {
    const url = trimmed(match[0]);
    return url.length > 4 ? link(url, at) : undefined;
  });
  scan.take(
    /(?<![\p{L}\p{N}._%+-])(?:mailto:)?([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/giu,
    (match, at) => {
      const mail = match[1] ?? "";
      return address(mail, at + match[0].length - mail.length);
    },
  );
  // Relative destinations are references too; what is left of the link is its words.
  scan.take(/(?<=\]\(\s{0,3})[/#][^\s)]*/g, (match, at) => link(match[0], at));
}

/** The end of a sentence, and a bracket the address did not open, are not part of the address. */
function trimmed(url: string): string {
  const cut = url.replace(/[.,;:!?]+$/, "");
  const unopened = cut.endsWith(")") && !cut.includes("(");
  return unopened
    ? trimmed(cut.slice(0, -1))
    : /[\])]$/.test(cut) && !/[[(]/.test(cut)
      ? cut.slice(0, -1)
      : cut;
}

/** The page of the reader's own language is the same page: `/es/` and `/en/` agree. */
const linkKey = (url: string) =>
  url
    .replace(/^https?:\/\/(?:www\.)?|^www\./i, "")
    .replace(/^[^/?#]+/, (host) => host.toLowerCase())
    .replace(/(?<=\/)(?:es|en)(?:-(?:mx|us|419))?(?=\/|$|[?#])/i, "*")
    .replace(/(?<=[?&](?:lang|language|locale|hl)=)(?:es|en)(?:[-_]\w\w)?/i, "*")
    .replace(/(?<=[_.-])(?:es|en)(?=\.\w+$)/i, "*")
    .replace(/\/$/, "");

function readFootnotes(scan: Scan) {
  const order: string[] = [];
  const key = (label: string) => {
    if (/^\d+$/.test(label)) return `note:${Number(label)}`;
    if (!order.includes(label)) order.push(label);
    return `note:#${order.indexOf(label) + 1}`;
  };
  scan.take(/\[\^([^\]\s]+)\]/g, (match) => ({ kind: "footnote", keys: [key(match[1] ?? "")] }));
  scan.take(/(?<=[\p{L}\p{N}\p{P}])(?<!(?<!\p{L})[ckm]?m)[⁰¹²³⁴-⁹]+/gu, (match) => {
    const digits = [...match[0]].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join("");
    return { kind: "footnote", keys: [`note:${Number(digits)}`] };
  });
}

/** Markdown counts a list by itself, so only the number that opens the text is what the text says (a printed footnote's). */
function readListMarks(scan: Scan) {
  scan.take(/^([ \t>]*)(?:(\d{1,3})[.)]|[-+](?=[ \t]))(?=[ \t])/gm, (match, at) => {
    const printed = match[2];
    if (printed === undefined || at > 0) return [];
    const start = (match[1] ?? "").length;
    return {
      kind: "number",
      keys: [numberKey(Number(printed))],
      value: Number(printed),
      start,
      end: start + printed.length,
    };
  });
}

function readKeyTerms(scan: Scan, keyTerms: string[]) {
  for (const term of [...new Set(keyTerms)].sort((a, b) => b.length - a.length)) {
    const words = term
      .normalize("NFC")
      .replace(/[\u2010-\u2015]/g, "-")
      .replace(/["“”«»]/g, "")
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0) continue;
    const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
    scan.take(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu"), () => ({
      kind: "key-term",
      keys: [`term:${words.join(" ")}`],
    }));
  }
}
