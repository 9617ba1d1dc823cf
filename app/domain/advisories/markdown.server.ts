import type { Element, Root as HtmlRoot, Text } from "hast";
import type { Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import rehypeSanitize, { defaultSchema, type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { idsInText } from "./ids-in-text";

export type MarkdownOptions = {
  /** The rank that the highest heading of the text gets on the page. */
  headingLevel: 2 | 3 | 4 | 5 | 6;
  /** Sets the footnote ids of this text apart from the page's others; letters, digits and hyphens. */
  idPrefix?: string;
  /** Words for screen readers, in the language of the text. */
  labels?: { footnotes: string; back: string };
};
export type MarkdownLink = { href: string; text: string };

/** Beyond these the parser's cost serves nobody but an attacker; the text is then shown as typed (decision 041). */
const longest = 200_000;
const deepest = 60;
const opening = /[*_~[\]`<&!\\]/g;
const mostOpenings = 4_000;
const mostFootnoteMarks = 1_000;

const schema: Schema = {
  ...defaultSchema,
  // Ids come only from our own footnotes: raw HTML is text by then.
  clobber: [],
  tagNames: [
    ...["h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li", "section", "sup"],
    ...["strong", "em", "del", "code", "pre", "a", "table", "thead", "tbody", "tr", "th", "td", "input"],
  ],
  attributes: {
    a: [
      "href",
      "rel",
      "id",
      "ariaLabel",
      "ariaDescribedBy",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      ["className", "data-footnote-backref"],
    ],
    li: ["id", ["className", "task-list-item"]],
    ul: [["className", "contains-task-list"]],
    ol: ["start", ["className", "contains-task-list"]],
    section: ["dataFootnotes", "ariaLabel", ["className", "footnotes"]],
    th: ["align"],
    td: ["align"],
    input: [
      ["type", "checkbox"],
      ["disabled", true],
      ["checked", true],
    ],
  },
  protocols: { href: ["http", "https", "mailto"] },
  required: { input: { type: "checkbox", disabled: true } },
  strip: ["script", "style"],
};

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** Safe HTML of a Markdown text: HTML typed into it is shown as text, so nothing of what was cleared is hidden. */
export function renderMarkdown(text: string, { headingLevel, idPrefix, labels }: MarkdownOptions): string {
  const tree = parse(text);
  if (!tree) return paragraphsAsTyped(text);

  const processor = unified()
    .use(() => (root: Root) => {
      showHtmlAndImagesAsText(root);
      shiftHeadings(root, headingLevel);
    })
    .use(remarkRehype, {
      clobberPrefix: idPrefix ? `${idPrefix}-` : "",
      footnoteLabel: labels?.footnotes ?? "",
      footnoteBackLabel: labels?.back ?? "↩",
    })
    .use(() => nameFootnotes(labels?.footnotes))
    .use(rehypeSanitize, schema)
    .use(() => keepSafeLinks)
    .use(() => keepIdsWhole)
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(tree));
}

/** What a reader sees without the marks, a line per block: for search, CSV and plain-text mail. */
export function plainText(markdown: string): string {
  const tree = parse(markdown);
  if (!tree) return markdown;
  const lines: string[] = [];
  visit(tree, (node) => {
    if (node.type === "definition") return SKIP;
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      lines.push(textOf(node));
      return SKIP;
    }
    if (node.type === "code" || node.type === "html") lines.push(node.value);
  });
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Every link of the text that a reader could follow, in reading order. */
export function markdownLinks(text: string): MarkdownLink[] {
  const tree = parse(text);
  if (!tree) return [];
  const definitions = new Map<string, string>();
  visit(tree, "definition", (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  const links: MarkdownLink[] = [];
  visit(tree, (node) => {
    const href =
      node.type === "link"
        ? node.url
        : node.type === "linkReference"
          ? definitions.get(node.identifier)
          : undefined;
    if (href !== undefined && isFollowable(href)) links.push({ href, text: textOf(node) });
  });
  return links;
}

function parse(text: string): Root | undefined {
  if (isHostile(text)) return undefined;
  const tree = parser.parse(text);
  return isTooDeep(tree) ? undefined : tree;
}

/** CommonMark's parser is quadratic in unclosed openings within a block, in nested containers and in footnotes. */
function isHostile(text: string): boolean {
  if (text.length > longest) return true;
  if ((text.match(/\[\^/g)?.length ?? 0) > mostFootnoteMarks) return true;
  for (const block of text.split(/\n[ \t]*\n/)) {
    if (block.length < deepest) continue;
    if ((block.match(opening)?.length ?? 0) > mostOpenings) return true;
    for (const line of block.split("\n")) {
      const containers = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? "";
      if (containers.replace(/[ \t]/g, "").length > deepest) return true;
      if (/^ *(?:[-*+]|\d{1,9}[.)]) /.test(line) && line.search(/[^ ]/) > 4 * deepest) return true;
    }
  }
  return false;
}

function isTooDeep(tree: Root): boolean {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > deepest) return true;
    if (!("children" in next.node)) continue;
    for (const node of next.node.children) open.push({ node, depth: next.depth + 1 });
  }
  return false;
}

function paragraphsAsTyped(text: string): string {
  const root: HtmlRoot = {
    type: "root",
    children: text
      .split(/\n[ \t]*\n/)
      .filter((block) => block.trim() !== "")
      .map((block) => ({
        type: "element",
        tagName: "p",
        properties: {},
        children: [{ type: "text", value: block }],
      })),
  };
  return unified().use(rehypeStringify).stringify(root);
}

function showHtmlAndImagesAsText(tree: Root) {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === "html") {
      const shown = { type: "text" as const, value: node.value };
      const inline = parent.type === "paragraph" || parent.type === "heading" || !isBlockParent(parent.type);
      parent.children[index] = inline ? shown : { type: "paragraph", children: [shown] };
    }
    if (node.type === "image" || node.type === "imageReference") {
      parent.children[index] = { type: "text", value: node.alt ?? "" };
    }
  });
}

const isBlockParent = (type: string) =>
  ["root", "blockquote", "listItem", "footnoteDefinition"].includes(type);

function shiftHeadings(tree: Root, headingLevel: number) {
  let highest = 6;
  visit(tree, "heading", (node) => {
    highest = Math.min(highest, node.depth);
  });
  const ranks = [2, 3, 4, 5, 6] as const;
  visit(tree, "heading", (node) => {
    node.depth = ranks.find((rank) => rank === node.depth - highest + headingLevel) ?? 6;
  });
}

/** The section's name stands in its label, so that no heading of ours breaks the order of the page's. */
function nameFootnotes(label: string | undefined) {
  return (tree: HtmlRoot) =>
    visit(tree, "element", (node) => {
      if (node.properties.ariaDescribedBy) delete node.properties.ariaDescribedBy;
      if (node.properties.dataFootnotes === undefined) return;
      if (label) node.properties.ariaLabel = label;
      node.children = node.children.filter((child) => child.type !== "element" || child.tagName !== "h2");
    });
}

function keepSafeLinks(tree: HtmlRoot) {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "a" || !parent || index === undefined || isFootnoteLink(node)) return;
    const { href } = node.properties;
    if (typeof href === "string" && isFollowable(href)) {
      node.properties.rel = ["noopener"];
      return;
    }
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

const isFootnoteLink = ({ properties }: Element) =>
  properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined;

function isFollowable(href: string): boolean {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url !== undefined && ["http:", "https:", "mailto:"].includes(url.protocol);
}

/** No line ends within a number or an id. */
function keepIdsWhole(tree: HtmlRoot) {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || (parent.type === "element" && parent.tagName === "code")) return;
    const pieces = idsInText(node.value);
    if (!pieces.some(({ isId }) => isId)) return;
    const apart = pieces.map(({ text, isId }): Element | Text =>
      isId
        ? {
            type: "element",
            tagName: "span",
            properties: { className: ["whole"] },
            children: [{ type: "text", value: text }],
          }
        : { type: "text", value: text },
    );
    parent.children.splice(index, 1, ...apart);
    return index + apart.length;
  });
}
