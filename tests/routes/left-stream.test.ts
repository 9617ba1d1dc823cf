import { afterEach, expect, test, vi } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { Live } from "~/http/live/live";
import { answerLive } from "~/http/live/live-stream.server";

afterEach(() => vi.useRealTimers());

test("whoever leaves a stream has left it, however long nothing is said in it, and whatever became of their request's signal", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const live = new Live();
  const member = { memberId: "m" } as Member;
  const left = vi.fn();
  const open = async () => {
    const answer = await answerLive(
      new Request("http://localhost/events"),
      live,
      { member, topics: [], still: async () => member },
      { topics: [], read: async () => [], left },
    );
    const reader = answer?.body?.getReader();
    // Its pause before a new try, and that nothing is new; then it waits.
    await reader?.read();
    await reader?.read();
    const waiting = reader?.read();
    return { status: answer?.status, leave: () => Promise.all([reader?.cancel(), waiting]) };
  };
  const streams = [await open(), await open(), await open(), await open()];
  expect(live.size).toBe(4);
  await Promise.all(streams.map(({ leave }) => leave()));
  expect(live.size).toBe(0);
  expect(left).toHaveBeenCalledTimes(4);
  const again = await open();
  expect(again.status).toBe(200);
  await again.leave();
});
