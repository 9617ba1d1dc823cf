import { AsyncLocalStorage } from "node:async_hooks";
import { redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { type FoundSession, findSession } from "~/domain/auth/find-session.server";
import { findStanding } from "~/domain/auth/find-standing.server";
import { findToken } from "~/domain/auth/find-token.server";
import { findWaysIn } from "~/domain/auth/own-sign-in.server";
import type { Scope } from "~/domain/auth/scope";
import {
  anonymous,
  isAuthorityStaff,
  type Member,
  type SignedIn,
  type Viewer,
} from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";
import { languageOf } from "./language";
import type { Reader } from "./live/live-stream.server";
import { forbidden, problem, type StepUp } from "./outcomes";

/** `scopes`: of a token; null for a person, who may do whatever their roles let them. */
type Known = Omit<FoundSession, "sessionId"> & { sessionId: string | null; scopes: Scope[] | null };

const stranger: Known = { sessionId: null, viewer: null, applicant: null, confirmedAt: null, scopes: null };
const stepUpMinutes = 10;

/** How this installation keeps its sessions. */
export const sessionCare = () => ({ secure: env().secure, idleMinutes: env().sessionIdleMinutes });

const asked = new WeakMap<Request, Promise<Known>>();

// The loaders of one page ask side by side, each with a request object of its own; the session is looked up once for all.
const lookedUp = new AsyncLocalStorage<{ session?: Promise<FoundSession | undefined> }>();

/** For what only reads: an act may change the session that the loaders after it look up. */
export const lookingUpOnce = <Result>(answer: () => Result) => lookedUp.run({}, answer);

function sessionOf(cookies: string) {
  const page = lookedUp.getStore() ?? {};
  page.session ??= findSession(db, { cookies, ...sessionCare() });
  return page.session;
}

function knownOf(request: Request): Promise<Known> {
  const before = asked.get(request);
  if (before) return before;
  const found = lookUp(request);
  asked.set(request, found);
  return found;
}

async function lookUp(request: Request): Promise<Known> {
  const bearer = bearerOf(request);
  if (bearer) return lookUpToken(request, bearer);
  const cookies = request.headers.get("Cookie");
  const found = cookies ? await sessionOf(cookies) : undefined;
  return found ? { ...found, scopes: null } : stranger;
}

const bearerOf = (request: Request) => request.headers.get("Authorization")?.match(/^Bearer +(\S+)$/i)?.[1];

async function lookUpToken(request: Request, token: string): Promise<Known> {
  const at = now();
  const found = await findToken(db, { token, at });
  if (!found) throw problem(request, refused("not_signed_in"));
  // What a token may write is said operation by operation, and pages have none.
  if (!isForPrograms(request) && (request.method !== "GET" || !found.scopes.includes("read"))) {
    throw problem(request, refused("scope_missing", { scope: "read" }));
  }
  // A token is only handed out to a person who has just confirmed who they are, for the scopes that it names.
  return { ...stranger, viewer: found.viewer, confirmedAt: at, scopes: found.scopes };
}

/** Who is asking, by bearer token or session cookie; nobody known is a viewer too. */
export const viewerOf = async (request: Request): Promise<Viewer> =>
  (await knownOf(request)).viewer ?? anonymous;

/** Whoever is signed in, in good standing or not; for what is a person's own. */
export async function signedInOf(request: Request): Promise<SignedIn | null> {
  const { viewer, applicant } = await knownOf(request);
  return viewer ?? applicant;
}

const isForPrograms = (request: Request) => new URL(request.url).pathname.startsWith("/api/");

/** The page that was asked for, to come back to. */
function pageOf(request: Request) {
  const { pathname, search } = new URL(request.url);
  return request.method === "GET" ? pathname.replace(/\.data$/, "") + search : undefined;
}

const toSignIn = (request: Request) => redirect(paths.signIn(languageOf(request), pageOf(request)));

/** Sends a stranger to sign in and back, an applicant to their organisation's application. */
export async function requireMember(request: Request): Promise<Member> {
  const { viewer, applicant } = await knownOf(request);
  if (viewer) return viewer;
  if (isForPrograms(request)) throw problem(request, refused("not_signed_in"));
  throw applicant ? redirect(paths.application(languageOf(request))) : toSignIn(request);
}

/** A member who will be looked at again and again while an answer lasts. */
export async function requireReader(request: Request): Promise<Reader> {
  const member = await requireMember(request);
  const { sessionId } = await knownOf(request);
  const { memberId, organisationId } = member;
  const token = bearerOf(request) ?? "";
  return {
    member,
    topics: [
      `member:${memberId}`,
      `organisation:${organisationId}`,
      ...(sessionId ? [`session:${sessionId}` as const] : []),
    ],
    still: async () =>
      sessionId
        ? findStanding(db, { memberId, sessionId })
        : ((await findToken(db, { token, at: now() }))?.viewer ?? null),
  };
}

/** Whoever is signed in, in good standing or not. Tokens are not: what is a person's own, a person changes. */
export async function requireSignedIn(request: Request): Promise<SignedIn & { sessionId: string }> {
  const { viewer, applicant, sessionId } = await knownOf(request);
  const person = viewer ?? applicant;
  if (person && sessionId) return { ...person, sessionId };
  throw isForPrograms(request) ? problem(request, refused("not_signed_in")) : toSignIn(request);
}

/** Staff of an authority. */
export async function requireStaff(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (isAuthorityStaff(member)) return member;
  throw isForPrograms(request) ? problem(request, refused("not_allowed")) : forbidden();
}

/** A member who confirmed who they are within the last ten minutes. */
export async function requireStepUp(request: Request): Promise<Member> {
  const member = await requireMember(request);
  await requireConfirmed(request);
  return member;
}

/** Whoever is signed in and confirmed who they are within the last ten minutes. */
export async function requireOwnStepUp(request: Request): Promise<SignedIn & { sessionId: string }> {
  const person = await requireSignedIn(request);
  await requireConfirmed(request);
  return person;
}

/** A token must carry the scope of what it is used for; a person needs none. */
export async function requireScope(request: Request, scope: Scope): Promise<void> {
  const { scopes } = await knownOf(request);
  if (scopes && !scopes.includes(scope)) throw problem(request, refused("scope_missing", { scope }));
}

async function requireConfirmed(request: Request) {
  const { confirmedAt } = await knownOf(request);
  if (confirmedAt && now().getTime() - confirmedAt.getTime() < stepUpMinutes * 60_000) return;
  if (isForPrograms(request)) throw problem(request, refused("step_up_needed"));
  if (request.method === "GET") throw redirect(paths.confirm(languageOf(request), pageOf(request)));
  throw Response.json({ stepUp: await stepUpOf(request) }, { status: 403 });
}

async function stepUpOf(request: Request): Promise<StepUp> {
  const { pathname, search } = new URL(request.url);
  const form = await request.clone().formData();
  const typed = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const { passkeys, passwordSetAt } = await findWaysIn(db, await requireSignedIn(request));
  return {
    action: pathname.replace(/\.data$/, "") + search,
    typed,
    ways: { passkey: passkeys > 0, password: passwordSetAt !== null },
  };
}
