import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous, type Member } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { answerOnce } from "~/domain/requests/answer-once.server";
import { forgetAnswers as job } from "~/jobs/forget-answers";
import { at, later, reasonOf, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let member: Member;
let acts: number;
beforeAll(async () => {
  world = await freshDatabase();
  member = await aMember(world);
});
afterAll(() => world.close());
beforeEach(() => {
  acts = 0;
});

const ask = (key: string, when: Date, requestHash = "the request") =>
  answerOnce(world.db, {
    key,
    requestHash,
    by: member,
    at: when,
    act: async () => {
      acts += 1;
      return done({ status: 201, body: `answer ${acts}`, headers: {} });
    },
  });
const kept = async () =>
  (await world.owner<{ key: string }[]>`select key from idempotency_keys order by key`).map(({ key }) => key);
const day = 24 * 60;

test("an answer is kept for a day, and then forgotten by the job, which is nobody", async () => {
  expect(anonymous.memberId).toBeNull();
  value(await ask("old", at));
  value(await ask("young", later(60)));
  await job.run(world.db, later(day));
  expect(await kept()).toEqual(["old", "young"]);
  await job.run(world.db, later(day + 1));
  expect(await kept()).toEqual(["young"]);
});

test("ten processes that forget at once forget the same ones, once", async () => {
  for (const key of ["a", "b", "c"]) value(await ask(key, at));
  const gone = await Promise.all(Array.from({ length: 10 }, () => job.run(world.db, later(day + 1))));
  expect(gone.reduce((sum, n) => sum + n, 0)).toBe(3);
});

test("within its day a key gets the same answer; after it the request is carried out anew, job or no job", async () => {
  expect(value(await ask("key", at)).body).toBe("answer 1");
  expect(value(await ask("key", later(day))).body).toBe("answer 1");
  expect(reasonOf(await ask("key", later(day), "another"))).toBe("idempotency_key_reused");
  expect(value(await ask("key", later(day + 1), "another")).body).toBe("answer 2");
  expect(value(await ask("key", later(day + 2), "another")).body).toBe("answer 2");
});
