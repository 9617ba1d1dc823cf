import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export type Source = { path: string; text: string };
type Import = { of: string; typeOnly: boolean };

const code = /\.(tsx?|mjs)$/;

/** Every code file under `folders`, by its path from the repository's root. */
export function sourcesIn(root: string, folders: string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => code.test(name))
        .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") })),
    );
}

const storeys = [
  [
    "outcome",
    "all-or-nothing",
    "apart",
    "as-actor",
    "storable",
    "written-name",
    "audit",
    "machine",
    "people",
    "auth",
    "requests",
    "members",
    "organisations",
    "invitations",
    "screening",
    "files",
    "vocabulary",
    "notices",
  ],
  [
    "advisories",
    "drafts",
    "parity",
    "typologies",
    "indicators",
    "vetting",
    "adoption",
    "answers",
    "contributions",
    "materials",
    "feedback",
    "floor",
    "questions",
    "releases",
    "replies",
    "rounds",
    "roundtables",
    "vaults",
    "minutes",
    "commitments",
    "summaries",
    "proposals",
  ],
  ["digests", "search", "exports", "imports", "accountability", "calendar", "feeds"],
];
const storeyOf = (room: string) => storeys.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => path.match(/^app\/domain\/([^/.]+)/)?.[1];

type Rule = { in: RegExp; except?: RegExp; mayNot: RegExp; typesToo?: boolean; because: string };

const rules: Rule[] = [
  {
    in: /^app\/(routes\/|root\.tsx)/,
    mayNot: /^(drizzle-orm|postgres)(\/|$)|^db\/(schema|columns|embedded|migrate|open)/,
    because: "a route knows no table",
  },
  {
    in: /^app\/ui\//,
    mayNot: /\.server(\.tsx?)?$|^db\/|^(drizzle-orm|postgres|node:.*)(\/|$)|^app\/(routes|jobs|commands)\//,
    because: "what is seen knows no server",
  },
  {
    in: /^app\/domain\//,
    mayNot:
      /^(react|react-dom|@remix-run\/.*)(\/|$)|^app\/(routes|ui|http|i18n|jobs|commands)\/|^app\/(root|server|entry)/,
    typesToo: true,
    because: "the domain knows no HTTP and no page",
  },
  {
    in: /^app\/domain\//,
    mayNot: /^app\/(env|clock)\.server/,
    because: "time and environment come in as arguments",
  },
  {
    // The demo world is played through the acts of the house, as its people would.
    in: /^db\//,
    except: /^db\/demo\//,
    mayNot: /^app\//,
    because: "what is remembered knows no rule of the business; its columns may use the domain's types",
  },
  { in: /^db\/demo\//, mayNot: /^app\/(routes|ui|http)\//, because: "the demo world knows no page" },
  {
    in: /^(app|db|emails)\//,
    except: /^app\/domain\/auth\//,
    mayNot: /^lucia(\/|$)/,
    typesToo: true,
    because: "lucia lives in one room",
  },
  {
    in: /^(app|db|emails)\//,
    except: /^app\/domain\/digests\//,
    mayNot: /^resend(\/|$)/,
    because: "resend lives in one room",
  },
];

const bannedWords = [
  "util",
  "helper",
  "manager",
  "handler",
  "misc",
  "common",
  "data",
  "info",
  "base",
  "core",
];

/** Each breach of the house's floors (docs/house.md) in these files, as a sentence that names the file. */
export function breachesIn(sources: Source[]): string[] {
  const parsed = sources.map(({ path, text }) => ({ path, ...read(path, text) }));
  return [
    ...parsed.flatMap(({ path, imports }) =>
      imports.flatMap(({ of, typeOnly }) => [
        ...rules
          .filter((rule) => rule.in.test(path) && !rule.except?.test(path) && rule.mayNot.test(of))
          .filter((rule) => !typeOnly || rule.typesToo)
          .map((rule) => `${path} imports ${of}: ${rule.because}`),
        ...(typeOnly ? [] : upwardBreach(path, of)),
      ]),
    ),
    ...roundTrips(parsed),
    ...parsed
      .filter(
        ({ path, readsEnvironment }) =>
          readsEnvironment && /^(app|db|emails)\//.test(path) && path !== "app/env.server.ts",
      )
      .map(({ path }) => `${path} reads process.env: only app/env.server.ts does`),
    ...parsed
      .filter(({ path, reExportsAll }) => reExportsAll && path !== "db/schema/index.ts")
      .map(({ path }) => `${path} exports another file whole: no barrels but db/schema/index.ts`),
    ...parsed.flatMap(({ path }) =>
      path
        .split(/[^a-z]+/i)
        .filter((word) => bannedWords.some((banned) => word === banned || word === `${banned}s`))
        .map((word) => `${path} is named "${word}": name it for what it is`),
    ),
    ...parsed
      .filter(({ path }) => roomOf(path) !== undefined && storeyOf(roomOf(path) ?? "") === -1)
      .map(({ path }) => `${path} is in a room without a storey: give it one in tests/support/floors.ts`),
  ];
}

function upwardBreach(path: string, of: string) {
  const from = roomOf(path);
  const to = roomOf(of);
  if (!from || !to || storeyOf(to) <= storeyOf(from)) return [];
  return [`${path} imports ${of}: ${to} is a storey above ${from}`];
}

/** Rooms of one storey may call each other one way only. */
function roundTrips(parsed: { path: string; imports: Import[] }[]) {
  const calls = new Map<string, string>();
  for (const { path, imports } of parsed) {
    for (const { of, typeOnly } of imports) {
      const [from, to] = [roomOf(path), roomOf(of)];
      if (from && to && from !== to && !typeOnly) calls.set(`${from} ${to}`, path);
    }
  }
  return [...calls].flatMap(([pair, path]) => {
    const [from = "", to = ""] = pair.split(" ");
    const back = calls.get(`${to} ${from}`);
    return back && from < to ? [`${path} and ${back}: ${from} and ${to} call each other`] : [];
  });
}

function read(path: string, text: string) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  let readsEnvironment = false;
  let reExportsAll = false;
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      imports.push({ of: resolve(path, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
      if (!node.exportClause) reExportsAll = true;
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node)) {
      const called = node.expression;
      const loads = called.kind === ts.SyntaxKind.ImportKeyword || called.getText(file) === "require";
      if (loads) add(node.arguments[0], false);
    }
    if (ts.isPropertyAccessExpression(node) && node.getText(file) === "process.env") readsEnvironment = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (imports.some(({ of }) => of === "node:process" || of === "process")) readsEnvironment = true;
  return { imports, readsEnvironment, reExportsAll };
}

function isTypeOnly(clause: ts.ImportClause | undefined) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly);
}

function resolve(path: string, specifier: string) {
  for (const [alias, folder] of [
    ["~db/", "db/"],
    ["~locales/", "locales/"],
    ["~/", "app/"],
  ] as const) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier;
}
