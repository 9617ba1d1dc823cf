import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import { type AdvisoryContent, advisoryContentSchema } from "~/domain/advisories/advisory.form";
import { applyChanges, type DraftChange, draftChanges } from "~/domain/drafts/draft-change";

const id = (n: number) => `0198a5a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const both = (text: string) => ({ es: text, en: text });

function draft(changes: Partial<AdvisoryContent> = {}): AdvisoryContent {
  const content = emptyContent("advisory", [{ organisationId: null, shortName: "UIF", role: "lead" }]);
  return {
    ...content,
    title: { es: "Aviso sobre el efectivo", en: "Advisory on cash" },
    sections: [1, 2, 3].map((n) => ({
      id: id(n),
      kind: "guidance" as const,
      heading: both(`H${n}`),
      body: both(`B${n}`),
      tlp: "CLEAR" as const,
    })),
    groups: [{ id: id(80), name: both("G") }],
    redFlags: [
      {
        ...emptyRedFlag(id(11), 1),
        group: id(80),
        text: { es: "El cliente deposita efectivo cada día.", en: "The customer deposits cash every day." },
        sub: [{ id: id(21), text: both("p"), sub: [{ id: id(22), text: both("q"), sub: [] }] }],
        footnotes: [{ id: id(31), text: both("f") }],
      },
      emptyRedFlag(id(12), 2),
    ],
    typologies: [{ code: "bulk-cash", printed: both("x") }],
    filing: {
      us: {
        keyTerms: [{ id: id(41), printed: "K", normalised: "K", appliesTo: id(80), secondary: false }],
        fields: [{ id: id(42), text: "SAR field 2" }],
      },
      mx: { reportTypes: [], fields: [], suggestedWording: both("") },
    },
    ...changes,
  };
}

const set = (path: string, was: unknown, now: unknown): DraftChange => ({ kind: "set", path, was, now });
const flagText = `redFlags/${id(11)}/text/es`;

describe("an edit of a draft", () => {
  it("puts on one line what stands on one line, however it was typed, and leaves long texts their lines", () => {
    const typed = "Un título\r\n  en dos\u2028o tres líneas";
    const item = { ...emptyRedFlag(id(13), 3), heading: both("Un\nencabezado"), text: both("Uno.\n\nDos.") };
    const { content, conflicts, refusals } = applyChanges(draft(), [
      set("title/es", "Aviso sobre el efectivo", typed),
      set("summary/es", "", "Uno.\n\nDos."),
      set(`sections/${id(1)}/heading/en`, "H1", "A\nheading"),
      set(`filing/us/fields/${id(42)}/text`, "SAR field 2", "SAR\nfield 3"),
      { kind: "add", list: "redFlags", item, after: null },
    ]);
    expect([conflicts, refusals]).toEqual([[], []]);
    expect(content.title.es).toBe("Un título en dos o tres líneas");
    expect(content.summary.es).toBe("Uno.\n\nDos.");
    expect(content.sections[0]?.heading.en).toBe("A heading");
    expect(content.filing.us.fields[0]?.text).toBe("SAR field 3");
    expect(content.redFlags[0]).toMatchObject({ heading: both("Un encabezado"), text: both("Uno.\n\nDos.") });
  });

  it.each([
    ["title/es", "Aviso sobre el efectivo", "Otro aviso"],
    ["tlp", "CLEAR", "AMBER"],
    ["validFrom", null, "2026-12-01"],
    [
      "audience",
      { jurisdictions: [], sectors: [], organisations: [], members: [] },
      { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
    ],
    ["audience/jurisdictions", [], ["MX", "US"]],
    [`redFlags/${id(11)}/observableAt`, [], ["branch"]],
    [`redFlags/${id(11)}/sub/${id(21)}/sub/${id(22)}/text/en`, "q", "r"],
    [`redFlags/${id(11)}/footnotes/${id(31)}/text/es`, "f", "g"],
    ["typologies/bulk-cash/printed/en", "x", "y"],
    [`filing/us/keyTerms/${id(41)}/printed`, "K", "L"],
    ["translation/en", "original", "human-reviewed"],
    ["relations", [], [{ kind: "cites", number: "FIN-2019-A006", inForce: true }]],
  ])("sets %s", (path, was, now) => {
    const before = draft();
    const { content, touched, conflicts, refusals } = applyChanges(before, [set(path, was, now)]);
    expect({ touched, conflicts, refusals }).toEqual({ touched: [path], conflicts: [], refusals: [] });
    expect(JSON.stringify(content)).not.toBe(JSON.stringify(before));
    expect(before).toEqual(draft());
  });

  it("adds, removes and moves items", () => {
    const section = { id: id(4), kind: "annex", heading: both("H4"), body: both(""), tlp: "CLEAR" };
    const { content, touched, refusals } = applyChanges(draft(), [
      { kind: "add", list: "sections", item: section, after: id(1) },
      { kind: "remove", path: `sections/${id(2)}` },
      { kind: "move", path: `sections/${id(3)}`, after: null },
      {
        kind: "add",
        list: `redFlags/${id(11)}/sub/${id(21)}/sub`,
        item: { id: id(23), text: both("z"), sub: [] },
        after: id(22),
      },
      { kind: "remove", path: `redFlags/${id(11)}/footnotes/${id(31)}` },
    ]);
    expect(refusals).toEqual([]);
    expect(content.sections.map((one) => one.id)).toEqual([id(3), id(1), id(4)]);
    expect(content.redFlags[0]?.sub[0]?.sub.map((one) => one.id)).toEqual([id(22), id(23)]);
    expect(content.redFlags[0]?.footnotes).toEqual([]);
    expect(touched).toHaveLength(5);
  });

  it("frees what stood in a group that goes", () => {
    const { content, touched } = applyChanges(draft(), [{ kind: "remove", path: `groups/${id(80)}` }]);
    expect(content.redFlags[0]?.group).toBeNull();
    expect(content.filing.us.keyTerms[0]?.appliesTo).toBeNull();
    expect(touched).toContain(`redFlags/${id(11)}/group`);
  });

  it("puts an item whose neighbour has gone last", () => {
    const item = { id: id(81), name: both("G2") };
    const { content } = applyChanges(draft(), [{ kind: "add", list: "groups", item, after: id(99) }]);
    expect(content.groups.map((group) => group.id)).toEqual([id(80), id(81)]);
  });

  it("stores what people type composed, so that one word has one hash", () => {
    const { content } = applyChanges(draft(), [set("title/es", "Aviso sobre el efectivo", "Revisio\u0301n")]);
    expect(content.title.es).toBe("Revisi\u00f3n");
  });

  it("done twice is done once", () => {
    const change = set("title/es", "Aviso sobre el efectivo", "Otro");
    expect(applyChanges(draft(), [change, change]).touched).toEqual(["title/es"]);
    const once = applyChanges(draft(), [change]).content;
    expect(applyChanges(once, [change])).toEqual({ content: once, conflicts: [], refusals: [], touched: [] });
  });
});

describe("two people at one draft", () => {
  it("both keep their words where they edited different ones", () => {
    const theirs = draft();
    theirs.redFlags = theirs.redFlags.map((flag) =>
      flag.id === id(11)
        ? { ...flag, text: { ...flag.text, es: "El cliente deposita mucho efectivo cada día." } }
        : flag,
    );
    const { content, conflicts } = applyChanges(theirs, [
      set(flagText, "El cliente deposita efectivo cada día.", "El cliente deposita efectivo cada semana."),
    ]);
    expect(conflicts).toEqual([]);
    expect(content.redFlags[0]?.text.es).toBe("El cliente deposita mucho efectivo cada semana.");
  });

  it("are shown both texts where they edited the same words, and every other change stands", () => {
    const theirs = draft({ title: { es: "Alerta sobre el efectivo", en: "Advisory on cash" } });
    const { content, conflicts, touched } = applyChanges(theirs, [
      set("title/es", "Aviso sobre el efectivo", "Comunicado sobre el efectivo"),
      set("tlp", "CLEAR", "GREEN"),
    ]);
    expect(conflicts).toEqual([
      {
        path: "title/es",
        kind: "changed",
        was: "Aviso sobre el efectivo",
        theirs: "Alerta sobre el efectivo",
        mine: "Comunicado sobre el efectivo",
      },
    ]);
    expect(content.title.es).toBe("Alerta sobre el efectivo");
    expect(touched).toEqual(["tlp"]);
  });

  it("cannot merge what is not text", () => {
    const theirs = draft({ tlp: "RED", priorities: ["fraud"] });
    const { conflicts } = applyChanges(theirs, [
      set("tlp", "CLEAR", "GREEN"),
      set("priorities", [], ["corruption"]),
    ]);
    expect(conflicts.map(({ path, theirs }) => [path, theirs])).toEqual([
      ["tlp", "RED"],
      ["priorities", ["fraud"]],
    ]);
  });

  it("get their text back when the item it stood in was removed", () => {
    const theirs = draft({ redFlags: [] });
    const { conflicts, content } = applyChanges(theirs, [set(flagText, "El cliente", "La clienta")]);
    expect(conflicts).toEqual([
      { path: flagText, kind: "removed", was: "El cliente", theirs: null, mine: "La clienta" },
    ]);
    expect(content).toEqual(theirs);
    const orphan = {
      kind: "add" as const,
      list: `redFlags/${id(11)}/footnotes`,
      item: { id: id(32), text: both("n") },
      after: null,
    };
    expect(applyChanges(theirs, [orphan]).conflicts).toMatchObject([{ kind: "removed", mine: orphan.item }]);
  });

  it("do not remove what the other has just rewritten, if they say what they saw", () => {
    const seen = draft().sections[1];
    const theirs = draft();
    theirs.sections = theirs.sections.map((one) =>
      one.id === id(2) ? { ...one, body: both("nuevo") } : one,
    );
    const remove = { kind: "remove" as const, path: `sections/${id(2)}`, was: seen };
    expect(applyChanges(theirs, [remove]).conflicts).toMatchObject([{ kind: "changed" }]);
    expect(applyChanges(theirs, [remove]).content).toEqual(theirs);
    expect(applyChanges(draft(), [remove]).content.sections).toHaveLength(2);
    expect(applyChanges(theirs, [{ kind: "remove", path: `sections/${id(99)}` }]).conflicts).toEqual([]);
  });

  it("merge long texts, or are asked", () => {
    const base = Array.from({ length: 4_000 }, (_, i) => `línea ${i} de la sección`).join("\n");
    const theirs = draft({ summary: { es: base.replace("línea 10 ", "renglón 10 "), en: "" } });
    const mine = base.replace("línea 3900 ", "fila 3900 ");
    const { content, conflicts } = applyChanges(theirs, [set("summary/es", base, mine)]);
    expect(conflicts).toEqual([]);
    expect(content.summary.es).toContain("renglón 10 ");
    expect(content.summary.es).toContain("fila 3900 ");
    const words = (seed: number) =>
      Array.from({ length: 30_000 }, (_, i) => ((i * seed) % 977).toString(36)).join(" ");
    const far = applyChanges(draft({ summary: { es: words(3), en: "" } }), [
      set("summary/es", words(5), words(7)),
    ]);
    expect(far.conflicts).toHaveLength(1);
  });
});

describe("a change that does not fit", () => {
  it.each([
    [set("tlp", "CLEAR", "PURPLE"), "errors.unknown_tlp"],
    [set("validFrom", null, "mañana"), "errors.bad_date"],
    [set("title/es", "Aviso sobre el efectivo", "x".repeat(501)), "errors.too_long"],
    [set("title/es", "Aviso sobre el efectivo", 7), "errors.invalid"],
    [set(`redFlags/${id(11)}/amltrix`, [], ["X1"]), "errors.bad_amltrix"],
    [set(`redFlags/${id(11)}/n`, 1, 9), "errors.not_settable"],
    [set(`redFlags/${id(11)}/id`, id(11), id(99)), "errors.not_settable"],
    [set(`redFlags/${id(11)}/home`, null, "FIN-2024-A002"), "errors.not_settable"],
    [set("origin", "native", "imported"), "errors.not_settable"],
    [set("redFlags", [], []), "errors.not_settable"],
    [set("title", both(""), both("x")), "errors.not_settable"],
    [set("nothing/es", "", "x"), "errors.unknown_place"],
    [set("title/fr", "", "x"), "errors.unknown_place"],
    [set("redFlags/0/text/es", "", "x"), undefined],
    [set("redFlags/length", 2, 0), "errors.unknown_place"],
    [{ kind: "add", list: "sections", item: { id: id(7) }, after: null }, "errors.invalid"],
    [{ kind: "add", list: "sections", item: "x", after: null }, "errors.bad_id"],
    [{ kind: "add", list: "title", item: { id: id(7) }, after: null }, "errors.not_settable"],
    [{ kind: "add", list: "attachments", item: { id: id(7) }, after: null }, "errors.not_settable"],
    [{ kind: "remove", path: "title" }, "errors.not_settable"],
    [{ kind: "move", path: "title/es", after: null }, "errors.not_settable"],
  ] satisfies [DraftChange, string | undefined][])(
    "is refused and the others stand: %j",
    (change, reason) => {
      const { content, refusals, conflicts } = applyChanges(draft(), [
        change,
        set("title/en", "Advisory on cash", "Cash"),
      ]);
      expect(content).toEqual(draft({ title: { es: "Aviso sobre el efectivo", en: "Cash" } }));
      expect(refusals.map((refusal) => refusal.reason)).toEqual(reason ? [reason] : []);
      expect(conflicts).toHaveLength(reason ? 0 : 1);
    },
  );

  it("names the field at fault by ids", () => {
    const item = {
      id: id(7),
      kind: "annex",
      heading: { es: "x".repeat(501), en: "" },
      body: both(""),
      tlp: "CLEAR",
    };
    expect(applyChanges(draft(), [{ kind: "add", list: "sections", item, after: null }]).refusals).toEqual([
      { path: "sections", reason: "errors.too_long", field: `sections/${id(7)}/heading/es` },
    ]);
  });

  it("does not stop the editing of a draft that was at fault elsewhere before", () => {
    const old = draft({ validFrom: "nunca" });
    const { content, refusals } = applyChanges(old, [set("title/en", "Advisory on cash", "Cash")]);
    expect(refusals).toEqual([]);
    expect(content.title.en).toBe("Cash");
  });

  it("never reaches a prototype", () => {
    const changes = draftChanges.parse([
      set("__proto__/polluted", null, "x"),
      set("constructor/prototype/polluted", null, "x"),
      set("title/__proto__", null, { polluted: "x" }),
      { kind: "add", list: "__proto__", item: { id: "polluted" }, after: null },
      {
        kind: "add",
        list: "groups",
        item: JSON.parse(`{"id":"${id(82)}","name":{"es":"","en":""},"__proto__":{"polluted":"x"}}`),
        after: null,
      },
      { kind: "remove", path: "__proto__/toString" },
      set("audience", null, JSON.parse('{"__proto__":{"polluted":"x"}}')),
    ]);
    const { content } = applyChanges(draft(), changes);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(JSON.stringify(content)).not.toContain("polluted");
  });
});

describe("changes at different places", () => {
  const places: [string, unknown, fc.Arbitrary<unknown>][] = [
    ["title/es", "Aviso sobre el efectivo", fc.string({ maxLength: 40 })],
    ["title/en", "Advisory on cash", fc.string({ maxLength: 40 })],
    [flagText, "El cliente deposita efectivo cada día.", fc.string({ maxLength: 40 })],
    ["tlp", "CLEAR", fc.constantFrom("GREEN", "AMBER", "RED", "PURPLE")],
    ["priorities", [], fc.subarray(["fraud", "corruption", "cybercrime"])],
    [`sections/${id(1)}/body/es`, "B1", fc.string({ maxLength: 40 })],
    [`sections/${id(9)}/body/es`, "B9", fc.string({ maxLength: 40 })],
    [`redFlags/${id(11)}/strength`, null, fc.constantFrom("weak", "strong")],
    ["nothing", "", fc.string()],
  ];
  const someChanges = fc
    .subarray(places, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(...chosen.map(([path, was, now]) => now.map((value) => set(path, was, value)))),
    )
    .chain((changes) => {
      const structural: DraftChange[] = [
        { kind: "remove", path: `sections/${id(2)}` },
        { kind: "move", path: `redFlags/${id(12)}`, after: null },
        { kind: "add", list: "groups", item: { id: id(83), name: both("n") }, after: null },
      ];
      const all = [...changes, ...structural];
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });

  it("come to the same whatever their order", () => {
    fc.assert(
      fc.property(someChanges, ([changes, shuffled]) => {
        const [one, other] = [applyChanges(draft(), changes), applyChanges(draft(), shuffled)];
        expect(other.content).toEqual(one.content);
        expect(new Set(other.touched)).toEqual(new Set(one.touched));
        expect(other.refusals).toHaveLength(one.refusals.length);
        expect(other.conflicts).toHaveLength(one.conflicts.length);
      }),
    );
  });

  it("sent twice change nothing more, and the draft is always valid", () => {
    fc.assert(
      fc.property(someChanges, ([changes]) => {
        const once = applyChanges(draft(), changes);
        const twice = applyChanges(once.content, changes);
        expect(twice.content).toEqual(once.content);
        expect(twice.touched).toEqual([]);
        expect(advisoryContentSchema.safeParse(once.content).success).toBe(true);
      }),
    );
  });
});
