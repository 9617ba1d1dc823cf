import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

/** What befalls a call: answered; told to wait; failed before or after it was accepted; the line cut before or after; the whole service down. */
export const fates = [
  "answered",
  "busy",
  "failed-before",
  "failed-after",
  "lost-before",
  "lost-after",
  "crashed-before",
  "crashed-after",
] as const;
export type Fate = (typeof fates)[number];

export type PostedMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  /** `content` in base64. */
  attachments?: { filename: string; content_type: string; content: string }[];
};
type Call = { path: string; key: string; mails: PostedMail[] };

export type MailService = Awaited<ReturnType<typeof aMailService>>;

/**
 * Speaks the part of Resend's protocol that we use, single and batch: a key that comes again with the same words is answered as the
 * first time, with others it is refused (409), and so while the first is under way. An address with `refused` in it is taken by no
 * batch. `fate` decides what befalls each call.
 */
export async function aMailService(fate: () => Fate = () => "answered") {
  const accepted = new Map<string, { words: string; ids: string[]; mails: PostedMail[] }>();
  const underWay = new Set<string>();
  const calls: Call[] = [];
  const told: Record<string, number> = {};
  const count = (what: string) => {
    told[what] = (told[what] ?? 0) + 1;
  };

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request).catch(() => undefined);
    if (body === undefined) return;
    const key = String(request.headers["idempotency-key"] ?? "");
    const path = request.url ?? "";
    const given: PostedMail | PostedMail[] = JSON.parse(body);
    const all = Array.isArray(given) ? given : [given];
    calls.push({ path, key, mails: all });
    const answer = (status: number, said: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "Content-Type": "application/json", ...headers });
      response.end(JSON.stringify(said));
    };
    const refuse = (statusCode: number, name: string, headers: Record<string, string> = {}) => {
      count(name);
      answer(statusCode, { statusCode, name, message: "no" }, headers);
    };

    const befalls = fate();
    count(befalls);
    if (befalls === "busy") return refuse(429, "rate_limit_exceeded", { "Retry-After": "1" });
    if (befalls === "failed-before") return refuse(500, "internal_server_error");
    if (befalls === "lost-before") return request.socket.destroy();
    if (befalls === "crashed-before") return crash();
    if (underWay.has(key)) return refuse(409, "concurrent_idempotent_requests");
    const words = createHash("sha256").update(path).update(body).digest("hex");
    const before = accepted.get(key);
    if (before && before.words !== words) return refuse(409, "invalid_idempotent_request");
    if (before) count("replayed");
    underWay.add(key);
    // Another call may come in between, as it may with a service of many machines.
    await new Promise((resolve) => setImmediate(resolve));
    const isRefused = ({ to }: PostedMail) => path.endsWith("/batch") && to.includes("refused");
    const mails = all.filter((mail) => !isRefused(mail));
    const kept = before ?? { words, ids: mails.map(() => randomUUID()), mails };
    accepted.set(key, kept);
    underWay.delete(key);
    if (befalls === "failed-after") return refuse(500, "internal_server_error");
    if (befalls === "lost-after") return request.socket.destroy();
    if (befalls === "crashed-after") return crash();
    const data = kept.ids.map((id) => ({ id }));
    const errors = all.flatMap((mail, index) => (isRefused(mail) ? [{ index, message: "invalid" }] : []));
    return answer(
      200,
      path.endsWith("/batch") ? { data, ...(errors.length > 0 ? { errors } : {}) } : data[0],
    );
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  const port = await listen(0);
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  let rising: Promise<unknown> = Promise.resolve();
  /** Everybody's line is cut, and for a moment nobody listens; what was accepted is remembered. */
  function crash() {
    if (!server.listening) return;
    rising = down()
      .then(() => new Promise((resolve) => setTimeout(resolve, 40)))
      .then(() => listen(port));
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    accepted,
    calls,
    told,
    /** What has gone out. */
    mails: () => [...accepted.values()].flatMap(({ mails }) => mails),
    forget() {
      accepted.clear();
      calls.length = 0;
      for (const what of Object.keys(told)) delete told[what];
    },
    befall(next: () => Fate) {
      fate = next;
    },
    /** From now on all goes well. */
    async calm() {
      fate = () => "answered";
      await rising;
    },
    async close() {
      await rising;
      await down();
    },
  };
}

async function bodyOf(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
