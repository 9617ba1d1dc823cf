import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { bodyLimit, bytesAllowed } from "./body-limit";
import type { Refusal } from "./outcomes";

/** In the browser: what was asked of the application got no answer of its own. To Remix it is a response with this status. */
class Unanswered extends Error {
  override name = "Unanswered";
  statusText = "";
  internal = false;
  data = null;
  constructor(readonly status: number) {
    super(`unanswered: ${status}`);
  }
}

// The framework takes every such answer, and a lost network, for an unreadable one of its own: a fault without a status.
export function tellingStatus(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, window.location.href);
    if (!pathname.endsWith(".data")) return ask(input, init);
    // A server that refuses a body unread hangs up on whoever is still sending it.
    if (sizeOf(init?.body) > bytesAllowed(pathname)) throw new Unanswered(413);
    let answer: Response;
    try {
      answer = await whole(await ask(input, init));
    } catch (error) {
      throw error instanceof TypeError ? new Unanswered(503) : error;
    }
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    if (isPage && answer.status >= 400) throw new Unanswered(answer.status);
    return answer;
  };
}

/** The framework reads an answer as it comes and leaves one broken off, by newer data or by the network, as a fault of the page. */
const whole = async (answer: Response) =>
  answer.body ? new Response(await answer.arrayBuffer(), answer) : answer;

const sizes = new TextEncoder();

/** In bytes, without the little that the encoding adds. */
function sizeOf(body: BodyInit | null | undefined): number {
  if (typeof body === "string") return sizes.encode(body).length;
  if (body instanceof URLSearchParams) return sizes.encode(body.toString()).length;
  if (!(body instanceof FormData)) return 0;
  return [...body.values()].reduce(
    (sum, value) => sum + (typeof value === "string" ? sizes.encode(value).length : value.size),
    0,
  );
}

const away = "unavailable";

/** An act that brought no answer: refused in its place, on a page that keeps all that was typed. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof Unanswered) || (error.status !== 413 && error.status !== 503)) throw error;
    const refusal: Refusal =
      error.status === 413
        ? { reason: "too_large", facts: { limit: bodyLimit(new URL(request.url).pathname) } }
        : { reason: away, facts: {} };
    return { refusal, typed: undefined };
  }
}

/** While nothing answers, nothing is asked for anew: what the page holds is the best there is. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionResult?.refusal?.reason === away ? false : defaultShouldRevalidate;
}
