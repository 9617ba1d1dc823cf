import { findAddresses } from "./find-addresses";
import { findCodes, type Stretch } from "./find-codes";
import { findEmails } from "./find-emails";
import { findNumbers } from "./find-numbers";
import { findPassports } from "./find-passports";
import { findReports } from "./find-reports";
import { type Finding, kinds } from "./finding";
import { groupsOf } from "./groups";
import { plainTextOf, typedSpan } from "./plain-text";

/** What in a text identifies a person, an account or a report: the same on the server and in the browser. */
export function screenText(typed: string): Finding[] {
  const plain = plainTextOf(typed);
  const groups = groupsOf(plain);
  const found = [
    ...findCodes(plain, groups),
    ...findAddresses(plain, groups),
    ...findNumbers(plain, groups),
    ...findPassports(plain, groups),
    ...findEmails(plain),
    ...findReports(plain),
  ];
  return apart(found)
    .map(({ kind, from, to }) => ({ kind, ...typedSpan(plain, from, to) }))
    .sort((one, other) => one.start - other.start);
}

/** Of stretches that overlap, the kind that is surest of itself; of one kind, the longest. */
function apart(found: Stretch[]): Stretch[] {
  const order = new Map(kinds.map((kind, i) => [kind, i]));
  const rank = ({ kind }: Stretch) => order.get(kind) ?? kinds.length;
  const sorted = [...found].sort(
    (one, other) => rank(one) - rank(other) || other.to - other.from - (one.to - one.from),
  );
  const taken = new Uint8Array(found.reduce((most, { to }) => Math.max(most, to), 0));
  return sorted.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
}
