import { LRUCache } from "lru-cache";
import { type MarkdownOptions, renderMarkdown } from "./markdown.server";

/** Some two hundred long advisories in both languages; in UTF-16 units, of which most texts take one byte each. */
const mostUnits = 24 * 1024 * 1024;

const kept = new LRUCache<string, string>({
  maxSize: mostUnits,
  sizeCalculation: (html, key) => html.length + key.length + 200,
});

/**
 * `renderMarkdown`, remembered by everything that goes into it: whoever asks already holds the text, so nothing is
 * answered that they could not have rendered themselves (decision 100).
 */
export function renderOnce(text: string, { headingLevel, idPrefix = "", labels }: MarkdownOptions): string {
  const key = [headingLevel, idPrefix, labels?.footnotes, labels?.back, text].join("\0");
  const before = kept.get(key);
  if (before !== undefined) return before;
  const html = renderMarkdown(text, { headingLevel, idPrefix, ...(labels && { labels }) });
  kept.set(key, html);
  return html;
}
