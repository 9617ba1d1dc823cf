import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import {
  habits,
  type NewsFacts,
  type NewsKind,
  reasonToDrop,
  type TakenNotice,
} from "~/domain/notices/notice";
import type { Db } from "~db/client.server";
import { type Entry, entriesOf } from "./digest";
import { keyMs, type Mail, type PostBatch, pauseAfter } from "./mail";
import { postTogether } from "./post-together.server";

/** A digest at the moment of sending: to whom, and what they may be told just then. */
export type DigestLetter = {
  id: string;
  localDate: string;
  weekly: boolean;
  recipient: { memberId: string; email: string; name: string; language: Language; timeZone: string };
  entries: Entry[];
  notices: TakenNotice[];
};

type Sending = {
  compose(digest: DigestLetter): Promise<Mail>;
  post: PostBatch;
  clock(): Date;
  /** Between 0 and 1: spreads the next attempts of many processes. */
  random(): number;
  signal?: AbortSignal | undefined;
};

type Taken = {
  id: string;
  attempts: number;
  localDate: string;
  firstTriedAt: string;
  inDoubt: boolean;
  cancelled: boolean;
};
type Row = {
  id: string;
  weekly: boolean;
  recipient: DigestLetter["recipient"] & {
    left: boolean;
    vetting: string;
    stands: boolean;
    stopped: boolean;
    quietLine: boolean;
  };
  items: { newsId: string; flags: string[] }[];
  notices: (Pick<TakenNotice, "id" | "kind" | "about" | "queuedAt" | "facts"> & {
    choice: TakenNotice["recipient"]["choice"];
  })[];
};
type End = {
  id: string;
  state: "accepted" | "nothing-new" | "dropped" | "failed" | "uncertain";
  problem: string | null;
};
type Told = { id: string; problem: string | null };

const gathered = 500;
/** Batches that are under way at the same time: while one waits for the service, another is composed. */
const lanes = 3;
const attemptMs = 5 * 60_000;
const longestPauseMs = 3_600_000;

const habitsText = JSON.stringify(habits);
const instant = (at: Date | null) => sql`${at?.toISOString() ?? null}::timestamptz`;

/** Sends the digests that are due, a hundred a call, until none is left or `signal` says to stop. */
export async function sendDigests(db: Db, sending: Sending) {
  const sum = { gathered: 0, batches: 0 };
  for (;;) {
    const at = sending.clock();
    const [row] = await db.execute<{ count: number }>(
      sql`select digests_gather(${instant(at)}, ${gathered}, ${habitsText}::jsonb) as count`,
    );
    sum.gathered += row?.count ?? 0;
    let batches = 0;
    const lane = async () => {
      while (!sending.signal?.aborted && (await sendBatch(db, sending))) batches += 1;
    };
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    sum.batches += batches;
    if (sending.signal?.aborted || (batches === 0 && (row?.count ?? 0) === 0)) return sum;
  }
}

async function sendBatch(db: Db, sending: Sending): Promise<boolean> {
  const at = sending.clock();
  const until = new Date(at.getTime() + attemptMs);
  const [batch] = await db.execute<Taken>(
    sql`select * from digest_batch_take(${instant(at)}, ${instant(until)})`,
  );
  if (!batch) return false;
  const { mails, ends, told } = await readBatch(db, batch, sending, at);
  const settle = (outcome: string, given: Partial<{ doubt: boolean; next: Date; problem: string }> = {}) =>
    db.execute(
      sql`select digest_batch_settle(${batch.id}::uuid, ${outcome}, ${given.doubt ?? false}, ${instant(at)}, ${instant(given.next ?? null)},
        ${given.problem ?? null}, ${JSON.stringify([...ends.values()])}::jsonb, ${JSON.stringify(told)}::jsonb)`,
    );
  const all = (state: End["state"], problem: string | null = null) => {
    for (const [id] of ends) ends.set(id, { id, state, problem });
  };

  const keyIsOver = at.getTime() - new Date(batch.firstTriedAt).getTime() > keyMs;
  if (batch.inDoubt && (keyIsOver || batch.cancelled || mails.length === 0)) {
    // It may have gone out, and no key keeps a second one from going out as well: an operator decides.
    all("uncertain", "uncertain");
    for (const one of told) one.problem ??= "uncertain";
    await settle("uncertain", { problem: "uncertain" });
  } else if (keyIsOver || batch.cancelled) {
    await settle("undone");
  } else if (mails.length === 0) {
    await settle("accepted");
  } else {
    const key = `digest/${batch.id}`;
    const posted = await postTogether(sending.post, { key, mails, inDoubt: batch.inDoubt });
    const each = (state: End["state"], problem: string, which = mails) => {
      for (const { key: id } of which) ends.set(id, { id, state, problem });
    };
    switch (posted.is) {
      case "earlier":
        all("accepted");
        await settle("accepted");
        break;
      case "accepted":
        each(
          "failed",
          "not_accepted",
          mails.filter((mail) => posted.refused.has(mail.key)),
        );
        await settle("accepted");
        break;
      case "apart":
        await settle("apart", { problem: posted.problem });
        break;
      case "failed":
        each("failed", posted.problem);
        await settle("failed", { problem: posted.problem });
        break;
      case "uncertain":
        each("uncertain", "uncertain");
        await settle("uncertain", { problem: "uncertain" });
        break;
      case "open": {
        const pause = pauseAfter(batch.attempts, longestPauseMs, sending.random(), posted.afterMs);
        const next = new Date(at.getTime() + pause);
        await settle("open", { doubt: posted.inDoubt, next, problem: posted.problem });
      }
    }
  }
  return true;
}

async function readBatch(db: Db, batch: Taken, { compose }: Sending, at: Date) {
  const rows = await db.execute<Row>(
    sql`select * from digest_batch_read(${batch.id}::uuid, ${instant(at)}, ${habitsText}::jsonb)`,
  );
  const ids = [...new Set(rows.flatMap(({ items }) => items.map(({ newsId }) => newsId)))];
  const facts = await db.execute<{ id: string; kind: NewsKind; facts: Omit<NewsFacts, "flags"> }>(
    sql`select * from news_facts(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`,
  );
  const news = new Map(facts.map((one) => [one.id, one]));
  const ends = new Map<string, End>();
  const told: Told[] = [];
  const mails: Mail[] = [];
  for (const row of rows) {
    const { id, weekly, recipient, items } = row;
    const out = reasonToHold(recipient);
    if (out) {
      ends.set(id, { id, state: "dropped", problem: out });
      continue;
    }
    const notices = row.notices.map(
      ({ choice, ...notice }): TakenNotice => ({
        ...notice,
        attempts: 1,
        recipient: { ...recipient, choice: choice ?? null },
      }),
    );
    const dropped = new Map(notices.map((notice) => [notice.id, reasonToDrop(notice) ?? null]));
    told.push(...[...dropped].map(([noticeId, problem]) => ({ id: noticeId, problem })));
    const letter = {
      id,
      localDate: batch.localDate,
      weekly,
      recipient,
      entries: entriesOf(
        items.flatMap(({ newsId, flags }) => {
          const one = news.get(newsId);
          return one ? [{ kind: one.kind, facts: { ...one.facts, flags } }] : [];
        }),
      ),
      notices: notices.filter((notice) => dropped.get(notice.id) === null),
    };
    const isEmpty = letter.entries.length + letter.notices.length === 0;
    if (isEmpty && !(weekly && recipient.quietLine)) {
      ends.set(id, { id, state: "nothing-new", problem: null });
      continue;
    }
    ends.set(id, { id, state: "accepted", problem: null });
    mails.push(await compose(letter));
  }
  return { mails, ends, told };
}

const reasonToHold = ({ left, stands, stopped, vetting }: Row["recipient"]) => {
  if (left) return "left";
  if (stopped) return "address_stopped";
  if (stands) return undefined;
  return vetting === "suspended" || vetting === "revoked" ? "shut_out" : "not_vetted";
};
