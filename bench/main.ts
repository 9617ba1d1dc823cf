import type { Emit } from "./measurement";

/** npm run bench [-- NAME…]: one JSON line per measurement on standard output, progress on standard error. */
const suites: Record<string, () => Promise<{ run(emit: Emit): Promise<void> }>> = {
  start: () => import("./start"),
  "public-page": () => import("./public-page"),
  "page-signed-in": () => import("./page-signed-in"),
  memory: () => import("./memory"),
  search: () => import("./search"),
  import: () => import("./import"),
  parity: () => import("./parity"),
  screening: () => import("./screening"),
};

const asked = process.argv.slice(2);
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
  await suite.run((line) => console.log(JSON.stringify(line)));
}
