import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type { AdvisoryContent, RedFlag } from "~/domain/advisories/advisory.form";
import { compareContents } from "~/domain/advisories/comparison";
import { compareText } from "~/domain/advisories/text-diff";

const id = (n: number) => `0198a5a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const both = (text: string) => ({ es: text, en: text });

function flag(n: number, changes: Partial<RedFlag> = {}): RedFlag {
  return { ...emptyRedFlag(id(n), n), text: { es: `Señal ${n}.`, en: `Flag ${n}.` }, ...changes };
}

function content(changes: Partial<AdvisoryContent> = {}): AdvisoryContent {
  return {
    ...emptyContent("enforcement-lesson", [{ organisationId: null, shortName: "UIF", role: "lead" }]),
    title: { es: "Aviso sobre efectivo", en: "Advisory on cash" },
    sections: [{ id: id(90), kind: "guidance", heading: both("H"), body: both("B"), tlp: "CLEAR" }],
    redFlags: [flag(1), flag(2), flag(3), flag(4)],
    ...changes,
  };
}

describe("two versions of an advisory", () => {
  it("are the same when nothing changed", () => {
    expect(compareContents(content(), structuredClone(content()))).toEqual({
      same: true,
      pieces: [],
      fields: [],
      lists: [],
      sections: [],
      redFlags: [],
    });
  });

  it("show a text word by word, in the language that changed", () => {
    const after = content({ title: { es: "Aviso sobre efectivo a granel", en: "Advisory on cash" } });
    expect(compareContents(content(), after).pieces).toEqual([
      {
        path: "title",
        field: "title",
        place: "",
        change: "changed",
        es: {
          by: "word",
          runs: [
            { kind: "same", text: "Aviso sobre efectivo" },
            { kind: "added", text: " a granel" },
          ],
        },
        en: null,
      },
    ]);
  });

  it("match red flags by id: added, removed, amended, moved, withdrawn and merged", () => {
    const after = content({
      redFlags: [
        flag(4),
        flag(1, { state: "merged-into", mergedInto: "UIF-2026-AV-001#RF-03" }),
        flag(3, { text: { es: "Señal tres.", en: "Flag 3." }, strength: "strong" }),
        flag(5),
      ],
    });
    const changes = compareContents(content(), after).redFlags;
    expect(changes.map(({ n, changes, before, after }) => [n, changes, before, after])).toEqual([
      [4, ["moved"], 3, 0],
      [1, ["amended", "merged"], 0, 1],
      [3, ["amended"], 2, 2],
      [5, ["added"], null, 3],
      [2, ["removed"], 1, null],
    ]);
    expect(changes[2]?.pieces.map(({ path, en }) => [path, en])).toEqual([[`redFlags/${id(3)}/text`, null]]);
    expect(changes[2]?.fields).toEqual([
      { path: `redFlags/${id(3)}/strength`, field: "strength", before: null, after: "strong" },
    ]);
    const withdrawn = content({ redFlags: [flag(1, { state: "withdrawn" }), flag(2), flag(3), flag(4)] });
    expect(compareContents(content(), withdrawn).redFlags.map(({ changes }) => changes)).toEqual([["state"]]);
  });

  it("call a red flag in another group moved", () => {
    const groups = [{ id: id(80), name: both("G") }];
    const after = content({ groups, redFlags: [flag(1, { group: id(80) }), flag(2), flag(3), flag(4)] });
    const changes = compareContents(content({ groups }), after);
    expect(changes.redFlags.map(({ n, changes }) => [n, changes])).toEqual([[1, ["moved"]]]);
  });

  it("show nested points and footnotes that came, went or changed places", () => {
    const point = (n: number) => ({ id: id(n), text: both(`p${n}`), sub: [] });
    const withPoints = (...points: number[]) =>
      content({ redFlags: [flag(1, { sub: points.map(point) }), flag(2), flag(3), flag(4)] });
    const added = compareContents(withPoints(20), withPoints(20, 21)).redFlags[0];
    expect(added?.pieces.map(({ path, change }) => [path, change])).toEqual([
      [`redFlags/${id(1)}/sub/${id(21)}/text`, "added"],
    ]);
    const turned = compareContents(withPoints(20, 21), withPoints(21, 20)).redFlags[0];
    expect(turned?.fields.map(({ field }) => field)).toEqual(["subOrder"]);
  });

  it("show lists by item and single fields by value", () => {
    const after = content({
      tlp: "AMBER",
      typologies: [{ code: "bulk-cash", printed: both("x") }],
      relations: [{ kind: "cites", number: "FIN-2019-A006", inForce: true }],
      priorities: ["fraud"],
      sections: [{ id: id(90), kind: "annex", heading: both("H"), body: both("B2"), tlp: "CLEAR" }],
    });
    const change = compareContents(content(), after);
    expect(change.fields).toEqual([{ path: "tlp", field: "tlp", before: "CLEAR", after: "AMBER" }]);
    expect(change.lists.map(({ path, added }) => [path, added.length])).toEqual([
      ["typologies", 1],
      ["priorities", 1],
      ["relations", 1],
    ]);
    expect(change.sections[0]).toMatchObject({ id: id(90), changes: ["amended"], heading: both("H") });
    expect(change.sections[0]?.fields.map(({ field }) => field)).toEqual(["kind"]);
    const turned = compareContents(
      content({ priorities: ["fraud", "corruption"] }),
      content({ priorities: ["corruption", "fraud"] }),
    );
    expect(turned.lists).toMatchObject([{ path: "priorities", reordered: true, added: [], removed: [] }]);
  });

  it("never call two contents the same when any leaf differs", () => {
    const whole = content({
      typologies: [{ code: "bulk-cash", printed: both("x") }],
      relations: [{ kind: "cites", number: "FIN-2019-A006", inForce: true }],
      groups: [{ id: id(80), name: both("G") }],
      redFlags: [
        flag(1, {
          sub: [{ id: id(20), text: both("p"), sub: [{ id: id(21), text: both("q"), sub: [] }] }],
          footnotes: [{ id: id(30), text: both("f") }],
          amltrix: ["T0001"],
          observableAt: ["branch"],
        }),
      ],
      lesson: {
        institutions: [{ id: id(40), name: "B", lei: "", bic: "" }],
        orderNumber: "1",
        period: { from: "2020", to: "2021" },
        amount: "1",
        currency: "USD",
        scale: [{ id: id(41), label: both("l"), value: "1" }],
        failures: [{ code: "backlog", note: both("n") }],
      },
      statement: {
        speaker: "S",
        capacity: both("c"),
        venue: both("v"),
        heldOn: "2026-01-01",
        form: "speech",
      },
      attachments: [
        {
          id: id(50),
          name: "a.pdf",
          mediaType: "application/pdf",
          size: 1,
          sha256: "a".repeat(64),
          tlp: "CLEAR",
        },
      ],
      filing: {
        us: {
          keyTerms: [{ id: id(60), printed: "K", normalised: "K", appliesTo: null, secondary: false }],
          fields: [{ id: id(61), text: "SAR field 2" }],
        },
        mx: { reportTypes: ["ROI"], fields: [{ id: id(62), text: "Campo 1" }], suggestedWording: both("w") },
      },
    });
    const leaves: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]) => {
      if (typeof value === "object" && value !== null) {
        for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
      } else leaves.push(path);
    };
    walk(whole, []);
    expect(leaves.length).toBeGreaterThan(80);
    for (const path of leaves) {
      const other = structuredClone(whole);
      let at: unknown = other;
      for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
      Reflect.set(Object(at), path.at(-1) ?? "", "another");
      expect(compareContents(whole, other).same, path.join("/")).toBe(false);
      expect(compareContents(other, whole).same, path.join("/")).toBe(false);
    }
  });
});

describe("a text before and after", () => {
  it("can always be read back from its runs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("el ", "la ", "cliente ", "10,000 ", "dólares.\n", "¿qué? ")),
        fc.array(fc.constantFrom("el ", "la ", "cliente ", "10,000 ", "dólares.\n", "¿qué? ")),
        (a, b) => {
          const { runs } = compareText(a.join(""), b.join(""), "es");
          const side = (left: string) =>
            runs
              .filter(({ kind }) => kind !== left)
              .map(({ text }) => text)
              .join("");
          expect(side("added")).toBe(a.join(""));
          expect(side("removed")).toBe(b.join(""));
        },
      ),
    );
  });

  it("keeps a figure whole", () => {
    expect(compareText("menos de 10,000 dólares", "menos de 15,000 dólares", "es").runs).toEqual([
      { kind: "same", text: "menos de " },
      { kind: "removed", text: "10,000" },
      { kind: "added", text: "15,000" },
      { kind: "same", text: " dólares" },
    ]);
  });

  it("says so when two long texts have too little in common to compare in time", () => {
    const words = (seed: number) =>
      Array.from({ length: 40_000 }, (_, i) => ((i * seed) % 9973).toString(36)).join(" ");
    const { by, runs } = compareText(words(7919), words(6997), "en");
    expect(by).not.toBe("word");
    expect(runs.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
