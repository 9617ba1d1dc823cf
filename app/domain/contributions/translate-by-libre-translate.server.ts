import { z } from "zod";
import { done, refused } from "~/domain/outcome";
import type { Translator } from "./translator";

type Service = { url: string; apiKey: string | undefined };

const mostBytes = 256 * 1024;
const mostAtOnce = 4;
const answerSchema = z.object({ translatedText: z.string() });

/**
 * Speaks the protocol of LibreTranslate, whose server an authority runs on its own machine: one POST to the address that was
 * configured and to no other, whatever it answers (decision 442). What goes wrong there is told by its kind alone: an error of
 * theirs could hold the words.
 */
export function translateByLibreTranslate(
  { url, apiKey }: Service,
  { patienceMs = 15_000 } = {},
): Translator {
  const address = `${url.replace(/\/$/, "")}/translate`;
  let underWay = 0;
  return async ({ text, from, to }) => {
    if (underWay >= mostAtOnce) return refused("translator_busy");
    underWay += 1;
    const asked = {
      q: text,
      source: from,
      target: to,
      format: "text",
      ...(apiKey ? { api_key: apiKey } : {}),
    };
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(asked),
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      });
      const body = await readAtMost(answer, mostBytes);
      if (answer.status === 429) return refused("translator_busy");
      const read = answer.ok && body !== undefined ? answerSchema.safeParse(JSON.parse(body)) : undefined;
      const translated = read?.data?.translatedText.trim();
      return translated ? done(translated) : refused("translator_failed");
    } catch {
      return refused("translator_failed");
    } finally {
      underWay -= 1;
    }
  };
}

/** The body as text; undefined where it is larger, and then no more of it is read. */
async function readAtMost(answer: Response, most: number) {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > most) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts).toString("utf8");
}
