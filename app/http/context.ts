/** What the server tells Remix about a request, and what is told back to it. */
export type Context = {
  nonce: string;
  requestId: string;
  /** Where the request comes from: an IPv4 address, or the /64 of an IPv6 one, which is one household or office. */
  address: string;
  /** Set when something threw that nobody expected: the database away, or a fault of ours. */
  failure?: "outage" | "fault";
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends Context {}
}
