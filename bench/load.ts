import autocannon from "autocannon";

type Load = {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** Askers taken in turn, each by what is added to the headers. */
  askers?: Record<string, string>[];
  /** Each request has a number of its own in place of `[<id>]` in the address. */
  numbered?: boolean;
  /** Requests per second in all; left out: as many as go. */
  rate?: number;
};

/** Bounded load on loopback; throws when anything but 200 comes back. */
export async function load({ url, connections, seconds, headers = {}, askers, numbered, rate }: Load) {
  if (!new URL(url).hostname.startsWith("127.")) throw new Error("load goes to this machine only");
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    ...(numbered ? { idReplacement: true } : {}),
    ...(askers ? { requests: askers.map((asker) => ({ headers: { ...headers, ...asker } })) } : {}),
    ...(rate ? { overallRate: rate } : {}),
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(
      `${url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`,
    );
  }
  return {
    perSecond: result.requests.average,
    p95Ms: result.latency.p97_5,
    p50Ms: result.latency.p50,
    bytes: result.throughput.average,
  };
}
