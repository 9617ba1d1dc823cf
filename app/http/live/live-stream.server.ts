import { randomInt } from "node:crypto";
import { createEventBuffer } from "better-sse";
import type { Member } from "~/domain/members/viewer";
import { log } from "../server/log";
import { Bell } from "./bell";
import type { Live, Topic } from "./live";

/** How often a stream says that it lives, and looks whether its reader may still read: a lost announcement is made good within this. */
const heartbeatMs = 15_000;

export type Reader = {
  member: Member;
  /** What may end their access. */
  topics: readonly Topic[];
  /** The same person as they stand now; null when they no longer do. */
  still(): Promise<Member | null>;
};

export type LiveEvent = { id: string; name: string; body: unknown };

export type Following = {
  topics: readonly Topic[];
  /** What is new after the event `lastId`, as this member may see it now; undefined when it is not theirs to see. */
  read(member: Member, lastId: string | null): Promise<LiveEvent[] | undefined>;
  /**
   * The same where only these topics moved, read once for all who follow them and looked up for each of them there; undefined
   * when this reader has to be asked for alone.
   */
  shared?(member: Member, lastId: string | null): Promise<LiveEvent[] | undefined>;
  /** Called when the stream has ended. */
  left?(): void;
};

/**
 * Server-sent events: looked up for this reader at every announcement and every heartbeat, sent only after that, and ended
 * (event `ended`) as soon as they may not see them. Nothing where there is nothing for them.
 */
export async function answerLive(
  request: Request,
  live: Live,
  reader: Reader,
  following: Following,
): Promise<Response | undefined> {
  const { member } = reader;
  if (!(await following.read(member, null))) return undefined;
  if (!live.hasRoomFor(member.memberId)) return new Response(null, { status: 429 });
  // Begins with the first read of the body: a HEAD, whose body nobody reads, holds nothing open.
  const gone = new AbortController();
  return new Response(asBody(follow(request, live, reader, following, gone.signal), gone), {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      // A proxy must not collect what is meant to arrive at once.
      "X-Accel-Buffering": "no",
      // The connection serves nothing after it, and must not hold a server that stops.
      Connection: "close",
    },
  });
}

async function* follow(
  request: Request,
  live: Live,
  reader: Reader,
  following: Following,
  gone: AbortSignal,
) {
  const { topics, read, shared, left } = following;
  const bell = new Bell();
  const common = new Set<string>(topics);
  let isForAll = false;
  const leave = live.follow(reader.member.memberId, [...topics, ...reader.topics], (topic) => {
    if (topic === null || !common.has(topic)) isForAll = false;
    bell.ring();
  });
  gone.addEventListener("abort", bell.ring);
  let lastId = request.headers.get("Last-Event-ID");
  try {
    // Not all at the same moment, when a process that served many has gone.
    yield createEventBuffer().retry(randomInt(1000, 4000)).dispatch().read();
    while (!gone.aborted && !live.closed) {
      const news = await live.whileLooking(
        async () =>
          (isForAll ? await shared?.(reader.member, lastId).catch(() => undefined) : undefined) ??
          look(reader, read, lastId),
      );
      if (news === "ended") {
        yield createEventBuffer().push(null, "ended").read();
        return;
      }
      if (news) {
        yield written(news);
        lastId = news.at(-1)?.id ?? lastId;
      }
      // Until the bell says otherwise: whatever is this reader's own, or the clock, asks for them alone.
      isForAll = shared !== undefined;
      if (!(await bell.rungWithin(heartbeatMs))) isForAll = false;
    }
  } finally {
    leave();
    left?.();
  }
}

const writings = new WeakMap<LiveEvent[], string>();

/** News that many get are written out once. */
function written(news: LiveEvent[]): string {
  const before = writings.get(news);
  if (before !== undefined) return before;
  const said = createEventBuffer();
  for (const { id, name, body } of news) said.push(body, name, id);
  const text = news.length > 0 ? said.read() : said.comment().dispatch().read();
  writings.set(news, text);
  return text;
}

/** Undefined while the database is away: nothing is said that was not looked up. */
async function look(reader: Reader, read: Following["read"], lastId: string | null) {
  try {
    const member = await reader.still();
    return (member && (await read(member, lastId))) ?? "ended";
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.name : "unknown" }, "a live stream waits");
    return undefined;
  }
}

function asBody(text: AsyncGenerator<string>, gone: AbortController) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      // Asked for the next piece only when the last one has gone: a slow reader costs one piece of memory.
      async pull(controller) {
        const { done, value } = await text.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      // The signal of the request may come to nothing: what Remix makes of a request holds on to nothing of the one before.
      async cancel() {
        gone.abort();
        await text.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
