import postgres from "postgres";
import type { Language } from "~/domain/advisories/advisory.form";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { search } from "~/domain/search/search.server";
import { type Connection, connect } from "~db/client.server";
import { type Emit, p95 } from "./measurement";
import { copies, numbersFrom, type Speech, speech } from "./search-corpus";
import { openSearchStore } from "./search-store";

const documents = 200_000;
const kinds = ["common", "rare", "two-words", "phrase"] as const;
type Question = { kind: (typeof kinds)[number]; q: string; language: Language; viewer: Viewer };

/** Search over 200,000 documents in a database of its own, from the typed words to what the page is given. */
export async function run(emit: Emit, { keep, onProgress = console.error }: Options = {}) {
  const store = await openSearchStore({ keep, documents, onProgress });
  const owner = postgres(store.url, { max: 16, onnotice: () => {} });
  const pool = connect(store.webUrl, { max: 16 });
  try {
    await measure(emit, { db: pool.db, owner, viewers: [anonymous, store.bank] });
  } finally {
    await pool.close();
    await owner.end({ timeout: 3 });
    await store.close();
  }
}

type Options = { keep?: string | undefined; onProgress?: (line: string) => void };
export type Bench = { db: Connection; owner: postgres.Sql; viewers: Viewer[] };

export async function measure(emit: Emit, { db, owner, viewers }: Bench) {
  const questions = await askable(owner, viewers);
  const ask = async ({ q, language, viewer }: Question) => {
    const outcome = await search(db, viewer, { q, language });
    if (!outcome.ok) throw new Error(`${q}: ${outcome.reason}`);
  };
  const bare = async ({ q, language }: Question) => {
    const config = language === "es" ? "spanish" : "english";
    await owner`select id from search_documents where terms @@ plainto_tsquery(${config}, search_fold(${q}, ${language})) limit 20`;
  };
  const timed = async (act: (question: Question) => Promise<void>, question: Question) => {
    const start = performance.now();
    await act(question);
    return performance.now() - start;
  };
  const alone = async (act: (question: Question) => Promise<void>, asked: Question[]) => {
    const times: number[] = [];
    for (const question of asked) times.push(await timed(act, question));
    return p95(times);
  };
  const together = async (act: (question: Question) => Promise<void>, asked: Question[]) => {
    const times: number[] = [];
    const left = [...asked];
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let next = left.pop(); next; next = left.pop()) times.push(await timed(act, next));
      }),
    );
    return p95(times);
  };
  const say = (name: string, value: number, floor: number, notes: string) =>
    emit({ name, value: round(value), unit: "ms", floor: round(floor), ratio: round(floor / value), notes });

  const [held] = await owner<{ documents: number; bytes: number }[]>`
    select (select count(*)::int from search_documents where base) as documents, round(avg(es))::int as bytes from (
      select sum(length(es)) as es from search_parts where advisory_id in (select advisory_id from search_documents where base limit 500) group by advisory_id) t`;
  const corpus = `${held?.documents} documents of made-up words (frequencies as in a real language, about ${held?.bytes} characters in each of two languages; ${Math.ceil((held?.documents ?? 0) / copies)} different ones, each ${copies} times under other numbers and dates, written in the order of their dates as they would be issued, without the rows of red flags that search does not read), half of the questions by a bank's member, half by nobody`;

  const [warm, ...rest] = chunk(questions, 4);
  await together(ask, warm ?? []);
  const measured = rest.flat();
  for (const kind of kinds) {
    const asked = measured.filter((question) => question.kind === kind);
    say(
      `search.${kind}.1`,
      await alone(ask, asked),
      await alone(bare, asked),
      `p95 of ${asked.length} questions, one after the other, by the read that the list page makes: visibility, total, facets, marked passages; ${corpus}; floor: 20 rows of the same words from the same index as the tables' owner, nothing else`,
    );
  }
  say(
    "search.mix.16",
    await together(ask, measured),
    await together(bare, measured),
    `p95 of ${measured.length} questions of all four kinds from 16 clients at once, asked by one process beside the database; ${corpus}; floor: as above with 16 clients`,
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function chunk(questions: Question[], parts: number) {
  return Array.from({ length: parts }, (_, i) =>
    questions.filter((_, j) => Math.floor(j / kinds.length) % parts === i),
  );
}

/** Words of every frequency that the corpus has, and phrases as they stand in it. */
export async function askable(owner: postgres.Sql, viewers: Viewer[]): Promise<Question[]> {
  const random = numbersFrom(7);
  const seed = numbersFrom(20_261_122);
  const speeches: Record<Language, Speech> = { es: speech("es", seed), en: speech("en", seed) };
  const texts = await owner<{ es: string; en: string }[]>`
    select es, en from search_parts where kind = 'section' and id % 97 = 3 and length(es) > 300 and length(en) > 300 order by id limit 400`;
  const word = (language: Language, from: number, to: number) =>
    speeches[language].words[Math.floor(from + random() * (to - from))] ?? "";

  const made = Array.from({ length: 640 }, (_, i): Question => {
    const kind = kinds[i % 4] ?? "common";
    const language = random() < 0.5 ? "es" : "en";
    const said = (texts[Math.floor(random() * texts.length)]?.[language] ?? "").split(" ");
    const at = Math.floor(random() * Math.max(1, said.length - 4));
    const q = {
      common: () => word(language, 0, 30),
      rare: () => word(language, 15_000, 40_000),
      "two-words": () => `${word(language, 0, 600)} ${word(language, 30, 3000)}`,
      phrase: () => `"${said.slice(at, at + 2 + Math.floor(random() * 3)).join(" ")}"`,
    }[kind]();
    return { kind, q, language, viewer: viewers[i % viewers.length] ?? anonymous };
  });
  // A made-up word may be a real one that means nothing by itself; such questions are refused, not searched.
  const asks = await owner<{ something: boolean }[]>`
    select numnode(plainto_tsquery(asked.config::regconfig, asked.q)) > 0 as something
    from rows from (jsonb_to_recordset(${owner.json(made.map(({ q, language }) => ({ q, config: language === "es" ? "spanish" : "english" })))}::jsonb)
      as (q text, config text)) with ordinality as asked(q, config, place) order by asked.place`;
  return made.filter((_, i) => asks[i]?.something);
}
