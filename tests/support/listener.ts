import type { Site } from "./site";

export type Heard = { id: string | undefined; name: string; body: unknown };

/** Listens to an event stream of the site; `next` waits for the next event and answers undefined when the stream has ended. */
export async function aListener(site: Pick<Site, "ask">, path: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const answer = await site.ask(path, { headers, signal: leaving.signal });
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";

  return {
    status: answer.status,
    headers: answer.headers,
    async next(): Promise<Heard | undefined> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const event = readEvent(text.slice(0, end));
          text = text.slice(end + 2);
          if (event) return event;
          continue;
        }
        const piece = await reader?.read();
        if (!piece || piece.done) return undefined;
        text += decoder.decode(piece.value, { stream: true });
      }
    },
    leave: () => leaving.abort(),
  };
}

/** Nothing for a comment or a setting. */
function readEvent(block: string): Heard | undefined {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const;
    }),
  );
  const body = fields.get("data");
  if (body === undefined) return undefined;
  return { id: fields.get("id"), name: fields.get("event") ?? "message", body: JSON.parse(body) };
}
