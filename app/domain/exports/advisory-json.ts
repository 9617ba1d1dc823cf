import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { foldNumber, publicRedFlagId } from "~/domain/advisories/advisory";
import type { AdvisoryContent, RedFlag, SubPoint, Text } from "~/domain/advisories/advisory.form";

/** A text as data: a language that is missing is null, never the other language's words. */
export const textAsData = (text: Text) => ({ es: text.es || null, en: text.en || null });

type SubPointAsData = { text: ReturnType<typeof textAsData>; sub: SubPointAsData[] };
const points = (sub: SubPoint[]): SubPointAsData[] =>
  sub.map((point) => ({ text: textAsData(point.text), sub: points(point.sub) }));

const groupName = (groups: AdvisoryContent["groups"], id: string | null) => {
  const group = groups.find((one) => one.id === id);
  return group ? textAsData(group.name) : null;
};

/** `number` is the advisory that prints it. */
export const redFlagAsData = (number: string, flag: RedFlag, groups: AdvisoryContent["groups"]) => ({
  id: publicRedFlagId(number, flag),
  n: flag.n,
  group: groupName(groups, flag.group),
  heading: textAsData(flag.heading),
  text: textAsData(flag.text),
  sub: points(flag.sub),
  suggestedControl: textAsData(flag.suggestedControl),
  footnotes: flag.footnotes.map(({ text }) => textAsData(text)),
  sourceCode: flag.sourceCode || null,
  state: flag.state,
  mergedInto: flag.mergedInto,
  changeNote: textAsData(flag.changeNote),
  tlp: flag.tlp,
  observableAt: flag.observableAt,
  dataNeeded: textAsData(flag.dataNeeded),
  strength: flag.strength,
  combinesWith: flag.combinesWith,
  falsePositiveNote: textAsData(flag.falsePositiveNote),
  amltrix: flag.amltrix,
});

/** The advisory as `/advisories/{number}.json` serves it (contract.md): all that this view holds and nothing beyond it. */
export function advisoryAsData(view: AdvisoryView) {
  const { content } = view;
  const linkable = new Set(view.linkable.map(foldNumber));
  return {
    number: view.number,
    aliases: content.aliases,
    type: content.type,
    version: view.version,
    status: view.status,
    origin: content.origin,
    tlp: content.tlp,
    issuers: content.issuers.map(({ shortName, role }) => ({ shortName, role })),
    publishedAt: view.publishedAt.toISOString(),
    firstPublishedAt: view.firstPublishedAt.toISOString(),
    date:
      content.date ??
      (content.origin === "imported"
        ? null
        : {
            value: view.firstPublishedAt.toISOString().slice(0, 10),
            precision: "day" as const,
          }),
    languages: content.translation,
    withdrawal: view.withdrawal && {
      at: view.withdrawal.at.toISOString(),
      reason: textAsData(view.withdrawal.reason),
    },
    replacedBy: view.replacedBy && linkable.has(foldNumber(view.replacedBy)) ? view.replacedBy : null,
    title: textAsData(content.title),
    summary: textAsData(content.summary),
    sections: content.sections.map(({ kind, heading, body, tlp }) => ({
      kind,
      heading: textAsData(heading),
      body: textAsData(body),
      tlp,
    })),
    typologies: view.typologies.map(({ code, name, amltrix }, i) => ({
      code,
      name: textAsData(name),
      printed: textAsData(content.typologies[i]?.printed ?? { es: "", en: "" }),
      amltrix,
    })),
    shareWith: content.shareWith.map(({ text }) => textAsData(text)),
    priorities: content.priorities,
    predicates: content.predicates.map(({ text }) => textAsData(text)),
    corridors: content.corridors,
    sectors: content.sectors,
    products: content.products.map(({ text }) => textAsData(text)),
    legalBasis: textAsData(content.legalBasis),
    binding: content.binding,
    validFrom: content.validFrom,
    reviewBy: content.reviewBy,
    contact: textAsData(content.contact),
    filing: {
      us: {
        keyTerms: content.filing.us.keyTerms.map(({ printed, normalised, appliesTo, secondary }) => ({
          printed,
          normalised,
          appliesTo: groupName(content.groups, appliesTo),
          secondary,
        })),
        fields: content.filing.us.fields.map(({ text }) => text),
      },
      mx: {
        reportTypes: content.filing.mx.reportTypes,
        fields: content.filing.mx.fields.map(({ text }) => text),
        suggestedWording: textAsData(content.filing.mx.suggestedWording),
      },
    },
    redFlags: content.redFlags.map((flag) => redFlagAsData(view.number, flag, content.groups)),
    lesson: content.lesson && {
      ...content.lesson,
      scale: content.lesson.scale.map(({ label, value }) => ({ label: textAsData(label), value })),
      institutions: content.lesson.institutions.map(({ name, lei, bic }) => ({ name, lei, bic })),
      failures: content.lesson.failures.map(({ code, note }) => ({ code, note: textAsData(note) })),
    },
    statement: content.statement && {
      ...content.statement,
      capacity: textAsData(content.statement.capacity),
      venue: textAsData(content.statement.venue),
    },
    relations: content.relations,
    attachments: content.attachments.map(({ name, mediaType, size, sha256, tlp }) => ({
      name,
      mediaType,
      size,
      sha256,
      tlp,
    })),
    source: content.source && {
      name: content.source.name,
      url: content.source.url,
      licence: content.source.licence,
      regulator: content.source.regulator,
      jurisdiction: content.source.jurisdiction,
      documentType: content.source.documentType,
      printedNumber: content.source.printedNumber,
      more: content.source.rest,
    },
    changeNote: textAsData(content.changeNote),
    versions: view.versions.map(({ n, publishedAt, changeNote }) => ({
      n,
      publishedAt: publishedAt.toISOString(),
      changeNote: textAsData(changeNote),
    })),
    contentHash: view.contentHash,
    signature: null,
    log: null,
  };
}
