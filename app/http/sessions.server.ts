import { redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { findSession } from "~/domain/auth/find-session.server";
import { findTokenViewer } from "~/domain/auth/find-token-viewer.server";
import { anonymous, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";
import { languageOf } from "./language";
import { forbidden, problem } from "./outcomes";

type Known = { viewer: Viewer; confirmedAt: Date | null };

const stranger: Known = { viewer: anonymous, confirmedAt: null };
const stepUpMinutes = 10;

// Several loaders of one page ask for the same request; the session is looked up once.
const asked = new WeakMap<Request, Promise<Known>>();

function knownOf(request: Request): Promise<Known> {
  const before = asked.get(request);
  if (before) return before;
  const found = lookUp(request);
  asked.set(request, found);
  return found;
}

async function lookUp(request: Request): Promise<Known> {
  const bearer = request.headers.get("Authorization")?.match(/^Bearer +(\S+)$/i)?.[1];
  if (bearer) {
    const at = now();
    const viewer = await findTokenViewer(db, { token: bearer, at });
    if (!viewer) throw problem(request, refused("not_signed_in"));
    // A token is only handed out to a person who has just confirmed who they are.
    return { viewer, confirmedAt: at };
  }
  const cookies = request.headers.get("Cookie");
  if (!cookies) return stranger;
  return (await findSession(db, { cookies, secure: env().secure })) ?? stranger;
}

/** Who is asking, by bearer token or session cookie; nobody known is a viewer too. */
export const viewerOf = async (request: Request): Promise<Viewer> => (await knownOf(request)).viewer;

const isForPrograms = (request: Request) => new URL(request.url).pathname.startsWith("/api/");

/** Sends a stranger to sign in and back. */
export async function requireMember(request: Request): Promise<Member> {
  const viewer = await viewerOf(request);
  if (viewer.memberId !== null) return viewer;
  if (isForPrograms(request)) throw problem(request, refused("not_signed_in"));
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : undefined;
  throw redirect(paths.signIn(languageOf(request), next));
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
  const { confirmedAt } = await knownOf(request);
  if (confirmedAt && now().getTime() - confirmedAt.getTime() < stepUpMinutes * 60_000) return member;
  if (isForPrograms(request)) throw problem(request, refused("step_up_needed"));
  throw Response.json({ reason: "step_up_needed" }, { status: 403 });
}
