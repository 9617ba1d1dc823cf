import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What befalls a call. */
export type Fate =
  | { what: "translated"; text: string }
  | { what: "answered"; status: number; type: string; body: string }
  | { what: "sent elsewhere"; to: string }
  | { what: "giant" }
  | { what: "silent" }
  | { what: "cut" };

/** Speaks the part of LibreTranslate's protocol that we use, on a port of its own until `atEnd`; `fate` decides what befalls each call. */
export async function aTranslationService(
  fate: () => Fate = () => ({ what: "translated", text: "Hi." }),
  atEnd: (close: () => void) => void = onTestFinished,
) {
  const calls: { method: string; path: string; headers: string[]; asked: Record<string, unknown> }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const { method = "", url = "", rawHeaders } = request;
    calls.push({ method, path: url, headers: rawHeaders, asked: JSON.parse(body || "{}") });
    befall(fate(), response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, calls };
}

function befall(fate: Fate, response: ServerResponse) {
  const answer = (status: number, type: string, body: string) => {
    response.writeHead(status, { "Content-Type": type });
    response.end(body);
  };
  switch (fate.what) {
    case "translated":
      return answer(200, "application/json", JSON.stringify({ translatedText: fate.text }));
    case "answered":
      return answer(fate.status, fate.type, fate.body);
    case "sent elsewhere":
      response.writeHead(307, { Location: fate.to });
      return response.end();
    case "giant": {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"translatedText":"');
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      return more();
    }
    case "cut":
      return response.destroy();
    case "silent":
      return;
  }
}
