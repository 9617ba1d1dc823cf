// Builds the application, and keeps from which sources: the next start then takes this build as it is.
import { ensureBuilt, ensureInstalled, failWith, requireNode } from "./prepare.mjs";

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  failWith(error);
}
