// Run after `npm install` has changed the lock file: adds the optional platform packages that npm left out because the
// registry in use does not carry them. Without these entries `npm ci` refuses the lock (decision 001).
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "win32",
  "openharmony",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
];
const processors = [
  "arm64",
  "x64",
  "arm",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    if (path === "" || lock.packages[nested] || lock.packages[`node_modules/${name}`]?.version === version)
      continue;
    const words = name.split(/[-/]/);
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) => words.includes(processor));
    if (os.length === 0 || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const at = lock.packages[`node_modules/${name}`] ? nested : `node_modules/${name}`;
    lock.packages[at] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(words.includes("musl")
        ? { libc: ["musl"] }
        : words.includes("gnu") && os[0] === "linux"
          ? { libc: ["glibc"] }
          : {}),
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to the lock file`);
