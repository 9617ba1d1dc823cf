import { clabe } from "clabe-validator";

/** Eighteen digits and their check digit. The branch's plaza is not asked for: institutions without branches make theirs up. */
export const hasClabeCheckDigit = (digits: string) =>
  /^\d{18}$/.test(digits) && Number(digits.slice(17)) === clabe.computeChecksum(digits.slice(0, 17));

/** With the code of a bank that takes part in Mexico's payment systems too, which a number drawn at random seldom has. */
export const isClabe = (digits: string) =>
  hasClabeCheckDigit(digits) && Number(digits.slice(0, 3)) in clabe.banksMap;
