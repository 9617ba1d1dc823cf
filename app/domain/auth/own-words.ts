const leastWord = 3;
// As people draw letters with figures and signs.
const drawn: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Lower case, without accents, and every sign the letter that it stands for. */
const plain = (text: string) =>
  [...text.toLowerCase().normalize("NFD")]
    .filter((sign) => !/\p{M}/u.test(sign))
    .map((sign) => drawn[sign] ?? sign)
    .join("");

/**
 * The letters and figures of a password without the words of a person's own (of their name, address or organisation), also where they are
 * drawn (`0lv3ra`); undefined where none of them is in it.
 */
export function withoutOwnWords(password: string, about: string[]): string | undefined {
  const read = plain(password);
  const words = about
    .flatMap((text) => text.normalize("NFC").split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= leastWord)
    .map(plain)
    .sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, " "), read);
  return left === read ? undefined : left.replace(/[^\p{L}\p{N}]/gu, "");
}
