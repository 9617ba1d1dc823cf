/** Printed in wallets and advertisements, so that nobody has them. */
const advertised = ["078051120", "219099999", "457555462"];

/** Nine digits of a range that the Social Security Administration gives out; there is no check digit. */
export const isSsn = (digits: string) =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) && !advertised.includes(digits);

/** Nine digits: a 9, and as fourth and fifth 50–65, 70–88, 90–92 or 94–99. */
export const isItin = (digits: string) => /^9\d{2}(5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/.test(digits);

const einPrefixes = /^(0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-5]|9[89])/;

/** Nine digits with a prefix that the Internal Revenue Service gives out; there is no check digit. */
export const isEin = (digits: string) => /^\d{9}$/.test(digits) && einPrefixes.test(digits);
