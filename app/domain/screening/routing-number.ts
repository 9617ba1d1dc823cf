const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

/** ABA routing transit number: nine digits of a range that the Federal Reserve gives out, and its check digit. */
export const isRoutingNumber = (text: string) =>
  /^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(text) &&
  text !== "000000000" &&
  [...text].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0) % 10 === 0;
