import { parseArgs } from "node:util";
import { z } from "zod";
import { now } from "~/clock.server";
import { prepareWorld } from "~/demo/prepare-world.server";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { foundOrganisation } from "~/domain/vetting/found-organisation.server";
import { env } from "~/env.server";
import { i18nOf } from "~/i18n/i18n.server";
import { connect } from "~db/client.server";
import { openDatabase } from "~db/open.server";

const usage = `npm run found -- --authority SHORT --country MX --name-es NAME --name-en NAME --email ADDRESS --language es|en [--again]
npm run found -- --operator  SHORT --country MX --name-es NAME --name-en NAME --email ADDRESS --language es|en [--again]`;

const name = (most: number) => z.string().trim().min(2).max(most);
const given = z
  .object({
    authority: name(60).optional(),
    operator: name(60).optional(),
    country: z.string().regex(/^[A-Z]{2}$/),
    "name-es": name(200),
    "name-en": name(200),
    email: z.string().min(3),
    language: z.enum(["es", "en"]),
    again: z.boolean().default(false),
  })
  .refine(({ authority, operator }) => (authority === undefined) !== (operator === undefined));

/** npm run found: what an empty installation needs before anyone can be invited. One JSON line; exit 0 founded, 1 refused, 2 not understood. */
async function main() {
  const text = { type: "string" as const };
  const { values } = parseArgs({
    options: {
      authority: text,
      operator: text,
      country: text,
      "name-es": text,
      "name-en": text,
      email: text,
      language: text,
      again: { type: "boolean" },
    },
  });
  const read = given.safeParse(values);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path.join(".")).filter(Boolean);
    console.error(`${wrong.length > 0 ? `Missing or wrong: --${wrong.join(", --")}\n` : ""}${usage}`);
    return 2;
  }
  const { authority, operator, country, email, language, again } = read.data;
  const { dataDir, secretKey: secret, resendApiKey, demo } = env();
  const opened = await openDatabase(env(), {
    onProgress: (line) => console.error(line),
    whenMigrated: prepareWorld(env(), now()),
  });
  const owner = connect(opened.ownerUrl, { max: 1 });
  try {
    const outcome = await foundOrganisation(owner.db, {
      kind: authority === undefined ? "operator" : "authority",
      shortName: authority ?? operator ?? "",
      nameEs: read.data["name-es"],
      nameEn: read.data["name-en"],
      jurisdiction: country,
      email,
      language,
      again,
      key: (await openSecretKeys({ dataDir, secret }))("invitation"),
      at: now(),
    });
    if (!outcome.ok) {
      const sentence = i18nOf(language).t(`refused:${outcome.reason}` as "refused:not_found", outcome.facts);
      console.log(JSON.stringify({ status: "refused", reason: outcome.reason, detail: sentence }));
      return 1;
    }
    console.log(JSON.stringify({ status: "founded", ...outcome.value }));
    if (!resendApiKey && !demo) {
      console.error(
        "No mail service is set: the invitation waits in the outbox until a Ribera runs with RESEND_API_KEY.",
      );
    }
    return 0;
  } finally {
    await owner.close();
    await opened.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
