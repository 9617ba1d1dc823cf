import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { bech32, bech32m, createBase58check } from "@scure/base";
import { curpCheckDigit } from "~/domain/screening/curp";
import { rfcCheckDigit } from "~/domain/screening/rfc";

/** Identifiers of nobody, with check digits that hold, for the corpus and for tests. `random` gives numbers from 0 to 1. */
export type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
const letters = (random: Random, count: number, from = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") =>
  Array.from({ length: count }, () => pick(random, [...from])).join("");
const two = (value: number) => String(value).padStart(2, "0");
const day = (random: Random) =>
  `${two(50 + Math.floor(random() * 50))}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`;
const bytes = (random: Random, count: number) =>
  Uint8Array.from({ length: count }, () => Math.floor(random() * 256));

const base58check = createBase58check(sha256);
const checked = (body: string, weights: number[]) =>
  [...body].reduce((sum, digit, i) => sum + Number(digit) * (weights[i % weights.length] ?? 0), 0);

const clabeOf = (random: Random) => {
  const body =
    pick(random, ["002", "012", "014", "021", "044", "058", "072", "127", "137", "646", "722"]) +
    digits(random, 14);
  const sum = [...body].reduce(
    (total, digit, i) => total + ((Number(digit) * ([3, 7, 1][i % 3] ?? 0)) % 10),
    0,
  );
  return body + ((10 - (sum % 10)) % 10);
};

function luhn(body: string) {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

const ibanForms: [string, (random: Random) => string][] = [
  ["GB", (random) => letters(random, 4) + digits(random, 14)],
  ["DE", (random) => digits(random, 18)],
  ["NL", (random) => letters(random, 4) + digits(random, 10)],
  ["CH", (random) => digits(random, 17)],
  ["AT", (random) => digits(random, 16)],
];

function ibanOf(random: Random) {
  const [country, body] = pick(random, ibanForms);
  const account = body(random);
  const spelled = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join("");
  const rest = [...spelled].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return country + two(98 - rest) + account;
}

function ethereumOf(random: Random) {
  const hex = bytesToHex(bytes(random, 20));
  const hash = bytesToHex(keccak_256(utf8ToBytes(hex)));
  return `0x${[...hex].map((sign, i) => (Number.parseInt(hash.charAt(i), 16) > 7 ? sign.toUpperCase() : sign)).join("")}`;
}

const segwit = (random: Random, version: number, length: number) => {
  const coder = version === 0 ? bech32 : bech32m;
  return coder.encode("bc", [version, ...coder.toWords(bytes(random, length))]);
};

export const invented = {
  curp: (random: Random) => {
    const body = `${letters(random, 4, "BCDFGLMPRST")}${day(random)}${pick(random, ["H", "M"])}${pick(random, ["DF", "JC", "NL", "SR", "BC", "TS", "CH"])}${letters(random, 3, "BCDFGHJKLMNPRSTVZ")}0`;
    return body + curpCheckDigit(body);
  },
  rfc: (random: Random) => {
    const body = letters(random, 4, "BCDFGLMPRSTVX") + day(random) + letters(random, 1) + digits(random, 1);
    return body + rfcCheckDigit(body);
  },
  company: (random: Random) => {
    const body = letters(random, 3, "BCDFGLMPRSTVX") + day(random) + letters(random, 1) + digits(random, 1);
    return body + rfcCheckDigit(body);
  },
  clabe: clabeOf,
  card: (random: Random) => luhn(pick(random, ["4", "51", "53", "55"]).padEnd(15, digits(random, 15))),
  amex: (random: Random) => luhn(`37${digits(random, 12)}`),
  ssn: (random: Random) =>
    `${pick(random, ["212", "345", "518", "601", "740"])}${two(1 + Math.floor(random() * 98))}${1000 + Math.floor(random() * 8999)}`,
  itin: (random: Random) =>
    `9${digits(random, 2)}${pick(random, ["50", "65", "70", "88", "90", "92", "94", "99"])}${digits(random, 4)}`,
  ein: (random: Random) => `${pick(random, ["12", "27", "45", "61", "82", "93"])}${digits(random, 7)}`,
  aba: (random: Random) => {
    const body = pick(random, ["02", "11", "12", "25", "31", "32"]) + digits(random, 6);
    return body + ((10 - (checked(body, [3, 7, 1]) % 10)) % 10);
  },
  account: (random: Random) => `${1 + Math.floor(random() * 9)}${digits(random, 9)}`,
  iban: ibanOf,
  "mx-passport": (random: Random) => `${pick(random, ["G", "N"])}${digits(random, 8)}`,
  "us-passport": (random: Random) => `${pick(random, ["A", "5", "6"])}${digits(random, 8)}`,
  "mx-phone": (random: Random) =>
    `${pick(random, ["55", "33", "81"])}${pick(random, ["1", "2", "4", "5", "8"])}${digits(random, 7)}`,
  "us-phone": (random: Random) =>
    `${pick(random, ["212", "305", "713", "915"])}${pick(random, ["2", "4", "5", "7"])}${digits(random, 6)}`,
  email: (random: Random) =>
    `${pick(random, ["r.salinas", "m_ortega", "jane.doe", "t-wells", "contador27"])}@${pick(random, ["correo-norte.mx", "example.com", "mailbox.example.net"])}`,
  btc: (random: Random) => base58check.encode(Uint8Array.of(pick(random, [0, 5]), ...bytes(random, 20))),
  bech32: (random: Random) => segwit(random, 0, pick(random, [20, 32])),
  taproot: (random: Random) => segwit(random, 1, 32),
  eth: ethereumOf,
  tron: (random: Random) => base58check.encode(Uint8Array.of(0x41, ...bytes(random, 20))),
} satisfies Record<string, (random: Random) => string>;

export type Invented = keyof typeof invented;

/** The same identifier with another last sign, so that its check digit does not hold. */
export const spoilt = (identifier: string) => {
  const last = identifier.at(-1) ?? "0";
  const other = /\d/.test(last)
    ? String((Number(last) + 3) % 10)
    : last === "b"
      ? "c"
      : last === "B"
        ? "C"
        : last === last.toUpperCase()
          ? "B"
          : "b";
  return identifier.slice(0, -1) + other;
};

const every = (text: string, size: number, joint: string) =>
  text.replace(new RegExp(`(.{${size}})(?=.)`, "g"), `$1${joint}`);

/** How people write it, and how people hide it. */
export const written = {
  "3-2-4": (text: string) => text.replace(/^(.{3})(.{2})(.{4})$/, "$1-$2-$3"),
  "2-7": (text: string) => text.replace(/^(.{2})(.{7})$/, "$1-$2"),
  us: (text: string) => text.replace(/^(.{3})(.{3})(.{4})$/, "($1) $2-$3"),
  dashed: (text: string) => text.replace(/^(.{3})(.{3})(.{4})$/, "$1-$2-$3"),
  mx: (text: string) => text.replace(/^(.{2})(.{4})(.{4})$/, "$1 $2 $3"),
  spaces: (text: string) => every(text, 4, " "),
  dashes: (text: string) => every(text, 4, "-"),
  dots: (text: string) => every(text, 3, "."),
  single: (text: string) => every(text, 1, " "),
  nbsp: (text: string) => every(text, 5, "\u00a0"),
  invisible: (text: string) => every(text, 2, "\u200b"),
  lines: (text: string) => every(text, 8, "\n"),
  wide: (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  small: (text: string) => text.toLowerCase(),
  cyrillic: (text: string) =>
    text.replace(/[ABCEHKMOPTX]/g, (sign) => "АВСЕНКМОРТХ".charAt("ABCEHKMOPTX".indexOf(sign))),
  letters: (text: string) => text.replaceAll("0", "O").replaceAll("1", "l"),
  palabras: (text: string) =>
    [...text]
      .map(
        (digit) =>
          ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"][Number(digit)],
      )
      .join(" "),
  words: (text: string) =>
    [...text]
      .map(
        (digit) =>
          ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][Number(digit)],
      )
      .join(" "),
  at: (text: string) => text.replace("@", " [at] ").replaceAll(/\.(?=[a-z]+$|[a-z]+\.mx$)/g, " [dot] "),
  arroba: (text: string) => text.replace("@", " arroba ").replace(/\.(?=[a-z]+$)/, " punto "),
} satisfies Record<string, (text: string) => string>;
