import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf } from "../../support/desk";
import { aBank, aProposal, type Bank, someOfficers } from "../../support/vetting";
import { aWorld } from "../../support/world";

const world = aWorld();

const declare = async (by: Member, bank: Bank, when = at) =>
  reasonOf(await aProposal(world, bank, by, { emergency: true, at: when }));

test("one officer declares five emergencies in a day at most, however many at once, and no code above could do more", async () => {
  const { first, second } = await someOfficers(world);
  const banks: Bank[] = [];
  for (let n = 0; n < 7; n++) banks.push(await aBank(world, "vetted"));
  const answers = await Promise.all(banks.map((bank) => declare(first, bank)));
  expect(answers.filter((one) => one === "done")).toHaveLength(5);
  expect(answers.filter((one) => one === "emergencies_at_limit")).toHaveLength(2);

  const [one, other] = banks.filter((_, n) => answers[n] !== "done");
  if (!one || !other) throw new Error("two banks were to be left");
  const forced = asViewer(world.db, first, (tx) =>
    tx.execute(sql`
      insert into vetting_measures (id, organisation_id, kind, authority_id, proposed_by, reason, language, proposed_at, emergency_until, state_before)
      values (gen_random_uuid(), ${one.id}::uuid, 'suspension', ${first.organisationId}::uuid, ${first.memberId}::uuid, 'x', 'es',
              ${at.toISOString()}::timestamptz, ${later(60).toISOString()}::timestamptz, 'vetted')`),
  );
  await expect(forced).rejects.toMatchObject({ cause: { code: "42501" } });
  expect(await declare(second, one)).toBe("done");
  expect(await declare(first, other, later(24 * 60 + 1))).toBe("done");
});
