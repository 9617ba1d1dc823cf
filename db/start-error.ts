/** Ribera cannot start, for a reason that the message tells whoever runs it, with the remedy. */
export class StartError extends Error {
  override name = "StartError";
}
