import { sql } from "drizzle-orm";
import { otherLanguage } from "~/domain/advisories/advisory";
import type { Language, Text, Tlp } from "~/domain/advisories/advisory.form";
import { type Db, oneRow } from "~db/client.server";
import { excerpt, folded, markWords, type Segment, wholeWords, wordsLike } from "./marked-text";
import type { Passage, SearchItem } from "./search.server";

export type ItemRow = Omit<SearchItem, "language" | "title" | "summary" | "passages"> & { title: Text };
export type FoundPassage = Text & {
  advisoryId: string;
  kind: "summary" | Passage["kind"];
  partId: string | null;
  publicId: string | null;
  tlp: Tlp;
  heading: string;
  /** Which terms of the question are in it. */
  terms: number[];
};
type FoundItem = { row: ItemRow; passages: FoundPassage[] };
type Found = {
  rows: FoundItem[];
  /** Of each term of the question, those that answer it. */
  stems: string[][];
  reader: Language;
};

/** What is shown of these advisories, the words that answer the question marked, in the reader's language where it has any. */
export async function listMarkedItems(db: Db, { rows, stems, reader }: Found): Promise<SearchItem[]> {
  const other = otherLanguage(reader);
  const passages = rows.flatMap((item) => item.passages.filter(({ kind }) => kind !== "summary"));
  const mark = await marksOf(
    db,
    [
      ...rows.flatMap((item) => headTexts(item, reader)),
      ...passages.flatMap((p) => [p.heading, p[spokenIn(p, reader)]]),
    ],
    stems,
  );

  // Most passages answer in the reader's language; only of the others are the words of the other language looked up too.
  const told = new Map<FoundPassage, Told>();
  for (const p of passages) {
    const language = spokenIn(p, reader);
    told.set(p, { language, text: mark(p[language], language, p.terms) });
  }
  const silent = passages.filter(
    (p) => p[reader] !== "" && p[other] !== "" && told.get(p)?.text.every(({ hit }) => !hit),
  );
  if (silent.length > 0) {
    const markOther = await marksOf(
      db,
      silent.map((p) => p[other]),
      stems,
    );
    for (const p of silent) {
      const text = markOther(p[other], other, p.terms);
      if (text.some(({ hit }) => hit)) told.set(p, { language: other, text });
    }
  }
  return rows.map((item) => itemOf(item, reader, mark, told));
}

type Told = { language: Language; text: Segment[] };

const spokenIn = (text: Text, reader: Language) => (text[reader] === "" ? otherLanguage(reader) : reader);

const summaryOf = ({ passages }: FoundItem) => passages.find(({ kind }) => kind === "summary");

function headTexts(item: FoundItem, reader: Language) {
  const language = spokenIn(item.row.title, reader);
  const summary = summaryOf(item);
  return summary ? [item.row.title[language], summary[language]] : [];
}

function itemOf(item: FoundItem, reader: Language, mark: Mark, told: Map<FoundPassage, Told>): SearchItem {
  const { title, date, ...row } = item.row;
  const language = spokenIn(title, reader);
  const summary = summaryOf(item);
  return {
    ...row,
    date: date || null,
    language,
    title: mark(title[language], language, summary?.terms ?? []),
    summary: summary ? excerpt(mark(summary[language], language, summary.terms)) : [],
    passages: item.passages.flatMap((p) => {
      const id = p.publicId ?? p.partId;
      const shown = told.get(p);
      if (!shown || id === null || p.kind === "summary") return [];
      return [
        {
          kind: p.kind,
          id,
          tlp: p.tlp,
          heading: mark(p.heading, reader, p.terms),
          language: shown.language,
          text: excerpt(shown.text),
        },
      ];
    }),
  };
}

/** Marks in a text of this language the words that answer these terms of the question. */
type Mark = (text: string, language: Language, terms: number[]) => Segment[];

/** Which words of these texts are to be marked. */
async function marksOf(db: Db, texts: string[], stems: string[][]): Promise<Mark> {
  const plain = new Map(texts.map((text) => [text, folded(text)] as const));
  const words = wordsLike([...plain.values()], stems.flat());
  const said = words.length === 0 ? nothingSaid : await stemsOf(db, words, stems.flat());

  const patterns = new Map<string, RegExp | undefined>();
  const mark: Mark = (text, language, terms) => {
    const key = `${language} ${terms.join()}`;
    if (!patterns.has(key)) {
      const wanted = new Set(terms.flatMap((term) => stems[term] ?? []));
      const answers = Object.entries(said[language]).filter(([, has]) =>
        has.some((stem) => wanted.has(stem)),
      );
      patterns.set(key, wholeWords(answers.map(([word]) => word)));
    }
    return markWords(text, patterns.get(key), plain.get(text));
  };
  return mark;
}

type Said = Record<Language, Record<string, string[]>>;
const nothingSaid: Said = { es: {}, en: {} };

/** Of no document, so asked by nobody in particular. */
async function stemsOf(db: Db, words: string[], stems: string[]): Promise<Said> {
  const [row] = await db
    .select({ said: sql<Said>`search_words_of(${sql.param(words)}::text[], ${sql.param(stems)}::text[])` })
    .from(oneRow)
    .prepare("search_words_of")
    .execute();
  if (!row) throw new Error("search_words_of answered nothing");
  return row.said;
}
