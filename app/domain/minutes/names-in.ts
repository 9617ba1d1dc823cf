const plain = (text: string) =>
  ` ${text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** The names that a text says as whole words, however they are accented or written large. */
export const namesIn = (text: string, names: string[]) => {
  const said = plain(text);
  return [...new Set(names)].filter((name) => plain(name).trim().length > 2 && said.includes(plain(name)));
};
