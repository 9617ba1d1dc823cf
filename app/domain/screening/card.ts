import cardValidator from "card-validator";

const usualLengths = [14, 15, 16, 19];

/** A number in an issuer's range, of a length in use, with Luhn's check digit; the rarer lengths only where the words speak of a card. */
export const isCard = (digits: string, spokenOf = false) =>
  (spokenOf ? digits.length >= 13 && digits.length <= 19 : usualLengths.includes(digits.length)) &&
  cardValidator.number(digits, { luhnValidateUnionPay: true }).isValid;
