import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Live } from "../live/live";
import { countReused } from "../rendering/kept-renderings.server";
import type { PageCache } from "./page-cache";

/** What operations count: requests by route, never who or what they were about. */
export function createMetrics(cache: PageCache, live: Live) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const durations = new Histogram({
    name: "ribera_http_request_seconds",
    help: "Seconds to answer a request that was not served from the page cache",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Counter({
    name: "ribera_page_cache_hits_total",
    help: "Public pages served as they were kept",
    registers,
    collect() {
      this.reset();
      this.inc(cache.hits);
    },
  });
  new Counter({
    name: "ribera_renderings_reused_total",
    help: "Pages of signed-in readers that were not rendered again, their data being those of one rendered before",
    registers,
    collect() {
      this.reset();
      this.inc(countReused());
    },
  });
  new Gauge({
    name: "ribera_page_cache_bytes",
    help: "Bytes of rendered public pages kept",
    registers,
    collect() {
      this.set(cache.bytes);
    },
  });
  new Gauge({
    name: "ribera_page_cache_open",
    help: "1 while changes to public pages can be heard of, else 0 and nothing is served from the cache",
    registers,
    collect() {
      this.set(cache.isOpen ? 1 : 0);
    },
  });
  new Gauge({
    name: "ribera_live_streams",
    help: "Event streams that are open",
    registers,
    collect() {
      this.set(live.size);
    },
  });
  new Gauge({
    name: "ribera_live_streams_looking",
    help: "Event streams being looked up for at this moment; grows when the database is slower than what is announced",
    registers,
    collect() {
      this.set(live.looking);
    },
  });
  new Counter({
    name: "ribera_live_streams_refused_total",
    help: "Event streams refused because their member had as many as a process keeps for one",
    registers,
    collect() {
      this.reset();
      this.inc(live.turnedAway);
    },
  });
  return {
    observe: (method: string, route: string, status: number, seconds: number) =>
      durations.observe({ method, route, status }, seconds),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
