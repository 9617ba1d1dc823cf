import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAddresses } from "~/domain/screening/find-addresses";
import { findCodes } from "~/domain/screening/find-codes";
import { findNumbers } from "~/domain/screening/find-numbers";
import type { Kind } from "~/domain/screening/finding";
import { type Group, groupsOf } from "~/domain/screening/groups";
import { plainTextOf } from "~/domain/screening/plain-text";
import { screenText } from "~/domain/screening/screen-text";
import { projectFolder } from "~db/project-folder.server";
import { type Invented, invented, written } from "../../../bench/invented-identifiers";
import { numbersFrom } from "../../../bench/search-corpus";

const kindsIn = (text: string) => screenText(text).map(({ kind }) => kind);
const saidIn = (text: string) =>
  screenText(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("an identifier", () => {
  const separated: [Kind, Invented][] = [
    ["curp", "curp"],
    ["rfc", "rfc"],
    ["clabe", "clabe"],
    ["iban", "iban"],
    ["card", "card"],
  ];

  test.each(separated)("of the kind %s is found whatever parts its signs", (kind, name) => {
    const joints = fc.constantFrom(
      "",
      " ",
      "-",
      ".",
      "\u00a0",
      "\u200b",
      "\n",
      "–",
      "  ",
      " - ",
      "\u2009",
      "/",
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.array(joints, { minLength: 34, maxLength: 34 }),
        (seed, between) => {
          const identifier = invented[name](numbersFrom(seed));
          const text = [...identifier]
            .map((sign, i) => sign + (i < identifier.length - 1 ? (between[i] ?? "") : ""))
            .join("");
          expect(saidIn(`Es ${text}.`)).toContainEqual([kind, text]);
        },
      ),
    );
  });

  test.each(["wide", "small", "cyrillic", "letters", "invisible", "lines"] as const)(
    "written in the disguise “%s” is found in its own place",
    (disguise) => {
      for (const name of ["curp", "clabe", "card"] as const) {
        const text = written[disguise](invented[name](numbersFrom(11)));
        expect(saidIn(`😀 Señor: ${text}, sí.`)).toEqual([[name, text]]);
      }
    },
  );

  test("spelled digit by digit is found in both languages", () => {
    const clabe = invented.clabe(numbersFrom(5));
    expect(kindsIn(`la cuenta es ${written.palabras(clabe)}`)).toEqual(["clabe"]);
    expect(kindsIn(`the account is ${written.words(clabe)}`)).toEqual(["clabe"]);
  });

  test("inside a longer one is not found", () => {
    const clabe = invented.clabe(numbersFrom(3));
    expect(kindsIn(`${clabe}7`)).toEqual([]);
    expect(kindsIn(`x${clabe}`)).toEqual([]);
    expect(kindsIn("550e8400-e29b-41d4-a716-446655440000")).toEqual([]);
  });
});

describe("words nearby decide what nine or ten digits are", () => {
  test.each([
    ["SSN 212345678", "ssn"],
    ["ITIN 912701234", "itin"],
    ["EIN 121234567", "ein"],
    ["ABA 021000021", "aba"],
    ["pasaporte G12345678", "passport"],
    ["passport 512345678", "passport"],
    ["cuenta 5512345678901", "account"],
    ["tel. 5512345678", "phone"],
  ] as const)("%s", (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(kindsIn(text.replace(/^\S+ /, "lote "))).toEqual([]);
  });

  test("their grouping does as well", () => {
    expect(kindsIn("212-34-5678")).toEqual(["ssn"]);
    expect(kindsIn("912-70-1234")).toEqual(["itin"]);
    expect(kindsIn("12-1234567")).toEqual(["ein"]);
    expect(kindsIn("Docket No. 12-1234567")).toEqual([]);
    expect(kindsIn("(212) 555-0143")).toEqual(["phone"]);
    expect(kindsIn("55 1234 5678")).toEqual(["phone"]);
  });

  test("a routing number brings the account beside it along", () => {
    expect(saidIn("routing 021000021, account 1234567890")).toEqual([
      ["aba", "021000021"],
      ["account", "1234567890"],
    ]);
  });

  test("a line that its callers do not pay, and an office's mailbox, are nobody's", () => {
    expect(kindsIn("1-800-949-2732, 800 999 8080, FRC@fincen.gov, contacto@cnbv.gob.mx")).toEqual([]);
    expect(kindsIn("jane.doe@fincen.gov")).toEqual(["email"]);
  });
});

describe("an address of a virtual asset", () => {
  // The examples of BIP 173, BIP 350 and EIP 55, the first block's address, and a token's contract.
  test.each([
    ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"],
    ["bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"],
    ["bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc1qW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"],
    [
      "bitcoin",
      "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
      "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj9",
    ],
    ["ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"],
    ["tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u"],
  ])("%s %s holds by its checksum, and one sign off does not", (kind, good, bad) => {
    expect(saidIn(`a ${good}, hoy`)).toEqual([[kind, good]]);
    expect(kindsIn(`a ${bad}, hoy`)).toEqual([]);
  });

  test("of Ethereum in small letters has no check to fail; a hash of 64 is no address", () => {
    expect(kindsIn("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")).toEqual(["ethereum"]);
    expect(kindsIn(`0x${"5a".repeat(32)}`)).toEqual([]);
  });
});

describe("a hostile text", () => {
  const size = 1200;
  const hostile: [string, string][] = [
    ["letters and digits by turns", "a1 "],
    ["single digits", "1 "],
    ["starts of addresses", "T1b 3cD bc1q "],
    ["starts of account numbers", "GB82 MX "],
  ];

  test.each(hostile)("of %s takes twice the steps when it is twice as long", (_, part) => {
    const steps = (length: number) => {
      const plain = plainTextOf(part.repeat(length / part.length));
      let taken = 0;
      const groups: Group[] = new Proxy(groupsOf(plain), {
        get(target, key, receiver) {
          taken++;
          return Reflect.get(target, key, receiver);
        },
      });
      findCodes(plain, groups);
      findAddresses(plain, groups);
      findNumbers(plain, groups);
      return taken;
    };
    const ratio = steps(2 * size) / steps(size);
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
  });

  test("has no long row of spaces left by the time that patterns read it", () => {
    const { text, starts } = plainTextOf(`we${" \t\u00a0\n".repeat(size)}filed`);
    expect(text.length).toBeLessThan(20);
    expect(starts.at(-1)).toBe(2 + 4 * size + 4);
  });

  test("meets no pattern that repeats a group without bound", () => {
    const folder = projectFolder("app", "domain", "screening");
    const unbounded = readdirSync(folder).filter((name) =>
      /\)[*+](?=[^*/ ])/.test(readFileSync(`${folder}/${name}`, "utf8")),
    );
    expect(unbounded).toEqual([]);
  });

  test("of the length that a form takes comes to its end", () => {
    for (const part of [
      "a1 ",
      "we filed ",
      "sar ",
      "@a.",
      "(at)",
      "no presentamos ",
      "+1 ",
      "\n",
      "1-",
      "folio ",
    ]) {
      expect(Array.isArray(screenText(part.repeat(5000 / part.length)))).toBe(true);
    }
  });
});
