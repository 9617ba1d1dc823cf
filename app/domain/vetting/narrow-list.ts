export type ListFilters = { q: string; state: string; country: string; kind: string };

type Line = {
  shortName: string;
  name: { es: string; en: string };
  vetting: string;
  jurisdiction: string;
  kind: string;
};

/** Accents and capitals make no difference to a name that is looked for. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const narrowList = <Row extends Line>(lines: Row[], { q, state, country, kind }: ListFilters): Row[] =>
  lines.filter(
    (line) =>
      (state === "" || line.vetting === state) &&
      (country === "" || line.jurisdiction === country) &&
      (kind === "" || line.kind === kind) &&
      plain(q)
        .split(/\s+/)
        .every((word) => plain(`${line.shortName} ${line.name.es} ${line.name.en}`).includes(word)),
  );
