import { domainToASCII, domainToUnicode } from "node:url";
import { z } from "zod";
import { done, type Outcome, refused } from "~/domain/outcome";

const addressed = z.email();
// Mail servers of both countries deliver to ASCII mailboxes alone; a host may have the accents of Spanish.
const writable = { mailbox: /^[\x21-\x7e]$/, host: /^[a-z0-9áéíóúüñ.-]$/ };
// RFC 5321, 4.5.3.1.1: no mail server need take a longer one.
const mostMailbox = 64;
const invisible = /^[\p{C}\p{Z}\p{M}]$/u;

/**
 * An e-mail address in the one form in which it is kept and compared, or the reason why it is none. One that reads like
 * another's (`banсo.mx` with a Cyrillic es) is refused by the sign that is not what it seems, also behind `xn--`.
 */
export function normalAddress(typed: string): Outcome<string> {
  const text = typed.trim().normalize("NFKC").toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 254) return refused("address_malformed");
  const mailbox = text.slice(0, at);
  const host = text.slice(at + 1);

  const strange =
    strangeSign(mailbox, writable.mailbox) ??
    strangeSign(host, writable.host) ??
    strangeSign(domainToUnicode(host), writable.host);
  if (strange) return strange;
  if (mailbox.length > mostMailbox) return refused("address_mailbox_long", { most: mostMailbox });
  const address = `${mailbox}@${domainToASCII(host)}`;
  return addressed.safeParse(address).success ? done(address) : refused("address_malformed");
}

function strangeSign(part: string, known: RegExp) {
  const sign = [...part].find((one) => !known.test(one));
  if (sign === undefined) return undefined;
  if (invisible.test(sign)) return refused("address_hidden_sign");
  return refused("address_foreign_sign", { sign, code: codeOf(sign) });
}

const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
