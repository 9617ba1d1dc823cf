import { describe, expect, it } from "vitest";
import { renderMarkdown } from "~/domain/advisories/markdown.server";
import { renderOnce } from "~/domain/advisories/render-once.server";

const words = { footnotes: "Notas", back: "Volver" };
const noted = "Una nota[^1] y **negritas**.\n\n[^1]: Ojo.";

describe("a text that is rendered once", () => {
  it("looks the first time and the second as the renderer makes it", () => {
    const options = { headingLevel: 3 as const, idPrefix: "s-1", labels: words };
    const made = renderMarkdown(noted, options);
    expect(renderOnce(noted, options)).toBe(made);
    expect(renderOnce(noted, options)).toBe(made);
  });

  it("is another one at another heading level, under another prefix or with other words", () => {
    const text = `# Título\n\n${noted}`;
    const options = { headingLevel: 3 as const, idPrefix: "s-1", labels: words };
    for (const other of [
      { ...options, headingLevel: 4 as const },
      { ...options, idPrefix: "s-2" },
      { ...options, labels: { footnotes: "Notes", back: "Volver" } },
      { ...options, labels: { footnotes: "Notas", back: "Back" } },
    ]) {
      renderOnce(text, options);
      expect(renderOnce(text, other)).toBe(renderMarkdown(text, other));
      expect(renderOnce(text, other)).not.toBe(renderOnce(text, options));
    }
  });
});
