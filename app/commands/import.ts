import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { now } from "~/clock.server";
import { prepareWorld } from "~/demo/prepare-world.server";
import type { Language, Text } from "~/domain/advisories/advisory.form";
import { attachTranslation } from "~/domain/imports/attach-translation.server";
import { type Imported, importDocument } from "~/domain/imports/import-document.server";
import { isTranslation } from "~/domain/imports/printed-document.form";
import type { Member } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { env } from "~/env.server";
import { i18nOf } from "~/i18n/i18n.server";
import type { Db } from "~db/client.server";
import { openDatabase } from "~db/open.server";

const largest = 20 * 1024 * 1024;

/** npm run import -- --as PERSONA_OR_EMAIL [--publish] FILE… : one JSON line per file; exit 0 only if all went in whole. */
async function main() {
  const { values, positionals } = parseArgs({
    options: { as: { type: "string" }, publish: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  if (!values.as || positionals.length === 0) {
    console.error("npm run import -- --as PERSONA_OR_EMAIL [--publish] FILE…");
    return 2;
  }
  const opened = await openDatabase(env(), {
    onProgress: (line) => console.error(line),
    whenMigrated: prepareWorld(env(), now()),
  });
  try {
    const by = await findMember(opened.ownerUrl, values.as);
    if (!by) {
      console.error(`Nobody here is called ${values.as}: give a persona's key or a member's e-mail address.`);
      return 2;
    }
    let whole = true;
    for (const file of inOrder(await Promise.all(positionals.map(load)))) {
      const outcome = await take(opened.pool.db, file, { publish: values.publish, by });
      whole &&= outcome.ok;
      console.log(JSON.stringify(report(file, outcome, by.language)));
    }
    return whole ? 0 : 1;
  } finally {
    await opened.close();
  }
}

type Loaded = { name: string; content: unknown; trouble?: string };

async function load(name: string): Promise<Loaded> {
  try {
    if ((await stat(name)).size > largest) return { name, content: null, trouble: "import_too_large" };
    // Files saved on Windows begin with a mark of their byte order, which is no JSON.
    return { name, content: JSON.parse((await readFile(name, "utf8")).replace(/^\uFEFF/, "")) };
  } catch (error) {
    return {
      name,
      content: null,
      trouble: error instanceof SyntaxError ? "import_not_json" : "import_no_file",
    };
  }
}

/** A translation needs its document, so documents go first. */
const inOrder = (files: Loaded[]) =>
  [...files].sort((a, b) => Number(isTranslation(a.content)) - Number(isTranslation(b.content)));

const inBoth = (key: "translation_added_es" | "translation_added_en"): Text => ({
  es: i18nOf("es").t(`imports:${key}`),
  en: i18nOf("en").t(`imports:${key}`),
});

async function take(
  db: Db,
  file: Loaded,
  { publish, by }: { publish: boolean; by: Member },
): Promise<Outcome<Imported>> {
  if (file.trouble) return refused(file.trouble);
  if (!isTranslation(file.content)) return importDocument(db, { file: file.content, publish, by, at: now() });
  const language = (file.content as { language?: unknown }).language;
  const changeNote = inBoth(language === "en" ? "translation_added_en" : "translation_added_es");
  return attachTranslation(db, { file: file.content, changeNote, publish, by, at: now() });
}

function report(file: Loaded, outcome: Outcome<Imported>, language: Language) {
  if (outcome.ok) return { file: file.name, ...outcome.value, problems: [] };
  const found = Array.isArray(outcome.facts.problems)
    ? (outcome.facts.problems as { path: string; reason: string }[])
    : [];
  return {
    file: file.name,
    number: null,
    redFlags: 0,
    status: "refused",
    problems: [
      { reason: outcome.reason, path: "", detail: sentence(language, outcome.reason, outcome.facts) },
      ...found.map(({ path, reason }) => ({ reason, path, detail: sentence(language, reason, {}) })),
    ],
  };
}

/** The reason in words: the room's own first, then those of every refusal and of every field. */
function sentence(language: Language, reason: string, facts: Record<string, unknown>) {
  const key = reason.replace(/^(import|errors)\./, "");
  const { t, exists } = i18nOf(language);
  const known = ["imports", "refused", "errors"].map((room) => `${room}:${key}`).find((one) => exists(one));
  return known ? t(known as "refused:not_found", facts) : reason;
}

async function findMember(ownerUrl: string, who: string): Promise<Member | undefined> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await owner<{ viewer: Member | null }[]>`
      select member_as_viewer(m.id) as viewer from members m left join demo_personas p on p.member_id = m.id
      where p.key = ${who} or lower(m.email) = lower(${who})
      order by m.left_at desc nulls first limit 1`;
    return row?.viewer ?? undefined;
  } finally {
    await owner.end();
  }
}

process.exitCode = await main();
