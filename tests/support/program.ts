import { randomBytes } from "node:crypto";
import { issueToken } from "~/domain/auth/issue-token.server";
import { type Scope, scopes } from "~/domain/auth/scope";
import type { Member } from "~/domain/members/viewer";
import type { Site } from "./site";
import type { World } from "./world";

type Sending = { json?: unknown; body?: BodyInit; headers?: Record<string, string> };

// Read loosely: a test says what it expects of an answer.
// biome-ignore lint/suspicious/noExplicitAny: the answer is what is being tested
type Answer = { status: number; headers: Headers; text: string; json: any };

export type Program = (method: string, path: string, sending?: Sending) => Promise<Answer>;

export const aToken = (
  { db }: World,
  { memberId }: Member,
  expiresAt = new Date(Date.now() + 3_600_000),
  granted: readonly Scope[] = scopes,
) => issueToken(db, { memberId, name: "test", scopes: granted, expiresAt, secret: randomBytes(32) });

/** A program that speaks to `/api/v1` as this member, or as nobody. */
export async function aProgram(world: World, site: Site, member?: Member): Promise<Program> {
  const token = member && (await aToken(world, member));
  return async (method, path, { json, body, headers = {} } = {}) => {
    const answer = await site.ask(`/api/v1${path}`, {
      method,
      headers: {
        "Accept-Language": "en",
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
}
