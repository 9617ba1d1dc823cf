import { bigint, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";

// Nothing here is granted to the web role: db/policies/auth.sql has the functions, each for one holder of one secret.

const memberId = () =>
  uuid("member_id")
    .notNull()
    .references(() => members.id);

export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    memberId: memberId(),
    credentialId: bytea("credential_id").notNull(),
    /** COSE. */
    publicKey: bytea("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [uniqueIndex("passkeys_credential").on(t.credentialId), index("passkeys_member").on(t.memberId)],
);

export const passwords = pgTable("passwords", {
  memberId: memberId().primaryKey(),
  /** argon2id, with its salt and its costs. */
  hash: text("hash").notNull(),
  setAt: instant("set_at").notNull(),
});

export const totps = pgTable("totps", {
  memberId: memberId().primaryKey(),
  /** AES-256-GCM under a key that the database does not hold. */
  sealedSecret: bytea("sealed_secret").notNull(),
  /** The newest step whose code was taken: no code is taken twice, nor an older one after it. */
  lastStep: bigint("last_step", { mode: "number" }).notNull(),
  setAt: instant("set_at").notNull(),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    memberId: memberId(),
    codeHash: bytea("code_hash").notNull(),
    issuedAt: instant("issued_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.codeHash] })],
);

/** A WebAuthn challenge that waits for its answer; answering takes the row away. */
export const signInChallenges = pgTable(
  "sign_in_challenges",
  {
    challengeHash: bytea("challenge_hash").primaryKey(),
    purpose: text("purpose").$type<"sign-in" | "confirm" | "add" | "accept">().notNull(),
    /** From where alone the answer is taken: a session or an invitation; null at sign-in, where nobody is known yet. */
    subject: uuid("subject"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sign_in_challenges_end").on(t.expiresAt)],
);

/** What was tried, by a keyed hash of the account or the address: neither can be read from here. */
export const attempts = pgTable(
  "attempts",
  {
    id: id(),
    purpose: text("purpose").notNull(),
    keyHash: bytea("key_hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("attempts_key").on(t.purpose, t.keyHash, t.at), index("attempts_at").on(t.at)],
);

/** Browsers that a member has signed in from; a sign-in from another one is told by mail. */
export const memberDevices = pgTable(
  "member_devices",
  {
    memberId: memberId(),
    /** SHA-256 of the secret in that browser's own cookie. */
    deviceHash: bytea("device_hash").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.deviceHash] })],
);
