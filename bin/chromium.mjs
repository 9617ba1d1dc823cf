import { accessSync, constants } from "node:fs";

const places = [
  // Draws no window: a third less work for the same page.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium that browser tests drive: CHROMIUM_PATH, else one that is installed, else undefined. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  return (asked ? [asked] : places).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
