// npm start: from a fresh clone to a running server.
import { pathToFileURL } from "node:url";
import {
  endSteps,
  endWithNpm,
  ensureBuilt,
  ensureInstalled,
  fail,
  failWith,
  isBuilt,
  requireNode,
  root,
} from "./prepare.mjs";

let serving;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 4700).unref();
    endSteps();
    await serving?.close();
    process.exit(0);
  });
}

endWithNpm();
requireNode();
try {
  await ensureInstalled({ development: !isBuilt() });
  await ensureBuilt();
} catch (error) {
  if (!stopping) failWith(error);
}

// React serves its slow development build unless told; what the operator said is kept for env.server.ts.
process.env.RIBERA_NODE_ENV ??= process.env.NODE_ENV ?? "";
process.env.NODE_ENV = "production";
process.chdir(root);

try {
  const build = await import(pathToFileURL(`${root}/build/server/index.js`).href);
  serving = await build.entry.module.serve({ build });
} catch (error) {
  explain(error);
}

function explain(error) {
  if (error?.code === "EADDRINUSE") {
    fail(
      `Port ${error.port} is taken by another program. ` +
        `Stop that one, or choose another port: PORT=${error.port + 1} npm start`,
    );
  }
  if (error?.code === "EACCES" && error.syscall === "listen") {
    fail(`This user may not listen on port ${error.port}. Choose one above 1023: PORT=3000 npm start`);
  }
  failWith(error);
}
