import type { Stretch } from "./find-codes";
import type { PlainText } from "./plain-text";

/** Mailboxes of an office, printed in its own publications. */
const office =
  /^(frc|info|contact|contacto|atencion|ayuda|help|helpdesk|support|press|prensa|comunicacion|transparencia|quejas|denuncias?|tips|enlace|oficialia|regcomments|comments|consultas?)(@|$)/;
const official = /(\.gov|\.mil|\.gob\.mx|\.gob|\.gc\.ca|\.europa\.eu|\.int)$/;

const localBefore = /[a-z0-9](?:[a-z0-9._%+-]{0,63})$/;
const domainAfter = /^((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![a-z0-9-])/;
/** "[at]" and "(arroba)", or the bare word with the dot spelled out as well. */
const bracketed = /[[({<]\s?(?:at|arroba|@)\s?[\])}>]/g;
const bare = /\s(?:at|arroba)\s/g;
const spokenDomain =
  /^((?:[a-z0-9-]{1,63}\s{0,2}(?:[[({<]\s?(?:dot|punto)\s?[\])}>]|\b(?:dot|punto)\b|\.)\s{0,2}){1,4}(?:com|net|org|mx|us|gob|gov|edu|io|co|info|me|es)\b)/;

export function findEmails(plain: PlainText): Stretch[] {
  const { lower } = plain;
  return [
    ...[...lower.matchAll(/\s?@\s?/g)].flatMap(({ index, 0: sign }) =>
      address(lower, index, index + sign.length, domainAfter),
    ),
    ...[...lower.matchAll(bracketed)].flatMap(({ index, 0: sign }) =>
      address(lower, index, index + sign.length, spokenDomain),
    ),
    ...[...lower.matchAll(bare)].flatMap(({ index, 0: sign }) =>
      address(lower, index, index + sign.length, spokenDomain, true),
    ),
  ];
}

function address(lower: string, at: number, behind: number, domain: RegExp, spelled = false): Stretch[] {
  const head = lower.slice(Math.max(0, at - 66), at).trimEnd();
  const tail = lower.slice(behind, behind + 260);
  const skipped = tail.length - tail.trimStart().length;
  const local = localBefore.exec(head)?.[0];
  const place = domain.exec(tail.trimStart())?.[1];
  if (!local || !place || (spelled && !/dot|punto/.test(place))) return [];
  const plainPlace = place.replace(/\s*[[({<]?\s*(dot|punto|\.)\s*[\])}>]?\s*/g, ".");
  if (official.test(plainPlace) && office.test(local)) return [];
  const from = Math.max(0, at - 66) + head.length - local.length;
  return [{ kind: "email", from, to: behind + skipped + place.length }];
}
