import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { applyChanges } from "~/domain/drafts/draft-change";
import { changesOfForm, type FormAct, withIssuerNames } from "~/http/desk-form";

const draftId = randomUUID();
const lead = { organisationId: randomUUID(), shortName: "UIF", role: "lead" as const };

const content = (given: Partial<AdvisoryContent> = {}): AdvisoryContent => ({
  ...emptyContent("enforcement-lesson", [lead]),
  ...given,
});

type Sent = Record<string, string | string[]>;

function formOf(was: AdvisoryContent | string, sent: Sent, act?: FormAct) {
  const form = new FormData();
  form.set("was", typeof was === "string" ? was : JSON.stringify(was));
  form.set("revision", "3");
  for (const [name, values] of Object.entries(sent))
    for (const value of [values].flat()) form.append(name, value);
  if (act) form.set("act", JSON.stringify(act));
  return form;
}

/** What the draft says when the form has been applied to it. */
function applied(was: AdvisoryContent, sent: Sent, act?: FormAct, now = was) {
  const result = applyChanges(now, changesOfForm(formOf(was, sent, act), draftId));
  expect(result.refusals).toEqual([]);
  return result;
}

describe("a form of the desk sent without scripts", () => {
  test("changes what was typed and nothing else, line breaks as they are stored", () => {
    const was = content({ title: { es: "Uno", en: "One" }, summary: { es: "a\nb", en: "" } });
    const sent = { "title/es": "Dos", "title/en": "One", "summary/es": "a\r\nb", "summary/en": "" };
    expect(changesOfForm(formOf(was, sent), draftId)).toEqual([
      { kind: "set", path: "title/es", was: "Uno", now: "Dos" },
    ]);
  });

  test("keeps another's words that were saved since the page was shown", () => {
    const was = content({ title: { es: "Uno", en: "One" } });
    const theirs = content({ title: { es: "Suyo", en: "One" } });
    const { content: now, conflicts } = applied(
      was,
      { "title/es": "Uno", "title/en": "Two" },
      undefined,
      theirs,
    );
    expect(now.title).toEqual({ es: "Suyo", en: "Two" });
    expect(conflicts).toEqual([]);
    expect(applied(was, { "title/es": "Mío" }, undefined, theirs).conflicts).toMatchObject([
      { path: "title/es", mine: "Mío", theirs: "Suyo" },
    ]);
  });

  test("takes boxes as ticked or not, and an empty field as none where there may be none", () => {
    const was = content({ sectors: ["bank", "fintech"], binding: true, validFrom: "2026-01-01" });
    const sent = { sectors: ["", "fintech", "broker"], binding: "", "validFrom?": "" };
    expect(applied(was, sent).content).toMatchObject({
      sectors: ["fintech", "broker"],
      binding: false,
      validFrom: null,
    });
    expect(applied(was, { sectors: "", binding: ["", "on"] }).content).toMatchObject({
      sectors: [],
      binding: true,
    });
    expect(changesOfForm(formOf(was, {}), draftId)).toEqual([]);
  });

  test("adds to a list of words, and takes out what a button names", () => {
    const was = content({ aliases: ["A-1", "B-2"] });
    expect(applied(was, { "+aliases": "C-3, D-4" }).content.aliases).toEqual(["A-1", "B-2", "C-3", "D-4"]);
    expect(
      applied(was, { "+aliases": "" }, { kind: "drop", path: "aliases", at: 0 }).content.aliases,
    ).toEqual(["B-2"]);
  });

  test("fills the rows of a list that is written whole, and its blank one when something is in it", () => {
    const row = { kind: "cites" as const, number: "X-1", inForce: true };
    const was = content({ relations: [row] });
    const blank = { kind: "cites", number: "", inForce: true };
    const rows = {
      "relations#fresh": JSON.stringify(blank),
      "relations#0#kind": "replaces",
      "relations#0#number": "X-1",
      "relations#0#inForce": "",
      "relations#1#kind": "cites",
      "relations#1#inForce": ["", "on"],
    };
    const first = { kind: "replaces", number: "X-1", inForce: false };
    expect(applied(was, { ...rows, "relations#1#number": "" }).content.relations).toEqual([first]);
    expect(applied(was, { ...rows, "relations#1#number": "Y-2" }).content.relations).toEqual([
      first,
      { ...row, number: "Y-2" },
    ]);
    const drop: FormAct = { kind: "drop", path: "relations", at: 0 };
    expect(applied(was, { ...rows, "relations#1#number": "" }, drop).content.relations).toEqual([]);
    expect(applied(was, {}, drop).content.relations).toEqual([]);
  });

  test("takes an empty field of a row as none where there may be none", () => {
    const issuer = { organisationId: randomUUID(), shortName: "UIF", role: "joint" as const };
    const was = content({ issuers: [issuer] });
    const blank = { organisationId: null, shortName: "", role: "joint" };
    const rows = { "issuers#fresh": JSON.stringify(blank), "issuers#0#organisationId?": "" };
    expect(applied(was, rows).content.issuers).toEqual([{ ...issuer, organisationId: null }]);
  });

  test("writes a corridor from its countries and places", () => {
    const was = content({ corridors: [{ from: "MX", to: "US" }] });
    const sent = {
      "corridors#fresh": JSON.stringify({ from: "", to: "" }),
      "corridors#0#from.country": "MX",
      "corridors#0#from.name": "Tijuana",
      "corridors#0#to.country": "US",
      "corridors#0#to.name": "",
      "corridors#1#from.country": "",
      "corridors#1#from.name": "",
      "corridors#1#to.country": "",
      "corridors#1#to.name": "",
    };
    expect(applied(was, sent).content.corridors).toEqual([{ from: "Tijuana, MX", to: "US" }]);
  });

  test("brings and takes items that are named by a code", () => {
    const { content: now } = applied(content(), {
      "+typologies": "funnel-accounts",
      "lesson/failures": ["", "backlog", "insider"],
    });
    expect(now.typologies.map(({ code }) => code)).toEqual(["funnel-accounts"]);
    expect(now.lesson?.failures.map(({ code }) => code).sort()).toEqual(["backlog", "insider"]);
    expect(
      applied(now, { "lesson/failures": ["", "insider"] }).content.lesson?.failures.map(({ code }) => code),
    ).toEqual(["insider"]);
  });

  test("adds an item with an id of its own, once however often the button of one page is pressed", () => {
    const { id: _, ...blank } = emptyRedFlag("", 1);
    const act: FormAct = { kind: "add", list: "redFlags", item: blank, after: null };
    const was = content();
    const { content: once } = applied(was, {}, act);
    expect(once.redFlags).toHaveLength(1);
    expect(applied(was, {}, act, once).content.redFlags).toHaveLength(1);
    const changes = changesOfForm(formOf(once, {}, act), draftId);
    expect(changes).not.toEqual(changesOfForm(formOf("", {}, act), randomUUID()));
    const pressedOn = (revision: string) => {
      const form = formOf(once, {}, act);
      form.set("revision", revision);
      return changesOfForm(form, draftId);
    };
    expect(pressedOn("2")).toEqual(pressedOn("2"));
    expect(pressedOn("3")).not.toEqual(pressedOn("2"));
  });

  test("saves what was typed before it does what the button says", () => {
    const was = content({ sections: [] });
    const act: FormAct = { kind: "remove", path: "sections/x" };
    const changes = changesOfForm(formOf(was, { "title/es": "Dos" }, act), draftId);
    expect(changes.map(({ kind }) => kind)).toEqual(["set", "remove"]);
  });

  test("without the draft as it was shown does what the button says and changes no field", () => {
    const act: FormAct = { kind: "remove", path: "sections/x" };
    for (const was of ["", "{", '{"title":1}']) {
      expect(changesOfForm(formOf(was, { "title/es": "Dos" }, act), draftId)).toEqual([act]);
    }
    expect(changesOfForm(formOf("", { act: "{" }), draftId)).toEqual([]);
    expect(changesOfForm(formOf("", { act: '{"kind":"set","path":"title/es","now":"x"}' }), draftId)).toEqual(
      [],
    );
  });

  test("changes nothing by names that are no places of a draft", () => {
    const sent = { "__proto__/x": "1", constructor: "1", number: "X-9", "redFlags/none/text/es": "x" };
    const changes = changesOfForm(formOf(content(), sent), draftId);
    expect(applyChanges(content(), changes).content).toEqual(content());
  });

  test("names an issuer as its authority is named, and one from elsewhere as in coordination", () => {
    const other = { id: randomUUID(), shortName: "CNBV" };
    const now = [
      lead,
      { organisationId: other.id, shortName: "", role: "joint" },
      { organisationId: null, shortName: "OFAC", role: "joint" },
    ];
    expect(withIssuerNames([{ kind: "set", path: "issuers", was: [lead], now }], [other])).toMatchObject([
      { now: [lead, { shortName: "CNBV", role: "joint" }, { shortName: "OFAC", role: "in-coordination" }] },
    ]);
  });
});
