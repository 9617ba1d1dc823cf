import { expect, test } from "vitest";
import { compareText, type Run } from "~/domain/advisories/text-diff";
import { joinChanges } from "~/ui/diff/join-changes";

const after = (runs: Run[]) => joinChanges(runs.filter(({ kind }) => kind !== "removed"));
const marked = (runs: Run[]) => runs.filter(({ kind }) => kind === "added").map(({ text }) => text);

test("words that came one after the other are one stretch, without the spaces around it", () => {
  const { runs } = compareText(
    "recibe efectivo en varios cajeros.",
    "recibe efectivo en tres plazas lejanas.",
    "es",
  );
  expect(marked(after(runs))).toEqual(["tres plazas lejanas"]);
});

test("no letter of the text is lost", () => {
  const became = "Uno dos.  Tres cuatro, y cinco.\n\nSeis.";
  const { runs } = compareText("Uno tres.  Dos cuatro y seis.", became, "es");
  expect(
    after(runs)
      .map(({ text }) => text)
      .join(""),
  ).toBe(became);
});
