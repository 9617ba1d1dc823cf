import { fileURLToPath } from "node:url";
import { UNSAFE_flatRoutes as flatRoutes } from "@remix-run/dev";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import * as entry from "~/entry.server";
import * as root from "~/root";
import { listen } from "~/server";
import { connect, useDatabase as serveFrom } from "~db/client.server";
import type { World } from "./world";

type Module = Record<string, unknown>;

const modules = import.meta.glob<Module>("../../app/routes/**/*.{ts,tsx}", { eager: true });

/** The application's routes as the build has them, without building: the browser's files are only named. */
function buildOf(): ServerBuild {
  const appFolder = fileURLToPath(new URL("../../app", import.meta.url));
  const found = flatRoutes(appFolder, [], "routes");
  const all: typeof found = { root: { id: "root", path: "", file: "root.tsx" }, ...found };
  const named = Object.values(all).map(({ id, parentId, path, index, file }) => {
    const module = id === "root" ? root : modules[`../../app/${file}`];
    if (!module) throw new Error(`no module for the route ${id}`);
    return { id, parentId: id === "root" ? undefined : (parentId ?? "root"), path, index, module };
  });
  const routes = Object.fromEntries(named.map((route) => [route.id, route]));
  const assets = Object.fromEntries(
    named.map(({ module, ...route }) => [
      route.id,
      {
        ...route,
        hasAction: "action" in module,
        hasLoader: "loader" in module,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: "ErrorBoundary" in module,
        module: `/assets/${encodeURIComponent(route.id)}.js`,
      },
    ]),
  );
  const build = {
    entry: { module: entry },
    routes,
    assets: {
      entry: { module: "/assets/entry.js", imports: [] },
      routes: assets,
      url: "/assets/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/none",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
      v3_routeConfig: true,
      unstable_optimizeDeps: false,
    },
  };
  // Route modules come from the file system, so their exports are known only when they run.
  return build as unknown as ServerBuild;
}

export type Site = {
  /** As `fetch`, on the site; redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  origin: string;
  port: number;
  close(): Promise<void>;
};

/** The whole application answering HTTP on a port of its own, over the database of `world`. */
export async function aSite(world: World, { hold = async (_askedAt: number) => {} } = {}): Promise<Site> {
  const pool = connect(world.webUrl, { max: 4 });
  serveFrom(pool);
  const server = await listen({ build: buildOf() }, { port: 0, host: "127.0.0.1", hold });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    origin,
    port: server.port,
    ask: (path, init = {}) => fetch(origin + path, { redirect: "manual", ...init }),
    close: async () => {
      await server.close();
      await pool.close();
    },
  };
}

/** The site of the test file that calls this at its top, over the world that it called for before. */
export function aSiteOf(world: World): Site {
  let opened: Site | undefined;
  const there = () => {
    if (!opened) throw new Error("the tests of this file have not begun");
    return opened;
  };
  beforeAll(async () => {
    opened = await aSite(world);
  });
  afterAll(() => opened?.close());
  return {
    ask: (path, init) => there().ask(path, init),
    get origin() {
      return there().origin;
    },
    get port() {
      return there().port;
    },
    close: () => there().close(),
  };
}
