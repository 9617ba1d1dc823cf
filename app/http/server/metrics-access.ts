import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

type Asked = Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } };

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const here = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
/** A proxy on this machine speaks for others: whoever it names or not, the request is not from here. */
const relayed = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

/** Who may read what operations count: this machine itself, and whoever bears the token, if one is set. */
export const mayReadMetrics = (asked: Asked, token: string | undefined) =>
  isFromHere(asked) || (token !== undefined && bears(asked, token));

const isFromHere = ({ socket, headers }: Asked) =>
  loopback.has(socket.remoteAddress ?? "") &&
  here.test(headers.host ?? "") &&
  relayed.every((name) => headers[name] === undefined);

function bears({ headers }: Asked, token: string) {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
