import autocannon from "autocannon";

type Load = {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
};

/** Bounded load on loopback; throws when anything but 200 comes back. */
export async function load({ url, connections, seconds, headers = {} }: Load) {
  if (!new URL(url).hostname.startsWith("127.")) throw new Error("load goes to this machine only");
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(
      `${url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`,
    );
  }
  return {
    perSecond: result.requests.average,
    bytes: result.throughput.average,
  };
}
