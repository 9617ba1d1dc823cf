import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { isPublicPage } from "~/http/caching";
import { languageOf } from "~/http/language";
import { NonceContext } from "~/http/nonce";
import { gzipOf } from "~/http/rendering/gzip-of.server";
import { renderingOf, type Source } from "~/http/rendering/kept-renderings.server";
import { cutAtMarks, fill, marks } from "~/http/rendering/marks.server";
import { RequestIdContext } from "~/http/request-id";
import { acceptsGzip } from "~/http/server/encodings";
import { noteFailure } from "~/http/server/failures";
import { i18nOf } from "~/i18n/i18n.server";

export { serve } from "./server";

const patienceMs = 10_000;

/** A page whose data were rendered before is not rendered again (decision 190). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  const draw = async () => cutAtMarks(await render(request, remixContext, context));
  const source = sourceOf(request, status, headers, remixContext, context);
  const { rendering, again } = source
    ? await renderingOf(source, { render: draw, isSound: () => !context.failure })
    : { rendering: await draw(), again: false };

  headers.set("Content-Type", "text/html; charset=utf-8");
  const personal = { name: "", organisation: "", ...context.reader, nonce: context.nonce };
  if (!again || !acceptsGzip(request)) return new Response(fill(rendering, personal), { status, headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(gzipOf(rendering, personal), { status, headers });
}

/** Only a page that for somebody unknown depends on its address alone: all else about it is in its data, the reader's name apart. */
function sourceOf(
  request: Request,
  status: number,
  headers: Headers,
  { staticHandlerContext: { loaderData: data, errors } }: EntryContext,
  { reader }: AppLoadContext,
): Source | undefined {
  if (!reader || !isPublicPage(headers) || request.method !== "GET" || status !== 200 || errors)
    return undefined;
  return { url: request.url, language: languageOf(request), data };
}

/** The whole page before the first byte: one that fails half-way would already have said 200. */
function render(request: Request, remixContext: EntryContext, context: AppLoadContext) {
  return new Promise<string>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={marks.nonce}>
        <RequestIdContext.Provider value={context.requestId}>
          <I18nextProvider i18n={i18nOf(languageOf(request))}>
            <RemixServer context={remixContext} url={request.url} nonce={marks.nonce} />
          </I18nextProvider>
        </RequestIdContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: marks.nonce,
        onAllReady() {
          clearTimeout(timer);
          const chunks: Buffer[] = [];
          const page = new Writable({
            write(chunk, _, done) {
              chunks.push(chunk);
              done();
            },
          });
          // React 18 leaves a zero byte where a sign of several bytes would have crossed the end of one of its pieces.
          page.once("finish", () => resolve(Buffer.concat(chunks).toString("utf8").replaceAll("\0", "")));
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
  if (request.signal.aborted) return;
  // The router's own no, to a method that the address does not take, is no fault of ours.
  if (isRouteErrorResponse(error) && error.status < 500) context.failure ??= "not-taken";
  else noteFailure(error, context);
}
