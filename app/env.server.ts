import { resolve } from "node:path";
import { z } from "zod";

const given = (message: string) => z.string(message).trim().optional();
const address = (schemes: string[], message: string) =>
  given(message).refine((value) => value === undefined || schemes.includes(schemeOf(value)), message);
const schemeOf = (value: string) => (URL.canParse(value) ? new URL(value).protocol.replace(":", "") : "");
const oneOf = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, `give one of: ${values.join(", ")}`).optional();

const wholeNumber = (least: number, most: number, what: string) => {
  const message = `give a whole number of ${what}, from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

const atTranslator =
  "give the address of a LibreTranslate server of your own, such as https://translate.example.org or http://127.0.0.1:5000, without name, password or query; or unset it: nothing is translated by a machine then";
const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Whether what is said in confidence may go there: encrypted, or not off this machine. */
function isConfidential(value: string) {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isPlain = `${username}${password}${search}${hash}` === "";
  return isPlain && (protocol === "https:" || (protocol === "http:" && loopback.includes(hostname)));
}

const masterKey = given("give 32 random bytes in base64").refine(
  (value) => value === undefined || Buffer.from(value, "base64").length === 32,
  "give 32 random bytes in base64 (openssl rand -base64 32), or unset it",
);

const variables = z.object({
  NODE_ENV: oneOf(["production", "development", "test"]),
  /** NODE_ENV as the operator gave it; bin/start.mjs sets NODE_ENV itself for React's sake. */
  RIBERA_NODE_ENV: oneOf(["production", "development", "test"]),
  PORT: z.coerce
    .number("give a port number between 1 and 65535")
    .int("give a whole number between 1 and 65535")
    .min(1, "give a port number between 1 and 65535")
    .max(65535, "give a port number between 1 and 65535")
    .default(3000),
  HOST: given("give an address to listen on, such as 127.0.0.1 or 0.0.0.0"),
  APP_ORIGIN: address(["http", "https"], "give the public origin, such as https://ribera.example.org").refine(
    (value) => !URL.canParse(value ?? "") || new URL(value ?? "").origin === value?.replace(/\/$/, ""),
    "give scheme, host and port only, such as https://ribera.example.org, without a path",
  ),
  DATABASE_URL: address(
    ["postgres", "postgresql"],
    "give the owner's address of a PostgreSQL 15 or later, such as postgres://owner:password@host:5432/ribera, or unset it for the embedded one",
  ),
  DATABASE_WEB_URL: address(
    ["postgres", "postgresql"],
    "give the web role's address of the same database, such as postgres://ribera_web:password@host:5432/ribera, or unset it",
  ),
  RIBERA_DATA_DIR: given("give a folder").default(".ribera"),
  RIBERA_DEMO: oneOf(["0", "1"]),
  RIBERA_CLOCK: z.iso
    .datetime({ offset: true, message: "give an ISO instant such as 2026-11-22T10:00:00Z, or unset it" })
    .optional(),
  RIBERA_AUDIT_KEY: given("give an Ed25519 private key").refine(
    (value) => value === undefined || value.includes("PRIVATE KEY"),
    "give an Ed25519 private key in PEM form (openssl genpkey -algorithm ed25519), or unset it to keep one in the data folder",
  ),
  RIBERA_SECRET_KEY: given("give 32 random bytes in base64").refine(
    (value) => value === undefined || Buffer.from(value, "base64").length >= 32,
    "give at least 32 random bytes in base64 (openssl rand -base64 32), or unset it to keep one in the data folder",
  ),
  RIBERA_MASTER_KEY: masterKey,
  RIBERA_MASTER_KEY_BEFORE: masterKey,
  RIBERA_SESSION_IDLE_MINUTES: wholeNumber(5, 1440, "minutes without a click").default(120),
  RIBERA_SESSION_HOURS: wholeNumber(1, 168, "hours in all").default(12),
  RIBERA_NOTICE_DAYS: wholeNumber(7, 3650, "days").default(90),
  RIBERA_DIGEST_DAYS: wholeNumber(70, 3650, "days").default(90),
  RIBERA_PROXIES: wholeNumber(0, 10, "reverse proxies in front").default(0),
  RIBERA_METRICS_TOKEN: given("give a token").refine(
    (value) => value === undefined || value.length >= 16,
    "give at least 16 characters, such as those of `openssl rand -hex 24`, or unset it: /metrics then answers on loopback alone",
  ),
  RIBERA_S3_BUCKET: given("give the name of a bucket"),
  RIBERA_S3_REGION: given("give the bucket's region, such as us-east-1"),
  RIBERA_S3_ENDPOINT: address(
    ["http", "https"],
    "give the address of the S3-compatible service, or unset it for AWS",
  ),
  RIBERA_S3_ACCESS_KEY_ID: given("give the id of a key that may read and write the bucket"),
  RIBERA_S3_SECRET_ACCESS_KEY: given("give the secret of that key"),
  RESEND_API_KEY: given("give the key of your Resend account, or unset it for the local mailbox"),
  RESEND_BASE_URL: address(["http", "https"], "give the address of the mail API, or unset it"),
  RESEND_WEBHOOK_SECRET: given("give the secret of the Resend webhook (whsec_…), or unset it"),
  MAIL_FROM: given("give a sender, such as Ribera <avisos@example.org>").default("Ribera <ribera@localhost>"),
  MAIL_REPLY_TO: given(
    "give an address that people read, such as ayuda@example.org, or unset it: replies go to MAIL_FROM",
  ),
  RESEND_PER_SECOND: wholeNumber(1, 1000, "calls a second").default(2),
  RIBERA_TRANSLATOR_URL: given(atTranslator).refine(
    (value) => value === undefined || isConfidential(value),
    atTranslator,
  ),
  RIBERA_TRANSLATOR_KEY: given("give the key that the translator asks for, or unset it"),
  LOG_LEVEL: oneOf(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
});

type Variables = z.infer<typeof variables>;
const bucketVariables = [
  "RIBERA_S3_REGION",
  "RIBERA_S3_ACCESS_KEY_ID",
  "RIBERA_S3_SECRET_ACCESS_KEY",
] as const;
const missingOfBucket = (v: Variables) =>
  v.RIBERA_S3_BUCKET ? bucketVariables.filter((name) => !v[name]) : [];

function bucketOf(v: Variables) {
  const { RIBERA_S3_BUCKET: name, RIBERA_S3_REGION: region, RIBERA_S3_ENDPOINT: endpoint } = v;
  const { RIBERA_S3_ACCESS_KEY_ID: keyId, RIBERA_S3_SECRET_ACCESS_KEY: secret } = v;
  return name && region && keyId && secret ? { name, region, endpoint, keyId, secret } : undefined;
}

export type Environment = ReturnType<typeof readEnvironment>;

/** A configuration that cannot be used: one line per variable, with the remedy. */
class EnvironmentError extends Error {
  override name = "EnvironmentError";
  constructor(problems: string[]) {
    super(`The configuration cannot be used:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
}

/** Reads and checks the variables of contract.md; an empty one counts as unset. */
export function readEnvironment(source: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = variables.safeParse(filled);
  if (!read.success) {
    throw new EnvironmentError(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const v = read.data;
  const nodeEnv = source.RIBERA_NODE_ENV === undefined ? v.NODE_ENV : v.RIBERA_NODE_ENV;
  const production = nodeEnv === "production" && v.DATABASE_URL !== undefined;
  const demo = v.RIBERA_DEMO === undefined ? v.DATABASE_URL === undefined : v.RIBERA_DEMO === "1";

  const problems = [
    production && demo
      ? "RIBERA_DEMO: the demo is refused in production (NODE_ENV=production with DATABASE_URL): anyone could sign in as anyone. Unset RIBERA_DEMO."
      : "",
    v.RIBERA_CLOCK && (production || (!demo && nodeEnv !== "test"))
      ? "RIBERA_CLOCK: only for the demo and for tests: what is signed and logged must carry the true time. Unset RIBERA_CLOCK."
      : "",
    v.DATABASE_WEB_URL && !v.DATABASE_URL
      ? "DATABASE_WEB_URL: needs DATABASE_URL beside it, by which the tables are made. Set DATABASE_URL, or unset DATABASE_WEB_URL."
      : "",
    v.DATABASE_URL && !v.DATABASE_WEB_URL && !new URL(v.DATABASE_URL).password
      ? "DATABASE_URL: has no password to derive the web role's from. Put one in, or set DATABASE_WEB_URL too."
      : "",
    ...missingOfBucket(v).map(
      (name) =>
        `${name}: is needed beside RIBERA_S3_BUCKET. Set it, or unset RIBERA_S3_BUCKET to keep files in the data folder.`,
    ),
    !v.RIBERA_S3_BUCKET && bucketVariables.some((name) => v[name])
      ? "RIBERA_S3_BUCKET: other variables of the bucket are set and this one is not. Set it, or unset those."
      : "",
    v.RIBERA_TRANSLATOR_KEY && !v.RIBERA_TRANSLATOR_URL
      ? "RIBERA_TRANSLATOR_URL: is needed beside RIBERA_TRANSLATOR_KEY. Set it, or unset the key."
      : "",
  ].filter((line) => line !== "");
  if (problems.length > 0) throw new EnvironmentError(problems);

  const origin = (v.APP_ORIGIN ?? `http://localhost:${v.PORT}`).replace(/\/$/, "");
  return {
    /** NODE_ENV=production by the operator's own word, with a real database. */
    production,
    demo,
    port: v.PORT,
    host: v.HOST ?? (demo ? "127.0.0.1" : "0.0.0.0"),
    origin,
    /** Served over https: cookies may be marked so. */
    secure: origin.startsWith("https:"),
    databaseUrl: v.DATABASE_URL,
    databaseWebUrl: v.DATABASE_WEB_URL,
    /** Absolute. */
    dataDir: resolve(v.RIBERA_DATA_DIR),
    clock: v.RIBERA_CLOCK ? new Date(v.RIBERA_CLOCK) : undefined,
    auditKey: v.RIBERA_AUDIT_KEY,
    secretKey: v.RIBERA_SECRET_KEY,
    /** Seals the keys of roundtables; the one before it only while they are sealed anew. */
    masterKey: v.RIBERA_MASTER_KEY,
    masterKeyBefore: v.RIBERA_MASTER_KEY_BEFORE,
    sessionIdleMinutes: v.RIBERA_SESSION_IDLE_MINUTES,
    sessionHours: v.RIBERA_SESSION_HOURS,
    /** How long a notice stays after it was sent, dropped or given up: to answer whether a mail went out. */
    noticeDays: v.RIBERA_NOTICE_DAYS,
    /** How long it is known which digests went out; longer than news are told. */
    digestDays: v.RIBERA_DIGEST_DAYS,
    /** How many reverse proxies stand in front: so many addresses of X-Forwarded-For are believed. */
    proxies: v.RIBERA_PROXIES,
    metricsToken: v.RIBERA_METRICS_TOKEN,
    /** Where files lie instead of the data folder. */
    bucket: bucketOf(v),
    resendApiKey: v.RESEND_API_KEY,
    mailFrom: v.MAIL_FROM,
    /** The mail service, where there is one. */
    mail: v.RESEND_API_KEY
      ? {
          apiKey: v.RESEND_API_KEY,
          baseUrl: v.RESEND_BASE_URL,
          from: v.MAIL_FROM,
          replyTo: v.MAIL_REPLY_TO,
          perSecond: v.RESEND_PER_SECOND,
        }
      : undefined,
    resendWebhookSecret: v.RESEND_WEBHOOK_SECRET,
    /** The machine that may be given what is said in a session, in one language, for the other; unset: none. */
    translator: v.RIBERA_TRANSLATOR_URL
      ? { url: v.RIBERA_TRANSLATOR_URL, apiKey: v.RIBERA_TRANSLATOR_KEY }
      : undefined,
    logLevel: v.LOG_LEVEL ?? "info",
  };
}

let read: Environment | undefined;

/** The environment of this process, read once. */
export function env(): Environment {
  read ??= readEnvironment(process.env);
  return read;
}
