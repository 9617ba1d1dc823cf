import type { Language, Text } from "~/domain/advisories/advisory.form";
import { plainText } from "~/domain/advisories/markdown.server";
import { saidIn } from "~/domain/advisories/reading";
import { mayBeNamed } from "~/domain/digests/digest";
import { type FeedEntry, listFeedEntries } from "~/domain/feeds/entries.server";
import { asAtomFile, type FileEntry } from "~/domain/feeds/feed-file.server";
import type { Viewer } from "~/domain/members/viewer";
import { env } from "~/env.server";
import { escapeHtml } from "~/escape-html";
import { i18nOf } from "~/i18n/i18n.server";
import { localeOf } from "~/i18n/language";
import { paths } from "~/paths";
import { db } from "~db/client.server";

/** What is new of the advisories that this viewer may read, as an Atom file; `own`: read at their secret address. */
export async function feedFor(viewer: Viewer, language: Language, { own = false } = {}): Promise<string> {
  const { origin } = env();
  const { t } = i18nOf(language);
  const entries = await listFeedEntries(db, viewer);
  const feed = origin + paths.feed(language);
  return asAtomFile({
    id: own ? origin + paths.myFeeds(language) : feed,
    locale: localeOf(language),
    title: t(own ? "feeds:ownTitle" : "feeds:publicTitle"),
    ...(own ? {} : { self: feed }),
    page: origin + paths.advisories(language),
    entries: entries.map((entry) =>
      mayBeNamed(entry.tlp) ? namedEntry(entry, language, origin) : unnamedEntry(entry, language, origin),
    ),
  });
}

function namedEntry(entry: FeedEntry, language: Language, origin: string): FileEntry {
  const { number, n, status, at, tlp, issuers } = entry;
  const title = saidIn(language, entry.title);
  const inForce = status === "published";
  const page = origin + (inForce ? paths.version(language, number, n) : paths.advisory(language, number));
  return {
    id: inForce ? page : `${page}#${status}`,
    at,
    title: [number, title?.text].filter(Boolean).join(" · "),
    locale: title && title.lang !== language ? localeOf(title.lang) : undefined,
    page,
    label: `TLP:${tlp}`,
    authors: issuers.map(({ shortName }) => shortName),
    html: wordsOf(entry, language),
  };
}

/** Where not even the number may leave the platform: only that something awaits. */
const unnamedEntry = ({ id, at, tlp }: FeedEntry, language: Language, origin: string): FileEntry => ({
  id: `urn:uuid:${id}`,
  at,
  title: i18nOf(language).t("digest:unnamed", { count: 1 }),
  locale: undefined,
  page: origin + paths.today(language),
  label: `TLP:${tlp}`,
  authors: [],
  html: "",
});

/** What happened; and of what everyone may read, in what words. */
function wordsOf({ n, status, tlp, summary, note }: FeedEntry, language: Language): string {
  const { t } = i18nOf(language);
  const change = status === "published" ? (n === 1 ? "published" : "amended") : status;
  const said = tlp === "CLEAR" ? [note, status === "published" ? summary : null] : [];
  return [
    `<p>${escapeHtml(t(`digest:change.${change}`, { version: n }))}</p>`,
    ...said.flatMap((text) => (text ? paragraphOf(text, language) : [])),
  ].join("\n");
}

function paragraphOf(text: Text, language: Language) {
  const said = saidIn(language, text);
  if (!said) return [];
  const lang = said.lang === language ? "" : ` lang="${localeOf(said.lang)}"`;
  return plainText(said.text)
    .split("\n")
    .map((line) => `<p${lang}>${escapeHtml(line)}</p>`);
}
