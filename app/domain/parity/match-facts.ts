import type { Fact } from "./fact";

export type Matched = { es: Fact[]; en: Fact[]; pairs: [Fact, Fact][] };

/** Pairs the facts of two texts that can mean the same; what is left over stands in one text only. */
export function matchFacts(es: Fact[], en: Fact[]): Matched {
  const pairs: [Fact, Fact][] = [];
  const [leftEs, leftEn] = [new Set(es), new Set(en)];

  // First what agrees in its likeliest reading, so that a vaguer one does not take its partner.
  for (const readings of [1, Number.POSITIVE_INFINITY]) {
    const waiting = new Map<string, Fact[]>();
    for (const fact of [...leftEn].reverse()) {
      for (const key of fact.keys.slice(0, readings)) {
        const queue = waiting.get(key);
        if (queue) queue.push(fact);
        else waiting.set(key, [fact]);
      }
    }
    for (const fact of [...leftEs]) {
      const partner = firstWaiting(fact.keys.slice(0, readings), waiting, leftEn);
      if (!partner) continue;
      pairs.push([fact, partner]);
      leftEs.delete(fact);
      leftEn.delete(partner);
    }
  }
  return { es: [...leftEs], en: [...leftEn], pairs };
}

function firstWaiting(keys: string[], waiting: Map<string, Fact[]>, left: Set<Fact>): Fact | undefined {
  for (const key of keys) {
    const queue = waiting.get(key) ?? [];
    for (let fact = queue.pop(); fact; fact = queue.pop()) {
      if (left.has(fact)) return fact;
    }
  }
  return undefined;
}
