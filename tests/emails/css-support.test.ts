import { doIUseEmail } from "@jsx-email/doiuse-email";
import { describe, expect, test } from "vitest";
import { everyMail } from "../support/mails";

const programs = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "thunderbird.*", "samsung-email.*"];

/** What some mail program does not know, and why the mail is whole without it. */
const spared: Record<string, string> = {
  "<body> element": "programs put a block of their own in its place",
  "@media": "the mail is then on light paper",
  "border-radius": "the button then has square corners",
  "display:none": "of the line for the list of mails, which is also without height and width",
  opacity: "of the same line",
  overflow: "of the same line",
  "role attribute": "a reader of screens then names the tables that hold the sheet",
  "target attribute": "links open as the program opens links",
  "white-space": "a number may then break at its hyphen",
  "word-break":
    "a long address then reaches beyond a telephone's edge; the button above it leads to the same",
};

describe.each(["es", "en"] as const)("every mail in %s", (language) => {
  test("needs nothing that a mail program in use does not know", async () => {
    const unknown = new Set<string>();
    for (const [, { html }] of await everyMail(language)) {
      const found = doIUseEmail(html, { emailClients: programs });
      for (const error of "errors" in found ? found.errors : [])
        unknown.add(/^`(.+?)` is not supported/.exec(error)?.[1] ?? error);
    }
    expect([...unknown].sort()).toEqual(Object.keys(spared).sort());
  });
});

test("the check sees what is not known: it can fail", () => {
  const found = doIUseEmail('<p style="display:grid">x</p>', { emailClients: programs });
  expect(found).toMatchObject({ success: false });
});
