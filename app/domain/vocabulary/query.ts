import { done, type Outcome, refused } from "~/domain/outcome";
import { type Concept, glossary } from "./glossary";

/** What people type, understood: every clause must hold, any of its terms will do. Read by db/policies/search-read.sql. */
export type Query = {
  clauses: Clause[];
  /** The whole as typed, in case it is a number, a key term or another identifier. */
  whole: string;
};
export type Clause = {
  not: boolean;
  /** Typed in quotes: word for word. */
  exact: boolean;
  any: Term[];
};
export type Term = { as: "word" | "phrase" | "identifier"; in: "es" | "en" | "both"; text: string };

const longestQuery = 500;
const mostWords = 40;

/**
 * Words, "phrases", -exclusions and OR (or |). A run of words that the glossary knows stands for all it is called in both
 * languages; what stands in quotes stands for itself. Never throws, whatever is typed.
 */
export function understandQuery(typed: string): Outcome<Query> {
  const whole = storable(typed).normalize("NFC").replace(/\s+/g, " ").trim();
  if (whole === "") return done({ clauses: [], whole: "" });
  if (whole.length > longestQuery) return refused("query_too_long", { longest: longestQuery });

  const clauses = clausesOf(tokensOf(whole));
  if (clauses.length === 0) return refused("query_empty");
  if (clauses.every((clause) => clause.not)) return refused("query_only_excludes");
  return done({ clauses, whole });
}

/** Without what the database refuses as text (NUL, half characters) and what search marks with. */
export const storable = (typed: string) => typed.replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, " ");

/** The clause of each concept of the glossary that a text names, for comparing texts across languages. */
export const conceptsIn = (text: string): Clause[] =>
  joinConcepts(tokensOf(storable(text).replace(/["“”«»|]/g, " "), 400)).filter(
    (part): part is Clause => "any" in part && part.any.some((term) => term.as === "phrase"),
  );

type Token = { kind: "or" } | { kind: "text"; text: string; not: boolean; quoted: boolean };

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

function tokensOf(typed: string, most = mostWords): Token[] {
  const tokens: Token[] = [];
  for (const [, minus, quoted, plain] of typed.matchAll(
    /(-?)(?:["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+))/gu,
  )) {
    if (tokens.length === most) break;
    if (plain === "OR" || plain === "|") tokens.push({ kind: "or" });
    else {
      const text = (quoted ?? plain ?? "").trim();
      if (hasWord(text))
        tokens.push({ kind: "text", text, not: minus === "-", quoted: quoted !== undefined });
    }
  }
  return tokens;
}

function clausesOf(tokens: Token[]): Clause[] {
  const clauses: Clause[] = [];
  let joins = false;
  for (const part of joinConcepts(tokens)) {
    const last = clauses.at(-1);
    if (!("any" in part)) joins = last !== undefined;
    else {
      if (joins && last && !last.not && !part.not) {
        last.any.push(...part.any);
        last.exact = last.exact && part.exact;
      } else clauses.push(part);
      joins = false;
    }
  }
  return clauses;
}

function joinConcepts(tokens: Token[]): (Clause | { kind: "or" })[] {
  const parts: (Clause | { kind: "or" })[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (!token) break;
    const known = longestConcept(tokens, i);
    if (known) {
      parts.push({ not: false, exact: false, any: known.terms });
      i += known.length;
    } else {
      parts.push(token.kind === "or" ? token : clauseOf(token));
      i += 1;
    }
  }
  return parts;
}

function clauseOf({ text, not, quoted }: Extract<Token, { kind: "text" }>): Clause {
  if (quoted && /\s/.test(text)) return { not, exact: true, any: [{ as: "phrase", in: "both", text }] };
  const any: Term[] = [{ as: "word", in: "both", text }];
  if (/\d/.test(text)) any.push({ as: "identifier", in: "both", text });
  return { not, exact: false, any };
}

function longestConcept(tokens: Token[], start: number): { terms: Term[]; length: number } | undefined {
  const keys: string[] = [];
  let found: { terms: Term[]; length: number } | undefined;
  for (const token of tokens.slice(start, start + longestTerm)) {
    if (token.kind === "or" || token.not || token.quoted) break;
    keys.push(key(token.text));
    const concepts = conceptsByName.get(keys.join(" "));
    if (concepts) found = { terms: concepts.flatMap(termsOf), length: keys.length };
  }
  return found;
}

const termsOf = ({ en, es, both }: Concept): Term[] => [
  ...es.map((text): Term => ({ as: "phrase", in: "es", text })),
  ...en.map((text): Term => ({ as: "phrase", in: "en", text })),
  ...both.map((text): Term => ({ as: "phrase", in: "both", text })),
];

/** One spelling for a word with or without accents, capitals, a plural ending or surrounding marks. */
function key(word: string) {
  const plain = word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return plain.length > 3 ? plain.replace(/s$/, "").replace(/e$/, "").replace(/y$/, "i") : plain;
}

const conceptsByName = new Map<string, Concept[]>();
let longestTerm = 1;
for (const concept of glossary) {
  for (const name of new Set([...concept.en, ...concept.es, ...concept.both])) {
    const keys = name.split(" ").map(key);
    longestTerm = Math.max(longestTerm, keys.length);
    const named = keys.join(" ");
    conceptsByName.set(named, [...(conceptsByName.get(named) ?? []), concept]);
  }
}
