import { createRequestHandler, type EntryContext, type ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";

/** A server of one page, whose data tell how often they were read. */
function aServer(render: (entry: EntryContext) => Promise<unknown>) {
  const reads = { count: 0 };
  const data = {
    get figures() {
      reads.count += 1;
      return [1, 2, 3];
    },
  };
  const build: ServerBuild = {
    entry: {
      module: {
        async default(_request, _status, _headers, entry) {
          await render(entry);
          return new Response("page");
        },
      },
    },
    routes: {
      root: { id: "root", path: "page", module: { default: () => null, loader: () => data } },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
    mode: "production",
  };
  const handle = createRequestHandler(build);
  return { reads, ask: () => handle(new Request("http://localhost/page")) };
}

it("a page that asks for no hand-over of its data has none written", async () => {
  const { reads, ask } = aServer(async () => undefined);
  expect(await (await ask()).text()).toBe("page");
  expect(reads.count).toBe(0);
});

it("one that asks for it gets it whole, and once however often it asks", async () => {
  let handed = "";
  const { reads, ask } = aServer(async (entry) => {
    const stream = entry.serverHandoffStream;
    expect(entry.serverHandoffStream).toBe(stream);
    handed = await new Response(stream).text();
  });
  expect(await (await ask()).text()).toBe("page");
  expect(handed).toContain("figures");
  expect(reads.count).toBeGreaterThan(0);
});
