import { randomBytes } from "node:crypto";
import Bowser from "bowser";
import type { Visit } from "~/domain/auth/begin-session.server";
import { env } from "~/env.server";
import { sessionCare } from "./sessions.server";

const days = 400;
const cookieName = () => (env().secure ? "__Host-ribera_device" : "ribera_device");

/** The browser that asks, and the cookie by which it is known again; it says nothing about who sits there. */
export function visitOf(request: Request): { visit: Visit; deviceCookie: string } {
  const cookies = request.headers.get("Cookie") ?? "";
  const kept = cookies.match(new RegExp(`(?:^|;\\s*)${cookieName()}=([A-Za-z0-9_-]{43})(?:;|$)`))?.[1];
  const deviceSecret = kept ?? randomBytes(32).toString("base64url");
  const marks = `Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${env().secure ? "; Secure" : ""}`;
  return {
    visit: {
      ...sessionCare(),
      hours: env().sessionHours,
      device: deviceOf(request),
      deviceSecret,
    },
    deviceCookie: `${cookieName()}=${deviceSecret}; ${marks}`,
  };
}

/** `Firefox · Windows`: names of products, the same in both languages. */
function deviceOf(request: Request) {
  const agent = request.headers.get("User-Agent");
  if (!agent) return "";
  const { browser, os } = Bowser.parse(agent);
  return [browser.name, os.name].filter(Boolean).join(" · ").slice(0, 80);
}

/** The cookies of someone who has just signed in. */
export function signedInCookies(session: string, deviceCookie: string) {
  const headers = new Headers();
  headers.append("Set-Cookie", session);
  headers.append("Set-Cookie", deviceCookie);
  return headers;
}
