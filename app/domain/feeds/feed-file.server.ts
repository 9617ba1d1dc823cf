import XMLBuilder from "fast-xml-builder";

/** What a feed says, in words already of its language. */
export type FeedFile = {
  id: string;
  /** BCP 47. */
  locale: string;
  title: string;
  /** Its own address; left out where that is a secret: programs keep and pass on what they have read. */
  self?: string;
  /** The page that it tells of. */
  page: string;
  entries: FileEntry[];
};
export type FileEntry = {
  /** Lasting, and the same whoever reads it. */
  id: string;
  at: Date;
  title: string;
  /** Of the title, where it is not the feed's. */
  locale: string | undefined;
  page: string;
  /** TLP label. */
  label: string;
  authors: string[];
  html: string;
};

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, format: true });

/** RFC 4287. */
export function asAtomFile({ id, locale, title, self, page, entries }: FeedFile): string {
  const newest = Math.max(0, ...entries.map(({ at }) => at.getTime()));
  return legible(
    builder.build({
      "?xml": { "@_version": "1.0", "@_encoding": "utf-8" },
      feed: {
        "@_xmlns": "http://www.w3.org/2005/Atom",
        "@_xml:lang": locale,
        id,
        title,
        updated: new Date(newest).toISOString(),
        link: [
          { "@_rel": "alternate", "@_type": "text/html", "@_href": page },
          ...(self ? [{ "@_rel": "self", "@_type": "application/atom+xml", "@_href": self }] : []),
        ],
        author: { name: "Ribera" },
        entry: entries.map(entryOf),
      },
    }),
  );
}

const entryOf = ({ id, at, title, locale, page, label, authors, html }: FileEntry) => ({
  id,
  title: locale ? { "@_xml:lang": locale, "#text": title } : title,
  updated: at.toISOString(),
  published: at.toISOString(),
  author: authors.map((name) => ({ name })),
  category: { "@_term": label },
  link: { "@_rel": "alternate", "@_type": "text/html", "@_href": page },
  content: { "@_type": "html", "#text": html },
});

/** XML has no way to write these signs, not even as entities; a document that held one would not be read at all. */
const legible = (xml: string) =>
  xml.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
