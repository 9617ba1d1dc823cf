import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCard } from "~/domain/screening/card";
import { hasClabeCheckDigit, isClabe } from "~/domain/screening/clabe";
import { isCurp } from "~/domain/screening/curp";
import { isRfc } from "~/domain/screening/rfc";
import { isRoutingNumber } from "~/domain/screening/routing-number";
import { screenText } from "~/domain/screening/screen-text";
import { isEin, isItin, isSsn } from "~/domain/screening/us-tax-numbers";
import { invented } from "../../../bench/invented-identifiers";

/** Another last digit in its place: nine of them, none of which may hold. */
const lastDigitsOf = (identifier: string) =>
  [..."0123456789"]
    .filter((digit) => digit !== identifier.at(-1))
    .map((digit) => identifier.slice(0, -1) + digit);

describe("a check digit", () => {
  test.each([
    ["CURP", isCurp, ["HEGG560427MVZRRL04", "BOXW310820HNERXN09"]],
    ["RFC", isRfc, ["GODE561231GR8"]],
    ["CLABE", isClabe, ["032180000118359719", "002010077777777771"]],
    ["card", isCard, ["4111111111111111", "378282246310005", "5555555555554444"]],
    ["routing number", isRoutingNumber, ["021000021", "121000358"]],
  ] as const)("of a %s holds in the issuers' own examples and with no other digit", (_, holds, examples) => {
    for (const example of examples) {
      expect(holds(example), example).toBe(true);
      for (const other of lastDigitsOf(example)) expect(holds(other), other).toBe(false);
    }
  });

  test("says nothing of a bank that does not exist, unless the words say CLABE", () => {
    const body = "99200000000000000";
    const orphan = [..."0123456789"].map((digit) => body + digit).find(hasClabeCheckDigit) ?? "";
    expect(isClabe(orphan)).toBe(false);
    expect(screenText(`lote ${orphan}`)).toEqual([]);
    expect(screenText(`CLABE ${orphan}`).map(({ kind }) => kind)).toEqual(["clabe"]);
  });
});

describe("the day in a CURP and an RFC", () => {
  test("is one of the calendar, 29 February of a leap year included", () => {
    const on = (day: string) => {
      const body = `GODE${day}GR`;
      return [..."0123456789A"].some((digit) => isRfc(body + digit));
    };
    expect(["561231", "560229", "000229", "010101"].map(on)).toEqual([true, true, true, true]);
    expect(["561232", "570229", "561301", "560001", "560100"].map(on)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test("stands between a sex and a state that exist", () => {
    const of = (middle: string) =>
      [..."0123456789"].some((digit) => isCurp(`HEGG560427${middle}RRL0${digit}`));
    expect(["MVZ", "HVZ", "XVZ", "HNE"].map(of)).toEqual([true, true, true, true]);
    expect(["AVZ", "MXX", "MZZ"].map(of)).toEqual([false, false, false]);
  });

  test("does not make the codes of nobody a finding", () => {
    for (const code of ["XAXX010101000", "XEXX010101000"]) expect(screenText(`RFC ${code}`)).toEqual([]);
  });
});

describe("the ranges of numbers without a check digit", () => {
  test("of a social security number", () => {
    expect(["001010001", "665999999", "667010001", "899999999"].map(isSsn)).toEqual([true, true, true, true]);
    expect(["000010001", "666010001", "900010001", "123000001", "123450000", "078051120"].map(isSsn)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });

  test("of an ITIN", () => {
    const of = (middle: number) => isItin(`900${String(middle).padStart(2, "0")}1234`);
    const inRange = Array.from({ length: 100 }, (_, i) => i).filter(of);
    expect([inRange.at(0), inRange.at(-1), inRange.length]).toEqual([50, 99, 16 + 19 + 3 + 6]);
    for (const outside of [49, 66, 69, 89, 93]) expect(of(outside), String(outside)).toBe(false);
    expect(isItin("800701234")).toBe(false);
  });

  test("of an EIN", () => {
    const without = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0")).filter(
      (prefix) => !isEin(`${prefix}1234567`),
    );
    expect(without).toEqual("00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97".split(" "));
  });

  test("of a routing number", () => {
    const prefixes = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0")).filter((prefix) =>
      Array.from({ length: 10 }, (_, digit) => `${prefix}100000${digit}`).some(isRoutingNumber),
    );
    expect([prefixes.at(0), prefixes.at(-1), prefixes.length]).toEqual(["00", "80", 13 + 12 + 12 + 1]);
  });
});

describe("numbers drawn at random", () => {
  const drawn = (length: number, count: number) => {
    const random = fc.sample(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }),
      {
        numRuns: count,
        seed: 20_261_122,
      },
    );
    return random.map((digits) => digits.join(""));
  };

  test("of eighteen digits are a CLABE for one in a hundred at the most", () => {
    const called = drawn(18, 5000).filter((digits) => screenText(digits).length > 0);
    expect(called.length / 5000).toBeLessThan(0.02);
  });

  test.each([14, 15, 16, 19])("of %d digits are a card for one in ten at the most", (length) => {
    const called = drawn(length, 2000).filter((digits) => screenText(digits).length > 0);
    expect(called.length / 2000).toBeLessThan(0.1);
  });

  test.each([9, 10, 11, 12])("of %d digits are nothing at all where no word says what they are", (length) => {
    expect(drawn(length, 500).filter((digits) => screenText(digits).length > 0)).toEqual([]);
  });
});

test("the invented identifiers that these tests draw on hold by the issuers' rules", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = () =>
        fc.sample(fc.double({ min: 0, max: 0.999, noNaN: true }), { numRuns: 1, seed: seed + calls++ })[0] ??
        0;
      let calls = 0;
      expect(isCurp(invented.curp(random))).toBe(true);
      expect(isRfc(invented.rfc(random)) && isRfc(invented.company(random))).toBe(true);
      expect(isClabe(invented.clabe(random))).toBe(true);
      expect(isCard(invented.card(random)) && isCard(invented.amex(random))).toBe(true);
    }),
    { numRuns: 20 },
  );
});
