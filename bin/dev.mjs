// npm run dev: the same server with Vite in front, which reloads what changes.
import { endWithNpm, ensureInstalled, failWith, requireNode, root } from "./prepare.mjs";

endWithNpm();
requireNode();
await ensureInstalled().catch(failWith);
process.env.NODE_ENV = "development";
process.chdir(root);

const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
const build = () => vite.ssrLoadModule("virtual:remix/server-build");

let serving;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // Vite ends the process at once, before the database has been closed.
  process.removeAllListeners(signal);
  process.once(signal, async () => {
    setTimeout(() => process.exit(1), 4700).unref();
    await serving?.close();
    await vite.close();
    process.exit(0);
  });
}

try {
  const { entry } = await build();
  serving = await entry.module.serve({ build, middleware: vite.middlewares });
} catch (error) {
  await vite.close();
  failWith(error);
}
