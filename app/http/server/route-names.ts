import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { LRUCache } from "lru-cache";

type Named = { id: string; path?: string; index?: boolean; children?: Named[] };

/** From an address to the pattern that answers it: what logs and figures may hold, for an address can name a thing. */
export function createRouteNames(build: ServerBuild | (() => Promise<ServerBuild>)) {
  if (typeof build === "function") return () => "development";
  const tree = childrenOf(build, undefined).map(
    (route) => route as Parameters<typeof matchRoutes>[0][number],
  );
  // Remix ranks all routes anew at each question.
  const asked = new LRUCache<string, string>({
    max: 2000,
    memoMethod: (path) => {
      const matches = matchRoutes(tree, path.replace(/\.data$/, ""));
      return matches?.at(-1)?.route.id?.replace(/^routes\//, "") ?? "none";
    },
  });
  return (path: string) => asked.memo(path);
}

function childrenOf(build: ServerBuild, parent: string | undefined): Named[] {
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.parentId !== parent) return [];
    const { id, path, index } = route;
    return [
      {
        id,
        ...(path === undefined ? {} : { path }),
        ...(index ? { index } : { children: childrenOf(build, id) }),
      },
    ];
  });
}
