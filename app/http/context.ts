import type { Live } from "./live/live";

/** What the server tells Remix about a request, and what is told back to it. */
export type Context = {
  nonce: string;
  requestId: string;
  /** Where the request comes from: an IPv4 address, or the /64 of an IPv6 one, which is one household or office. */
  address: string;
  /** A page rather than the data of one: what is personal in it is filled in after rendering. */
  isPage: boolean;
  /** Asks for a change; loaders, which run after it for the page that answers, are told of a GET all the same. */
  isWrite: boolean;
  /** Who reads the page, once that is known. */
  reader?: { name: string; organisation: string };
  /** What this process hears of. */
  live: Live;
  /** Of an address that answers with a file and has no page: why there is none, and where its asker goes on. */
  refusal?: { reason: string; facts: Record<string, unknown>; back: string };
  /** Set when something threw that no route expected: the database away, a fault of ours, or a method that the address does not take. */
  failure?: "outage" | "fault" | "not-taken";
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends Context {}
}
