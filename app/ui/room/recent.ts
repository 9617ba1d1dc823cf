import type { Contribution } from "./room";

const mostThreads = 150;

/** The last threads of an item with all that answers them, and the questions of every item; how many came before. */
export function recentOf(contributions: Contribution[], item: number, all: boolean) {
  const threads = contributions.filter((one) => one.item === item && one.parentId === null);
  const earlier = all ? 0 : Math.max(0, threads.length - mostThreads);
  const left = new Set(threads.slice(0, earlier).map(({ id }) => id));
  const isShown = (one: Contribution) =>
    one.kind === "question" || (one.item === item && !left.has(one.parentId ?? one.id));
  return { contributions: contributions.filter(isShown), earlier };
}
