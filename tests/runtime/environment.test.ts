import { describe, expect, test } from "vitest";
import { readEnvironment } from "~/env.server";

const databaseUrl = "postgres://owner:secret@db.example.org/ribera";

describe("the environment", () => {
  test("with nothing set is the demo on this machine", () => {
    expect(readEnvironment({})).toMatchObject({
      demo: true,
      production: false,
      host: "127.0.0.1",
      port: 3000,
      origin: "http://localhost:3000",
      secure: false,
    });
  });

  test("with a database of one's own has no demo and listens to all", () => {
    expect(readEnvironment({ DATABASE_URL: databaseUrl })).toMatchObject({ demo: false, host: "0.0.0.0" });
  });

  test("takes an empty variable for one that is not set", () => {
    expect(readEnvironment({ DATABASE_URL: "", RIBERA_CLOCK: " " }).demo).toBe(true);
  });

  test.each([
    [{ PORT: "eighty" }, /PORT: give a port number/],
    [{ PORT: "70000" }, /PORT: give a port number/],
    [{ DATABASE_URL: "mysql://x" }, /DATABASE_URL: give the owner's address/],
    [{ DATABASE_URL: "postgres://owner@host/ribera" }, /DATABASE_URL: has no password/],
    [{ DATABASE_WEB_URL: databaseUrl }, /DATABASE_WEB_URL: needs DATABASE_URL/],
    [{ APP_ORIGIN: "ribera.example.org" }, /APP_ORIGIN: give the public origin/],
    [{ APP_ORIGIN: "https://example.org/ribera" }, /APP_ORIGIN: .*without a path/],
    [{ RIBERA_DEMO: "yes" }, /RIBERA_DEMO: give one of: 0, 1/],
    [{ RIBERA_CLOCK: "yesterday" }, /RIBERA_CLOCK: give an ISO instant/],
    [{ RIBERA_AUDIT_KEY: "secret" }, /RIBERA_AUDIT_KEY: give an Ed25519 private key/],
    [{ RIBERA_METRICS_TOKEN: "short" }, /RIBERA_METRICS_TOKEN: give at least 16 characters/],
    [{ RIBERA_S3_BUCKET: "files" }, /RIBERA_S3_SECRET_ACCESS_KEY: is needed beside RIBERA_S3_BUCKET/],
    [{ RIBERA_S3_REGION: "us-east-1" }, /RIBERA_S3_BUCKET: other variables of the bucket are set/],
    [{ RIBERA_TRANSLATOR_URL: "http://translate.example.org" }, /RIBERA_TRANSLATOR_URL: give the address of/],
    [{ RIBERA_TRANSLATOR_URL: "http://127.0.0.1.example.org" }, /RIBERA_TRANSLATOR_URL: give the address of/],
    [{ RIBERA_TRANSLATOR_URL: "https://a:b@example.org" }, /RIBERA_TRANSLATOR_URL: .*without name, password/],
    [{ RIBERA_TRANSLATOR_URL: "https://example.org/?q=1" }, /RIBERA_TRANSLATOR_URL: .*or query/],
    [{ RIBERA_TRANSLATOR_KEY: "key" }, /RIBERA_TRANSLATOR_URL: is needed beside RIBERA_TRANSLATOR_KEY/],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL: give one of/],
  ])("refuses %o and names the variable and the remedy", (source, message) => {
    expect(() => readEnvironment(source)).toThrow(message);
  });

  test("gives what is said in a session to no machine unless one is configured, encrypted or on this one", () => {
    expect(readEnvironment({}).translator).toBeUndefined();
    for (const url of ["https://translate.example.org/api", "http://127.0.0.1:5000", "http://[::1]:5000"])
      expect(readEnvironment({ RIBERA_TRANSLATOR_URL: url }).translator).toEqual({ url, apiKey: undefined });
  });

  test("says every problem at once", () => {
    expect(() => readEnvironment({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  test("refuses the demo in production", () => {
    const source = { NODE_ENV: "production", DATABASE_URL: databaseUrl, RIBERA_DEMO: "1" };
    expect(() => readEnvironment(source)).toThrow(/RIBERA_DEMO: the demo is refused in production/);
  });

  test("lets npm start, which sets NODE_ENV for React, run the demo on a real database", () => {
    const source = {
      NODE_ENV: "production",
      RIBERA_NODE_ENV: "",
      DATABASE_URL: databaseUrl,
      RIBERA_DEMO: "1",
    };
    expect(readEnvironment(source)).toMatchObject({ demo: true, production: false });
  });

  test("refuses a clock of one's own in production and outside demo and tests", () => {
    const clock = { DATABASE_URL: databaseUrl, RIBERA_CLOCK: "2026-11-22T10:00:00Z" };
    expect(() => readEnvironment({ ...clock, NODE_ENV: "production" })).toThrow(/RIBERA_CLOCK: only for/);
    expect(() => readEnvironment(clock)).toThrow(/RIBERA_CLOCK: only for/);
    expect(readEnvironment({ ...clock, NODE_ENV: "test" }).clock).toEqual(new Date("2026-11-22T10:00:00Z"));
  });
});
