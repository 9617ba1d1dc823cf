import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { contentHash } from "~/domain/advisories/content-hash.server";

const filled = (): AdvisoryContent => {
  const content = emptyContent("enforcement-lesson", [
    { organisationId: null, shortName: "FinCEN", role: "lead" },
  ]);
  return {
    ...content,
    title: { es: "Lección", en: "Lesson" },
    redFlags: [emptyRedFlag("0198a5a0-0000-7000-8000-000000000001", 1)],
    filing: {
      ...content.filing,
      mx: { reportTypes: ["ROI"], fields: [], suggestedWording: { es: "a", en: "b" } },
    },
    relations: [{ kind: "cites", number: "FIN-2019-A006", inForce: true }],
  };
};

type Leaf = { path: (string | number)[]; value: unknown };

function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, [...path, i]));
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  }
  return [{ path, value }];
}

type Order = (a: string, b: string) => number;
const alphabetical: Order = (a, b) => (a < b ? -1 : 1);

function shuffled(value: unknown, order: Order): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => order(a, b))
      .map(([key, item]) => [key, shuffled(item, order)]),
  );
}

function withLeaf(content: AdvisoryContent, path: (string | number)[], value: unknown): AdvisoryContent {
  const copy: AdvisoryContent = structuredClone(content);
  let at: unknown = copy;
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), path.at(-1) ?? "", value);
  return copy;
}

describe("the content hash", () => {
  it("is 64 hexadecimal digits and the same for the same content", () => {
    expect(contentHash(filled())).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash(filled())).toBe(contentHash(structuredClone(filled())));
  });

  it("is what any reader of RFC 8785 computes from the published JSON", () => {
    const sorted = JSON.stringify(shuffled(JSON.parse(JSON.stringify(filled())), alphabetical));
    expect(contentHash(filled())).toBe(createHash("sha256").update(sorted).digest("hex"));
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (turns) => {
        const other = shuffled(filled(), () => (turns.next().value ? 1 : -1));
        // Same keys and values, another order.
        expect(contentHash(other as AdvisoryContent)).toBe(contentHash(filled()));
      }),
      { numRuns: 50 },
    );
  });

  it("changes with any change of any leaf", () => {
    const leaves = leavesOf(filled());
    const before = contentHash(filled());
    fc.assert(
      fc.property(
        fc.constantFrom(...leaves),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
        (leaf, value) => {
          fc.pre(value !== leaf.value);
          expect(contentHash(withLeaf(filled(), leaf.path, value))).not.toBe(before);
        },
      ),
      { numRuns: 500 },
    );
    for (const { path, value } of leaves) {
      expect(contentHash(withLeaf(filled(), path, `${String(value)}.`)), path.join("/")).not.toBe(before);
    }
  });

  it("changes with the order of a list", () => {
    const content = { ...filled(), priorities: ["fraud", "corruption"] } satisfies AdvisoryContent;
    const turned = { ...filled(), priorities: ["corruption", "fraud"] } satisfies AdvisoryContent;
    expect(contentHash(content)).not.toBe(contentHash(turned));
  });

  it("hashes text as written: composed and decomposed accents are two contents (decision 040)", () => {
    const composed = { ...filled(), title: { es: "Lecci\u00f3n", en: "Lesson" } };
    const decomposed = { ...filled(), title: { es: "Leccio\u0301n", en: "Lesson" } };
    expect(contentHash(composed)).not.toBe(contentHash(decomposed));
  });

  it("tells lone surrogates and zero widths apart", () => {
    const hashes = ["", "\ud800", "\ud801", "\u200b", "\ufeff"].map((es) =>
      contentHash({ ...filled(), title: { es, en: "x" } }),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
