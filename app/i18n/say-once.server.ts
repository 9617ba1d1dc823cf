import type { i18n, TFunction } from "i18next";
import { LRUCache } from "lru-cache";

const mostWords = 2_000;

// i18next's own type for this overwhelms the compiler; only its callers need it.
type Speaker = (key: string, ...rest: unknown[]) => string;

/**
 * An i18next that looks each plain word up once. Its words never change, and a page says hundreds of them: the
 * original copies all of its options for each word, and `useTranslation` all own properties of the instance for
 * each component, of which an heir has none (decision 101).
 */
export function sayOnce(instance: i18n): i18n {
  const speakers = new Map<string, TFunction>();

  const speakerOf: i18n["getFixedT"] = (...asked: Parameters<i18n["getFixedT"]>) => {
    const name = JSON.stringify(asked);
    const before = speakers.get(name);
    if (before) return before;
    const speaker = once(instance.getFixedT(...asked) as unknown as Speaker) as unknown as TFunction;
    speakers.set(name, speaker);
    return speaker;
  };

  const heir: i18n = Object.create(instance);
  heir.getFixedT = speakerOf;
  return heir;
}

function once(say: Speaker): Speaker {
  const said = new LRUCache<string, string>({ max: mostWords });
  const saying: Speaker = (key, ...rest) => {
    if (rest.length > 0) return say(key, ...rest);
    const known = said.get(key) ?? say(key);
    said.set(key, known);
    return known;
  };
  return Object.assign(saying, say);
}
