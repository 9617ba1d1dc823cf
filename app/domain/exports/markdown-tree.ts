import type { PhrasingContent, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** Markdown reduced to what a printed page sets: no HTML, no pictures; links keep their address. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; inside: Inline[] }
  | { kind: "link"; href: string; inside: Inline[] };
export type Block =
  | { kind: "paragraph" | "heading"; inside: Inline[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "table"; rows: Inline[][][] };

const parser = unified().use(remarkParse).use(remarkGfm);

export const markdownTree = (markdown: string): Block[] => parser.parse(markdown).children.flatMap(block);

function block(node: RootContent): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", inside: node.children.flatMap(inline) }];
    case "heading":
      return [{ kind: "heading", inside: node.children.flatMap(inline) }];
    case "list":
      return [
        {
          kind: "list",
          ordered: node.ordered ?? false,
          items: node.children.map((item) => item.children.flatMap(block)),
        },
      ];
    case "blockquote":
      return [{ kind: "quote", blocks: node.children.flatMap(block) }];
    case "table":
      return [
        {
          kind: "table",
          rows: node.children.map((row) => row.children.map((cell) => cell.children.flatMap(inline))),
        },
      ];
    case "code":
      return [{ kind: "paragraph", inside: [{ kind: "text", text: node.value }] }];
    default:
      return [];
  }
}

function inline(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return [{ kind: "text", text: node.value }];
    case "strong":
    case "emphasis":
      return [{ kind: node.type, inside: node.children.flatMap(inline) }];
    case "link":
      return /^(https?:|mailto:)/i.test(node.url)
        ? [{ kind: "link", href: node.url, inside: node.children.flatMap(inline) }]
        : node.children.flatMap(inline);
    case "break":
      return [{ kind: "text", text: " " }];
    case "footnoteReference":
      return [{ kind: "text", text: `[${node.label ?? node.identifier}]` }];
    default:
      return "children" in node ? node.children.flatMap(inline) : [];
  }
}
