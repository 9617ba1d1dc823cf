import type { AdvisoryView } from "./advisories.server";
import { foldNumber, otherLanguage } from "./advisory";
import type { AdvisoryContent, Language, Text } from "./advisory.form";
import { printedFieldsOf } from "./printed-fields";
import type { AdvisoryReading, LessonReading, Said, StatementReading } from "./reading";
import { saidIn } from "./reading";
import { type FootnoteWords, htmlIn, readRedFlag } from "./red-flag-reading.server";

type Reading = { language: Language; words: FootnoteWords };

/** What a reader of `language` gets to see of an advisory, its Markdown made into safe HTML. */
export function readAdvisory(view: AdvisoryView, { language, words }: Reading): AdvisoryReading {
  const { content } = view;
  const html = (text: Text, idPrefix: string, headingLevel: 3 | 4 = 4) =>
    htmlIn(text, { language, words, idPrefix, headingLevel });
  const linkable = new Set(view.linkable.map(foldNumber));
  return {
    number: view.number,
    status: view.status,
    version: view.version,
    currentVersion: view.currentVersion,
    firstPublishedAt: view.firstPublishedAt.toISOString(),
    publishedAt: view.publishedAt.toISOString(),
    type: content.type,
    origin: content.origin,
    tlp: content.tlp,
    date: content.date,
    issuers: content.issuers,
    aliases: content.aliases,
    translation: {
      here: content.translation[language],
      other: content.translation[otherLanguage(language)],
    },
    title: saidIn(language, content.title),
    summary: html(content.summary, "summary", 3),
    withdrawal: view.withdrawal && {
      at: view.withdrawal.at.toISOString(),
      reason: saidIn(language, view.withdrawal.reason),
    },
    replacedBy:
      view.replacedBy === null
        ? null
        : { number: view.replacedBy, linkable: linkable.has(foldNumber(view.replacedBy)) },
    sections: content.sections.map((section, i) => ({
      id: section.id,
      anchor: section.id,
      kind: section.kind,
      heading: saidIn(language, section.heading),
      body: html(section.body, `s-${i + 1}`, 3),
      tlp: section.tlp,
    })),
    parts: partsOf(view, { language, words }),
    typologies: view.typologies.map(({ code, name, amltrix }) => ({
      code,
      name: saidIn(language, name),
      amltrix,
    })),
    shareWith: each(content.shareWith, language),
    priorities: content.priorities,
    predicates: each(content.predicates, language),
    corridors: content.corridors,
    sectors: content.sectors,
    products: each(content.products, language),
    legalBasis: html(content.legalBasis, "legal"),
    binding: content.binding,
    validFrom: content.validFrom,
    reviewBy: content.reviewBy,
    relations: content.relations.map((relation) => ({
      ...relation,
      linkable: linkable.has(foldNumber(relation.number)),
    })),
    contact: html(content.contact, "contact"),
    filing: readFiling(content, { language, words }),
    attachments: content.attachments,
    lesson: readLesson(content, { language, words }),
    statement: readStatement(content, language),
    source: content.source && readSource(content.source),
    versions: view.versions.map(({ n, publishedAt, changeNote }) => ({
      n,
      publishedAt: publishedAt.toISOString(),
      change: saidIn(language, changeNote),
    })),
    contentHash: view.contentHash,
  };
}

const each = (items: { text: Text }[], language: Language): Said[] =>
  items.flatMap(({ text }) => saidIn(language, text) ?? []);

function partsOf({ number, content }: AdvisoryView, reading: Reading): AdvisoryReading["parts"] {
  const parts: AdvisoryReading["parts"] = [];
  let group: string | null | undefined;
  for (const flag of content.redFlags) {
    if (parts.length === 0 || flag.group !== group) {
      const name = content.groups.find(({ id }) => id === flag.group)?.name;
      const anchor = `g-${parts.length + 1}`;
      parts.push({ id: anchor, anchor, name: name ? saidIn(reading.language, name) : null, flags: [] });
      group = flag.group;
    }
    parts.at(-1)?.flags.push(readRedFlag(flag, { number, ...reading }));
  }
  return parts;
}

function readFiling(
  { filing, groups }: AdvisoryContent,
  { language, words }: Reading,
): AdvisoryReading["filing"] {
  return {
    us: {
      keyTerms: filing.us.keyTerms.map(({ appliesTo, ...term }) => {
        const group = groups.find(({ id }) => id === appliesTo);
        return { ...term, appliesTo: group ? saidIn(language, group.name) : null };
      }),
      fields: filing.us.fields,
    },
    mx: {
      reportTypes: filing.mx.reportTypes,
      fields: filing.mx.fields,
      suggestedWording: htmlIn(filing.mx.suggestedWording, { language, words, idPrefix: "wording" }),
    },
  };
}

function readLesson({ lesson }: AdvisoryContent, { language, words }: Reading): LessonReading | null {
  return (
    lesson && {
      ...lesson,
      scale: lesson.scale.map(({ label, ...figure }) => ({ ...figure, label: saidIn(language, label) })),
      failures: lesson.failures.map(({ code, note }) => ({
        code,
        note: htmlIn(note, { language, words, idPrefix: code }),
      })),
    }
  );
}

function readStatement({ statement }: AdvisoryContent, language: Language): StatementReading | null {
  return (
    statement && {
      ...statement,
      capacity: saidIn(language, statement.capacity),
      venue: saidIn(language, statement.venue),
    }
  );
}

/** An address that a browser would run, not open, is shown and not linked. */
const opens = (url: string | null) => url !== null && /^https?:/i.test(url);

function readSource(source: NonNullable<AdvisoryContent["source"]>): AdvisoryReading["source"] {
  const { rest, ...printed } = source;
  return { ...printed, linkable: opens(source.url), more: printedFieldsOf(rest) };
}
