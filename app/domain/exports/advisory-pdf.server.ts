import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { publicRedFlagId } from "~/domain/advisories/advisory";
import type { Language, SubPoint, Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import template from "./advisory-print.typ?raw";
import { type Block, markdownTree } from "./markdown-tree";

/** Every word of ours that the page needs, in its language; the caller takes them from the locales. */
export type PrintWords = {
  kicker: string;
  banner: string | null;
  notice: string | null;
  footer: string;
  facts: { label: string; value: string }[];
  redFlags: string;
  caveat: string;
  suggestedControl: string;
  falsePositiveNote: string;
  dataNeeded: string;
  filingUs: string;
  filingMx: string;
  legalBasis: string;
  contact: string;
  hash: string;
  state(state: string): string | null;
};

let compiler: NodeCompiler | undefined;

/** The advisory as a tagged PDF in one language; a text that this language lacks stands in its own. */
export function advisoryAsPdf(view: AdvisoryView, language: Language, words: PrintWords): Uint8Array {
  compiler ??= NodeCompiler.create();
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(printed(view, language, words)) } },
    { pdfTags: true },
  );
  compiler.evictCache(10);
  return pdf;
}

function printed(view: AdvisoryView, language: Language, words: PrintWords) {
  const { content } = view;
  const plain = (text: Text) => saidIn(language, text)?.text ?? null;
  const tree = (text: Text): Block[] => markdownTree(plain(text) ?? "");
  const points = (sub: SubPoint[]): unknown[] =>
    sub.map((point) => ({ body: tree(point.text), sub: points(point.sub) }));

  const flag = (one: (typeof content.redFlags)[number]) => ({
    id: publicRedFlagId(view.number, one),
    state: words.state(one.state),
    heading: plain(one.heading),
    body: tree(one.text),
    sub: points(one.sub),
    footnotes: one.footnotes.map(({ text }) => tree(text)),
    extra: [
      { label: words.suggestedControl, value: plain(one.suggestedControl) },
      { label: words.dataNeeded, value: plain(one.dataNeeded) },
      { label: words.falsePositiveNote, value: plain(one.falsePositiveNote) },
    ].filter(({ value }) => value !== null),
  });
  const groups = [null, ...content.groups.map(({ id }) => id)]
    .map((id) => ({
      name: plain(content.groups.find((group) => group.id === id)?.name ?? { es: "", en: "" }),
      flags: content.redFlags.filter((one) => one.group === id).map(flag),
    }))
    .filter(({ flags }) => flags.length > 0);

  const { us, mx } = content.filing;
  const closing = [
    {
      heading: words.filingUs,
      body: [],
      items: [...us.keyTerms.map(({ printed: term }) => term), ...us.fields.map(({ text }) => text)],
    },
    {
      heading: words.filingMx,
      body: tree(mx.suggestedWording),
      items: [...mx.reportTypes, ...mx.fields.map(({ text }) => text)],
    },
    { heading: words.legalBasis, body: tree(content.legalBasis), items: [] },
    { heading: words.contact, body: tree(content.contact), items: [] },
  ].filter(({ body, items }) => body.length + items.length > 0);

  return {
    lang: language,
    region: language === "es" ? "MX" : "US",
    number: view.number,
    tlp: `TLP:${content.tlp}`,
    issuers: content.issuers.map(({ shortName }) => shortName),
    title: plain(content.title) ?? view.number,
    kicker: words.kicker,
    banner: words.banner,
    notice: words.notice,
    footer: words.footer,
    facts: words.facts,
    words: { redFlags: words.redFlags, caveat: words.caveat },
    summary: tree(content.summary),
    sections: content.sections.map(({ heading, body }) => ({
      heading: plain(heading) ?? "",
      body: tree(body),
    })),
    groups,
    closing,
    hash: `${words.hash}: ${view.contentHash}`,
  };
}
