import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixConfig)],
  resolve: { alias: { "~db": folder("db"), "~locales": folder("locales"), "~": folder("app") } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  ssr: { target: "node" },
});
