import { matchRoutes } from "@remix-run/react";
import { expect, it } from "vitest";

it("reads a table of routes once, however many addresses are looked up in it", () => {
  let reads = 0;
  const routes = ["advisories/:number", "advisories", ":other"].map((path, n) => ({
    id: String(n),
    get path() {
      reads += 1;
      return path;
    },
  }));
  const idOf = (address: string) => matchRoutes(routes, address)?.map(({ route }) => route.id);

  expect(idOf("/advisories/FIN-2026-A011")).toEqual(["0"]);
  const afterOne = reads;
  expect(idOf("/advisories")).toEqual(["1"]);
  expect(idOf("/elsewhere")).toEqual(["2"]);
  expect(idOf("/advisories/CNBV-2026-AL-001/more")).toBeUndefined();
  expect(reads).toBe(afterOne);
});

it("tells the same parameters at each look-up", () => {
  const routes = [{ id: "a", path: ":language", children: [{ id: "b", path: "advisories/:number" }] }];
  const paramsOf = (address: string) => matchRoutes(routes, address)?.at(-1)?.params;

  expect(paramsOf("/es/advisories/A")).toEqual({ language: "es", number: "A" });
  expect(paramsOf("/en/advisories/B")).toEqual({ language: "en", number: "B" });
  expect(paramsOf("/es/advisories/A")).toEqual({ language: "es", number: "A" });
});
