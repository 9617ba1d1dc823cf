import { parseArgs } from "node:util";
import type { Emit } from "./measurement";

type Suite = { run(emit: Emit, options: { keep?: string | undefined }): Promise<void> };

/**
 * npm run bench [-- NAME… [--keep FOLDER]]: one JSON line per measurement on standard output, progress on standard error.
 * `--keep`: the stores of `search` and `statistics-page`, minutes in the filling, stay in FOLDER and are found there the next time.
 */
const suites: Record<string, () => Promise<Suite>> = {
  start: () => import("./start"),
  "public-page": () => import("./public-page"),
  "page-signed-in": () => import("./page-signed-in"),
  "sign-in-timing": () => import("./sign-in-timing"),
  "not-found-timing": () => import("./not-found-timing"),
  memory: () => import("./memory"),
  search: () => import("./search"),
  release: () => import("./release"),
  "statistics-page": () => import("./statistics-page"),
  import: () => import("./import"),
  digest: () => inProduction(() => import("./digest")),
  outbox: () => inProduction(() => import("./outbox")),
  "room-open": () => inProduction(() => import("./room-open")),
  "room-live": () => inProduction(() => import("./room-live")),
  parity: () => import("./parity"),
  screening: () => import("./screening"),
};

/** React asks when it is loaded, and its other build is slower by half. */
function inProduction<Loaded>(load: () => Loaded) {
  process.env.NODE_ENV = "production";
  return load();
}

const { positionals: asked, values: options } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" } },
});
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(
    `There is no measurement called ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}.`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  const suite = await load();
  await suite.run((line) => console.log(JSON.stringify(line)), options);
}
