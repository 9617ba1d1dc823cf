import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectFolder } from "~db/project-folder.server";
import { breachesIn, sourcesIn } from "./support/floors";

describe("the floors of the house", () => {
  test("call only the floors below them", () => {
    const sources = sourcesIn(projectFolder(), ["app", "db", "emails", "tests", "bench", "bin"]);
    expect(sources.length).toBeGreaterThan(100);
    expect(breachesIn(sources)).toEqual([]);
  });

  test.each([
    ["app/routes/x.tsx", `import { eq } from "drizzle-orm";`, "a route knows no table"],
    ["app/routes/x.tsx", `import { members } from "~db/schema";`, "a route knows no table"],
    ["app/routes/x/y.tsx", `import { members } from "../../../db/schema/members";`, "a route knows no table"],
    ["app/ui/x.tsx", `import { db } from "~db/client.server";`, "what is seen knows no server"],
    ["app/ui/x.tsx", `const later = import("~/domain/audit/events.server");`, "what is seen knows no server"],
    ["app/domain/audit/x.ts", `import { useState } from "react";`, "the domain knows no HTTP and no page"],
    [
      "app/domain/audit/x.ts",
      `import type { ActionFunctionArgs } from "@remix-run/node";`,
      "the domain knows no HTTP and no page",
    ],
    ["app/domain/audit/x.ts", `export { page } from "~/ui/page";`, "the domain knows no HTTP and no page"],
    [
      "app/domain/audit/x.ts",
      `import { env } from "~/env.server";`,
      "time and environment come in as arguments",
    ],
    ["db/x.ts", `import { done } from "~/domain/outcome";`, "what is remembered knows no rule"],
    ["app/http/x.ts", `import { Lucia } from "lucia";`, "lucia lives in one room"],
    ["app/jobs/x.ts", `import { Resend } from "resend";`, "resend lives in one room"],
    [
      "app/domain/audit/x.ts",
      `import { x } from "../advisories/advisory";`,
      "advisories is a storey above audit",
    ],
    ["app/domain/drafts/x.ts", `import { x } from "~/domain/search/x";`, "search is a storey above drafts"],
    ["app/domain/gossip/x.ts", "", "a room without a storey"],
    ["app/http/x.ts", "const port = process.env.PORT;", "only app/env.server.ts does"],
    ["app/http/x.ts", `import { env } from "node:process";`, "only app/env.server.ts does"],
    ["app/ui/index.ts", `export * from "./button";`, "no barrels"],
    ["app/http/date-utils.ts", "", "name it for what it is"],
    ["app/common/x.ts", "", "name it for what it is"],
  ])("show a breach planted in %s: %s", (path, text, breach) => {
    expect(breachesIn([{ path, text }])).toEqual([expect.stringContaining(breach)]);
  });

  test("show two rooms of one storey that call each other", () => {
    const breaches = breachesIn([
      { path: "app/domain/drafts/x.ts", text: `import { y } from "~/domain/parity/y";` },
      { path: "app/domain/parity/y.ts", text: `import { x } from "~/domain/drafts/x";` },
    ]);
    expect(breaches).toEqual([expect.stringContaining("drafts and parity call each other")]);
  });

  test("let a file use the types of a floor above, and say what is allowed", () => {
    const allowed = [
      { path: "db/x.ts", text: `import type { Tlp } from "~/domain/advisories/advisory.form";` },
      { path: "app/routes/x.tsx", text: `import { db } from "~db/client.server";` },
      { path: "app/domain/drafts/x.ts", text: `import { x } from "~/domain/audit/x";` },
      { path: "app/env.server.ts", text: "export const port = process.env.PORT;" },
      { path: "db/schema/index.ts", text: `export * from "./members";` },
    ];
    expect(breachesIn(allowed)).toEqual([]);
  });
});

test("migrations are applied in the order in which they are listed", () => {
  const journal: { entries: { when: number; tag: string }[] } = JSON.parse(
    readFileSync(projectFolder("db", "migrations", "meta", "_journal.json"), "utf8"),
  );
  const { entries } = journal;
  // A database skips a migration that is older than the last one it has seen.
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b));
  expect(entries.map(({ tag }) => tag)).toEqual(entries.map(({ tag }) => tag).sort());
});
