// The build itself. It holds bin/ as long as it lives: kill -9 of the command that began it does not end it,
// and the next command must know that it still writes into build/.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { held, root } from "./prepare.mjs";

await held(join(root, "bin"));

const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
process.argv.splice(1, process.argv.length, remix, "vite:build");
await import(pathToFileURL(remix).href);
