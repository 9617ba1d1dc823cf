import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Minutes before seconds: what lasts long and comes last leaves the other workers idle (decision 506). */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) =>
      ["/tests/e2e/", "/tests/runtime/", ""].findIndex((folder) => moduleId.includes(folder));
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
const isShuffled = process.argv.some((argument) => argument.startsWith("--sequence.shuffle"));

export default defineConfig({
  resolve: { alias: { "~db": folder("db"), "~locales": folder("locales"), "~": folder("app") } },
  esbuild: { jsx: "automatic" },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/setup.ts"],
    // Read once by whoever serves; what another test needs otherwise it gives to a process of its own.
    env: { LOG_LEVEL: "silent", RIBERA_METRICS_TOKEN: "a-token-of-a-test-run-0123" },
    // A worker reads the application once, not once for each file (decision 115).
    isolate: false,
    ...(isShuffled ? {} : { sequence: { sequencer: LongestFirst } }),
    unstubEnvs: true,
    unstubGlobals: true,
    // Browser tests wait for their page as often as they compute.
    maxWorkers: Math.max(2, availableParallelism()) + 1,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    restoreMocks: true,
  },
});
