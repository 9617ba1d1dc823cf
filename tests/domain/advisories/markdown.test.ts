import { describe, expect, it } from "vitest";
import { markdownLinks, plainText, renderMarkdown } from "~/domain/advisories/markdown.server";

const html = (text: string) => renderMarkdown(text, { headingLevel: 3 });

describe("a Markdown text on the page", () => {
  it("breaks no number or id of the field at its hyphens, but in code and where it is longer than a narrow page", () => {
    const whole = (id: string) => `<span class="whole">${id}</span>`;
    expect(html("Véase FIN-2026-A001#RF-07 y CNBV-2025-A-005; `RF-01`.")).toBe(
      `<p>Véase ${whole("FIN-2026-A001#RF-07")} y ${whole("CNBV-2025-A-005")}; <code>RF-01</code>.</p>`,
    );
    const endless = `UIF-${"LARGO-".repeat(6)}1`;
    expect(html(endless)).toBe(`<p>${endless}</p>`);
  });

  it("keeps paragraphs, emphasis, lists and tables", () => {
    expect(html("Uno *dos* **tres**")).toBe("<p>Uno <em>dos</em> <strong>tres</strong></p>");
    expect(html("- a\n  1. b")).toMatch(/<ul>\s*<li>a\s*<ol>\s*<li>b<\/li>/);
    expect(html("| a |\n|:-:|\n| 1 |")).toContain('<td align="center">1</td>');
  });

  it("starts its headings at the given level and keeps their order", () => {
    expect(html("# A\n\n## B\n\n###### C")).toBe("<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>");
    expect(html("### A\n\n#### B")).toBe("<h3>A</h3>\n<h4>B</h4>");
    expect(renderMarkdown("# A", { headingLevel: 2 })).toBe("<h2>A</h2>");
    expect(renderMarkdown("# A\n\n## B", { headingLevel: 6 })).toBe("<h6>A</h6>\n<h6>B</h6>");
  });

  it("links to http, https and mail only, and never hands over the window", () => {
    expect(html("[x](https://www.gob.mx/uif)")).toBe(
      '<p><a href="https://www.gob.mx/uif" rel="noopener">x</a></p>',
    );
    expect(html("a@b.mx")).toContain('<a href="mailto:a@b.mx" rel="noopener">');
    expect(html("[x](/relative) [y](//other.mx) [z](ftp://a.mx) [w](#here)")).toBe("<p>x y z w</p>");
  });

  it("names footnotes apart from those of another text on the page", () => {
    const one = renderMarkdown("Nota[^1].\n\n[^1]: Ojo.", {
      headingLevel: 3,
      idPrefix: "s1",
      labels: { footnotes: "Notas", back: "Volver al texto" },
    });
    expect(one).toContain('href="#s1-fn-1" id="s1-fnref-1"');
    expect(one).toContain('<li id="s1-fn-1">');
    expect(one).toContain('aria-label="Notas"');
    expect(one).toContain('aria-label="Volver al texto"');
    expect(one).not.toContain("<h2");
  });

  it("shows typed HTML as text, so that nothing cleared is hidden", () => {
    expect(html("a <b>c</b> <!-- d -->")).toBe("<p>a &#x3C;b>c&#x3C;/b> &#x3C;!-- d --></p>");
    expect(html("<div>\nx\n</div>")).toContain("&#x3C;div>");
    expect(html("menos de <CURP> letras")).toContain("&#x3C;CURP>");
  });

  it("shows an image as its words", () => {
    expect(html("![un mapa](https://elsewhere.example/p.png)")).toBe("<p>un mapa</p>");
    expect(html("![x][i]\n\n[i]: https://elsewhere.example/p.png")).toBe("<p>x</p>");
  });
});

describe("an attack in Markdown", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=JaVaScRiPt:alert('x')>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<style>@import 'https://evil.example';</style>",
    "<base href=https://evil.example>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p id=location name=cookie>x</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](blob:https://evil.example/1)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![x](https://e.example/a"onerror="alert(1))',
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://e.example "onmouseover=alert(1)")',
    "[^x]: <script>alert(1)</script>\n\na[^x]",
    "[^javascript:alert(1)]: b\n\na[^javascript:alert(1)]",
    "```<script>\nalert(1)\n```",
    "| a |\n|-|\n| <img src=x onerror=alert(1)> |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
  ];
  const tags =
    /^(?:h[2-6]|p|br|hr|blockquote|ul|ol|li|section|sup|strong|em|del|code|pre|a|table|thead|tbody|tr|th|td|input)$/;

  it.each(attacks)("leaves only harmless tags and addresses: %s", (attack) => {
    for (const text of [attack, `> ${attack}`, `- ${attack}`, `# ${attack}`, `a *${attack}* b`]) {
      const out = html(text);
      for (const [, tag = "", rest = ""] of out.matchAll(/<\/?([^\s>]*)([^>]*)>/g)) {
        expect(tag, out).toMatch(tags);
        expect(rest.replace(/"[^"]*"/g, '""'), out).not.toMatch(/\son\w+=|style=|srcdoc|src=/i);
      }
      for (const [, href] of out.matchAll(/href="([^"]*)"/g)) {
        expect(href, out).toMatch(/^(?:https?:|mailto:|#fn)/);
      }
    }
  });

  const hostile = {
    "10,000 quotes": `${">".repeat(10_000)}a`,
    "10,000 spaced quotes": `${"> ".repeat(10_000)}a`,
    "10,000 lists": `${"- ".repeat(10_000)}a`,
    "10,000 numbered lists": `${"1. ".repeat(10_000)}a`,
    "lists by indentation": Array.from({ length: 440 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
    "10,000 emphases": `${"*".repeat(10_000)}a${"*".repeat(10_000)}`,
    "unclosed emphases": "*a_ ".repeat(50_000),
    "200,000 brackets": "[".repeat(200_000),
    "unclosed links": "[a](".repeat(50_000),
    "unclosed images": "![".repeat(100_000),
    "open code": `${"`a".repeat(50_000)}\`\``,
    "5,000 footnotes": Array.from({ length: 5_000 }, (_, i) => `[^${i}]\n\n[^${i}]: n`).join("\n\n"),
    "HTML blocks": "<div>\n".repeat(33_000),
    backslashes: "\\".repeat(200_000),
    prose: "Lorem ipsum dolor sit amet, consectetur adipisci. ".repeat(4_000),
    "5 MB": "palabra ".repeat(655_360),
  };

  it.each(Object.entries(hostile))("does not hang or lose the text: %s", (_, text) => {
    const out = html(text);
    plainText(text);
    markdownLinks(text);
    expect(out.length).toBeGreaterThan(text.replace(/[\s>*`[\]\\-]/g, "").length / 3);
  });
});

describe("a Markdown text as plain words", () => {
  it("is a line per block, without marks, images or definitions", () => {
    expect(plainText("# A\n\nb *c* [d](http://x.mx)\n- e\n  - f\n\n|g|h|\n|-|-|\n|1|2|")).toBe(
      "A\nb c d\ne\nf\ng\nh\n1\n2",
    );
    expect(plainText("a[^1]\n\n[^1]: nota\n\n[x]: http://x.mx")).toBe("a\nnota");
    expect(plainText("```\ncode\n```\n\n<b>x</b>")).toBe("code\n<b>x</b>");
  });

  it("is empty for an empty text", () => {
    expect(plainText("")).toBe("");
    expect(html("")).toBe("");
    expect(markdownLinks("")).toEqual([]);
  });
});

describe("the links of a Markdown text", () => {
  it("are those a reader could follow, in reading order", () => {
    expect(
      markdownLinks(
        "[a *b*](https://a.mx/1) <https://b.mx> www.c.mx d@e.mx [x](javascript:alert(1)) [r][k]\n\n[k]: https://k.mx",
      ),
    ).toEqual([
      { href: "https://a.mx/1", text: "a b" },
      { href: "https://b.mx", text: "https://b.mx" },
      { href: "http://www.c.mx", text: "www.c.mx" },
      { href: "mailto:d@e.mx", text: "d@e.mx" },
      { href: "https://k.mx", text: "r" },
    ]);
  });
});
