import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOf } from "~/http/language";
import { NonceContext } from "~/http/nonce";
import { noteFailure } from "~/http/server/failures";
import { i18nOf } from "~/i18n/i18n.server";

export { serve } from "./server";

const patienceMs = 10_000;

/** Renders the whole page before the first byte: a page that fails half-way would already have said 200. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={i18nOf(languageOf(request))}>
          <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(timer);
          headers.set("Content-Type", "text/html; charset=utf-8");
          const chunks: Buffer[] = [];
          const page = new Writable({
            write(chunk, _, done) {
              chunks.push(chunk);
              done();
            },
          });
          page.once("finish", () => resolve(new Response(Buffer.concat(chunks), { status, headers })));
          page.once("error", reject);
          pipe(page);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          if (!request.signal.aborted) noteFailure(error, context);
        },
      },
    );
    const timer = setTimeout(() => {
      reject(new Error("the page took too long to render"));
      abort();
    }, patienceMs);
  });
}

export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) noteFailure(error, context);
}
