import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { bech32, bech32m, createBase58check } from "@scure/base";
import type { Stretch } from "./find-codes";
import type { Kind } from "./finding";
import { type Group, joins } from "./groups";
import type { PlainText } from "./plain-text";

const base58check = createBase58check(sha256);

/** Shorter ones exist, but hardly any; looking for them in pieces too would decode at every group. */
const leastInPieces = 32;

/** Addresses of virtual assets, in one piece or in several of three signs and more. */
export function findAddresses(plain: PlainText, groups: Group[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [i, first] of groups.entries()) {
    const form = forms.find(({ start }) => start.test(first.text));
    if (!form) continue;
    let address = "";
    let last = first;
    for (let j = i; j < groups.length && address.length < form.most; j++) {
      const next = groups[j];
      if (!next || (j > i && (!joins(plain, last, next) || last.text.length < (j === i + 1 ? 1 : 3)))) break;
      last = next;
      address += next.text;
      if (j > i && address.length < leastInPieces) continue;
      if (address.length < form.least || address.length > form.most || !form.alphabet.test(address)) continue;
      if (form.holds(address)) found.push({ kind: form.kind, from: first.start, to: next.end });
    }
  }
  return found;
}

type Form = {
  kind: Kind;
  start: RegExp;
  least: number;
  most: number;
  alphabet: RegExp;
  holds: (address: string) => boolean;
};

const base58 = /^[1-9A-HJ-NP-Za-km-z]+$/;
const version = (address: string) => {
  try {
    const bytes = base58check.decode(address);
    return bytes.length === 21 ? bytes[0] : undefined;
  } catch {
    return undefined;
  }
};

const forms: Form[] = [
  {
    kind: "bitcoin",
    start: /^bc1|^bc$/i,
    least: 14,
    most: 74,
    alphabet: /^bc1[ac-hj-np-z02-9]+$/i,
    holds: isBech32,
  },
  { kind: "ethereum", start: /^0x/i, least: 42, most: 42, alphabet: /^0x[\da-f]{40}$/i, holds: isEthereum },
  { kind: "tron", start: /^T/, least: 34, most: 34, alphabet: base58, holds: (one) => version(one) === 0x41 },
  {
    kind: "bitcoin",
    start: /^[13]/,
    least: 26,
    most: 35,
    alphabet: base58,
    holds: (one) => /[A-Za-z]/.test(one) && [0x00, 0x05].includes(version(one) ?? -1),
  },
];

/** Witness version 0 has the checksum of bech32, later ones that of bech32m. */
function isBech32(address: string) {
  const [small, capital] = [address.toLowerCase(), address.toUpperCase()];
  if (address !== small && address !== capital) return false;
  const coder = small[3] === "q" ? bech32 : bech32m;
  const decoded = coder.decodeUnsafe(small, 90);
  return decoded !== undefined && decoded.words.length > 1;
}

/** EIP-55: the capitals are the check; an address all in small letters or all in capitals has none. */
function isEthereum(address: string) {
  const hex = address.slice(2);
  if (hex === hex.toLowerCase() || hex === hex.toUpperCase()) return /[1-9a-f]/i.test(hex);
  const hash = bytesToHex(keccak_256(utf8ToBytes(hex.toLowerCase())));
  return [...hex].every((sign, i) =>
    /\d/.test(sign) ? true : (sign === sign.toUpperCase()) === Number.parseInt(hash.charAt(i), 16) > 7,
  );
}
