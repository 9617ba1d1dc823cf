import { safeName } from "./safe-name";

/** What can be shown in a room: whatever can carry its reader's name when a copy of it leaves. */
export const roomEndings = ["pdf", "png", "jpg", "jpeg", "csv", "txt"] as const;

/** Most letters of what a file is called. */
export const mostNameLetters = 120;

/** What is said of a file where it is shown. */
export type RoomFile = { name: string; mediaType: string; bytes: number };

type Naming = {
  /** What whoever shows it calls it; empty where they did not say. */
  title: string;
  /** What it is called where it comes from; null where that could say whose it is. */
  own: string | null;
  ending: string;
};

/** What a file is called in a room. */
export function roomName({ title, own, ending }: Naming): string {
  const known = title.trim() || (own ?? "").replace(/\.[a-z0-9]+$/i, "") || "documento";
  const plain = known.toLowerCase().endsWith(`.${ending}`) ? known.slice(0, -ending.length - 1) : known;
  return `${safeName(plain).slice(0, mostNameLetters)}.${ending}`;
}
