/** What is being written on one item of a session. */
export type KeptWords = { text: string; kind: string; mode: string; language: string; parentId: string };
type Place = { roundtableId: string; memberId: string; item: number };

const everySession = "ribera:session:";
const keyOf = ({ roundtableId, memberId, item }: Place) =>
  `${everySession}${roundtableId}:${memberId}:${item}`;

// Of this tab alone and gone with it: a draft of what is said in confidence is on no server and on no disk for longer (decision 430).
const keysFrom = (start: string) => {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
};

export function findKeptWords(place: Place): KeptWords | undefined {
  const [key] = keysFrom(keyOf(place)).filter((one) => one === keyOf(place));
  // Written below, perhaps by an older version of the page.
  const kept: Partial<KeptWords> = key ? JSON.parse(sessionStorage.getItem(key) ?? "{}") : {};
  if (!kept.text) return undefined;
  return { kind: "words", mode: "", language: "", parentId: "", ...kept, text: kept.text };
}

/** False when the browser would not take it: storage full or forbidden. */
export function keepWords(place: Place, words: KeptWords | undefined): boolean {
  try {
    if (words === undefined) sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), JSON.stringify(words));
    return true;
  } catch {
    return false;
  }
}

export const countKeptWords = () => keysFrom(everySession).length;

/** Of one session, or of every one. */
export function forgetKeptWords(roundtableId?: string) {
  const start = roundtableId === undefined ? everySession : `${everySession}${roundtableId}:`;
  for (const key of keysFrom(start)) sessionStorage.removeItem(key);
}
