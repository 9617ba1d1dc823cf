import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { p95 } from "./measurement";
import { numbersFrom } from "./search-corpus";

type Arrivals = {
  /** The address of the n-th request. */
  url(n: number): string;
  /** Taken in turn. */
  askers: Record<string, string>[];
  perSecond: number;
  seconds: number;
};

/**
 * Requests that come independently of each other and of the answers, as readers do (exponential gaps, the same in each
 * run); milliseconds from when each was due to its last byte. A generator that sends a second's share at once would
 * measure its own bursts.
 */
export async function arrivals({ url, askers, perSecond, seconds }: Arrivals) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const random = numbersFrom(50);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const begun = performance.now();
  let due = begun;
  for (let n = 0; due - begun < seconds * 1000; n += 1) {
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const mine = due;
    asked.push(
      ask(url(n), askers[n % askers.length] ?? {}, agent).then(
        () => void times.push(performance.now() - mine),
      ),
    );
    due += (-Math.log(1 - random()) * 1000) / perSecond;
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((a, b) => a - b);
  return { requests: times.length, p50Ms: round(times[times.length >> 1] ?? 0), p95Ms: round(p95(times)) };
}

const round = (ms: number) => Math.round(ms * 10) / 10;

const ask = (url: string, headers: Record<string, string>, agent: Agent) =>
  new Promise<void>((resolve, reject) => {
    get(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`));
      answer.resume().once("end", resolve).once("error", reject);
    }).once("error", reject);
  });
