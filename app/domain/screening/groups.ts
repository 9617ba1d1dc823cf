import type { PlainText } from "./plain-text";

/** Letters and digits that stand together: people and evasion both write an identifier in several. */
export type Group = { text: string; start: number; end: number };

const joint = /^[\s\-._/'+#,:()]{1,4}$/;
const label =
  /^(curp|rfc|clabe|iban|ssn|itin|ein|tin|aba|rtn|tel|cel|cta|acct|btc|eth|trx)(?=[^a-z]|[a-z]{4}\d)/i;

export function groupsOf({ text }: PlainText): Group[] {
  const groups: Group[] = [];
  for (const match of text.matchAll(/[A-Za-z0-9Ññ&]+/g)) {
    const cut = label.exec(match[0])?.[0].length ?? 0;
    if (cut > 0) groups.push({ text: match[0].slice(0, cut), start: match.index, end: match.index + cut });
    groups.push({ text: match[0].slice(cut), start: match.index + cut, end: match.index + match[0].length });
  }
  return groups.filter((group) => group.text !== "");
}

/** Whether the next group may continue this one; an empty joint is a label cut off. */
export const joins = ({ text }: PlainText, before: Group, after: Group) =>
  joint.test(text.slice(before.end, after.start));

/** The words around a stretch, in small letters and without accents. */
export const before = ({ lower }: PlainText, at: number, most = 48) =>
  lower.slice(Math.max(0, at - most), at);
export const after = ({ lower }: PlainText, at: number, most = 28) => lower.slice(at, at + most);
export const around = (plain: PlainText, from: number, to: number) =>
  `${before(plain, from)} ~ ${after(plain, to)}`;
