import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { openRoom } from "~/domain/floor/open-room.server";
import type { Member } from "~/domain/members/viewer";
import { aProcess, type Process } from "../support/browser";
import { demoSecret } from "../support/demo";
import { value } from "../support/desk";
import { aToken } from "../support/program";
import { aRoomEntered, during, handOver, type RoomOpen } from "../support/rooms";
import { keys } from "../support/rounds";
import { aWorld } from "../support/world";

// Several seats speak by the API while the process that takes their words is killed and the next takes its place.

const world = aWorld();
const environment = {
  RIBERA_DEMO: "0",
  HOST: "127.0.0.1",
  NODE_ENV: "test",
  RIBERA_CLOCK: during.toISOString(),
  RIBERA_SECRET_KEY: demoSecret,
};
const kills = 20;
let room: RoomOpen;
const tokens = new Map<string, string>();
/** The one that serves, and the one that will after it. */
let serving: Process;
let next: Promise<Process>;
const another = () => aProcess({ database: world, environment });

beforeAll(async () => {
  room = await aRoomEntered(world);
  value(await openRoom(world.db, { roundtableId: room.roundtableId, keys, by: room.chair, at: during }));
  await handOver(world, room.roundtableId, await openSecretKeys({ dataDir: "", secret: demoSecret }));
  const expiresAt = new Date(during.getTime() + 3_600_000);
  for (const by of room.people) tokens.set(by.memberId, await aToken(world, by, expiresAt));
  serving = await another();
  next = another();
}, 400_000);
afterAll(async () => {
  await serving.stop();
  await (await next).stop();
});

const ask = (by: Member, method: "GET" | "PUT", which = "", body?: string) =>
  fetch(`${serving.origin}/api/v1/roundtables/${room.roundtableId}/contributions${which}`, {
    method,
    headers: {
      Authorization: `Bearer ${tokens.get(by.memberId)}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body }),
  });

type Said = { id: string; text: string; acknowledged: boolean };

let speaking = false;
let over = false;
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One person's device: says one thing after the other, and what was not acknowledged again under the id that it has. */
async function speak(by: Member, said: Said[]) {
  const modes = ["named", "organisation", "unattributed"] as const;
  for (let n = 0; !over; n += 1) {
    const words = `${by.name} ${n}. ${"Se observa. ".repeat(150)}`.trim();
    const one: Said = { id: randomUUID(), text: words, acknowledged: false };
    said.push(one);
    const body = JSON.stringify({
      kind: "words",
      item: 0,
      parentId: null,
      mode: modes[n % modes.length],
      text: words,
      language: "es",
    });
    while (!one.acknowledged && !over) {
      if (speaking) {
        const answer = await ask(by, "PUT", `/${one.id}`, body).catch(() => undefined);
        one.acknowledged = answer?.status === 200;
        if (answer) expect([200, 503]).toContain(answer.status);
      }
      await soon(3);
    }
  }
}

test("of what several seats say while their process is killed twenty times, all that was acknowledged is there once and nothing by half", async () => {
  const said: Said[] = [];
  const heard = () => said.filter(({ acknowledged }) => acknowledged).length;
  const seats = Promise.all(room.people.map((by) => speak(by, said)));
  const untilHeard = async (more: number) => {
    const before = heard();
    speaking = true;
    while (heard() < before + more) await Promise.race([soon(2), seats]);
  };
  for (let n = 0; n < kills; n += 1) {
    const successor = await next;
    next = n === kills - 1 ? Promise.resolve(successor) : another();
    // In the middle of whatever it does after the n-th word that it acknowledged.
    await untilHeard(1 + (n % 7));
    await serving.kill();
    speaking = false;
    serving = successor;
  }
  await untilHeard(4);
  over = true;
  await seats;

  const rows: { id: string; text: string; position: number }[] = (await (await ask(room.chair, "GET")).json())
    .items;
  const stored = new Map(rows.map(({ id, text }) => [id, text]));
  expect(stored.size).toBe(rows.length);
  for (const { id, text, acknowledged } of said)
    expect(acknowledged ? [text] : [undefined, text]).toContain(stored.get(id));
  expect(rows.every(({ id }) => said.some((one) => one.id === id))).toBe(true);
  expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
  expect(heard()).toBeGreaterThan(kills);
}, 400_000);
