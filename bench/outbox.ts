import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import { postBatchByResend, postByResend } from "~/domain/digests/post-by-resend.server";
import type { TakenNotice } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { deliverEveryMs } from "~/jobs/deliver-notices";
import { asViewer, type Db } from "~db/client.server";
import { composeMail } from "../emails/compose-mail";
import { address } from "../tests/support/digests";
import { openMailStore, openSink, settle } from "./mail-store";
import { type Emit, p95 } from "./measurement";

const many = 3000;
const members = 1000;
/** Notices a second while the delay is taken, and for how long. */
const [arriving, seconds] = [20, 20];

/** Notices queued by their members' own acts, each in its transaction, and delivered over HTTP by the job as it runs. */
export async function run(emit: Emit) {
  const store = await openMailStore();
  const sink = await openSink();
  const { baseUrl } = sink.account;
  const [post, postBatch] = [postByResend(sink.account), postBatchByResend(sink.account)];
  const compose = (notice: TakenNotice) => composeMail(notice, address);
  const stopping = new AbortController();
  /** As the job: now and then, and on until nothing is due. */
  const deliver = async () => {
    while (!stopping.signal.aborted) {
      const given = { compose, post, postBatch, at: new Date(), random: Math.random };
      const settled = await deliverNotices(store.db, given);
      if (Object.values(settled).every((count) => count === 0)) await pause(deliverEveryMs);
    }
  };
  try {
    const { owner, db, houses } = store;
    await settle(owner, houses, members);
    // What was issued is told at once to nobody here.
    await owner`update news set told_at = now()`;
    const people = await owner<{ id: string }[]>`select id from members where email like 'bench-%'`;
    const person = (n: number) => people[n % people.length]?.id ?? "";

    const floor = await bare(owner, baseUrl);
    const running = deliver();
    const before = (await sink.told()).mails;
    const begun = performance.now();
    for (let n = 0; n < many; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, i) => queued(db, person(n + i))));
    const queueing = (performance.now() - begun) / 1000;
    while ((await sink.told()).mails < before + many) await pause(10);
    const perSecond = many / ((performance.now() - begun) / 1000);
    emit({
      name: "outbox.per-second",
      value: Math.round(perSecond),
      unit: "notices/s",
      floor: Math.round(floor.perSecond),
      ratio: Number((perSecond / floor.perSecond).toPrecision(2)),
      notes: `${many} notices queued ten at a time, each in the transaction of its member (${Math.round(many / queueing)}/s), while the job delivers them, up to a hundred a call; no pace; floor: one bare row inserted and one bare post of the same size to the same service each, ten at a time`,
    });

    const since = new Map<string, number>();
    for (let n = 0; n < arriving * seconds; n += 1) {
      const device = `bench ${n}`;
      await queued(db, person(n), device);
      since.set(device, Date.now());
      await pause(1000 / arriving);
    }
    while ((await sink.told()).mails < before + many + since.size) await pause(20);
    const taken = await sink.times();
    const delays = [...since].map(([device, queuedAt]) => (taken[device] ?? Number.NaN) - queuedAt);
    stopping.abort();
    await running;
    emit({
      name: "outbox.p95",
      value: Math.round(p95(delays)),
      unit: "ms",
      floor: Number(floor.p95Ms.toFixed(1)),
      ratio: Number((floor.p95Ms / p95(delays)).toPrecision(2)),
      notes: `from the act's commit until the service has accepted the letter; ${arriving} notices a second for ${seconds} s; the job looks every ${deliverEveryMs} ms; floor: one bare post to the same service, p95`,
    });
  } finally {
    await sink.close();
    await store.close();
  }
}

/** A notice by its member's own act; its id. */
const queued = (db: Db, memberId: string, device = "Firefox, Linux") =>
  asViewer(db, { memberId }, (tx) =>
    queueNotice(tx, { kind: "device-seen", to: { memberId }, about: { device }, at: new Date() }),
  );

/** What any outbox does at the least: a row kept and a call made for each. */
async function bare(owner: postgres.Sql, origin: string) {
  await owner`create table if not exists bare_outbox (id uuid primary key, body jsonb)`;
  const body = { from: "a@b.mx", to: "b@c.mx", subject: "x", html: "x".repeat(6000), text: "x".repeat(900) };
  const times: number[] = [];
  const one = async () => {
    const id = randomUUID();
    await owner`insert into bare_outbox values (${id}, ${owner.json({ about: "x" })})`;
    const begun = performance.now();
    const answer = await fetch(`${origin}/emails`, {
      method: "POST",
      headers: { "Idempotency-Key": id, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
    times.push(performance.now() - begun);
  };
  for (let n = 0; n < 200; n += 10) await Promise.all(Array.from({ length: 10 }, one));
  times.length = 0;
  const begun = performance.now();
  for (let n = 0; n < many; n += 10) await Promise.all(Array.from({ length: 10 }, one));
  const perSecond = many / ((performance.now() - begun) / 1000);
  times.length = 0;
  for (let n = 0; n < 300; n += 1) await one();
  return { perSecond, p95Ms: p95(times) };
}
