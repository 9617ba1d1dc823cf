import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editReply } from "~/domain/replies/edit-reply.server";
import { text, value } from "../../support/desk";
import { aClosedRound, afterwards, aReply, type ClosedRound, pointsOf, write } from "../../support/replies";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let round: ClosedRound;
beforeAll(async () => {
  world = await freshDatabase();
  round = await aClosedRound(world);
});
afterAll(() => world.close());

const edit = (row: number, changes: Record<string, [was: string, now: string]>, by = round.officer) =>
  editReply(world.db, {
    roundId: round.roundId,
    subject: { row },
    changes: Object.entries(changes).map(([path, [was, now]]) => ({ kind: "set", path, was, now })),
    by,
    at: afterwards,
  });
const openOf = async (row: number) =>
  (await pointsOf(world, round)).replies.find((reply) => reply.row === row)?.open;

describe("a reply that two write at once", () => {
  test("joins their words, and says both where they touched the same ones", async () => {
    value(await edit(2, { saidEs: ["", "Falta un dato."], outcome: ["acknowledged", "accepted"] }));
    const late = value(
      await edit(
        2,
        { saidEs: ["", "Faltan varios datos."], answerEn: ["", "We will ask for it."] },
        round.officer2,
      ),
    );
    expect(late.conflicts).toEqual([
      { path: "saidEs", mine: "Faltan varios datos.", theirs: "Falta un dato." },
    ]);
    const open = await openOf(2);
    expect(open).toMatchObject({
      said: text("Falta un dato.", ""),
      answer: text("", "We will ask for it."),
      outcome: "accepted",
    });
    // Neither of the two may publish it now.
    expect(open?.mayRelease).toBe(false);
    expect(open?.writers).toHaveLength(2);
  });

  test("keeps what it may and refuses by its field what identifies someone or repeats a point", async () => {
    const some = value(
      await edit(1, {
        saidEs: ["", "Dicen: A nosotros nos falta el dato número 3 de la sucursal"],
        saidEn: ["", "One of them asks about luis.perez@example.com"],
        answerEs: ["", "Pediremos que se anote."],
      }),
    );
    expect(some.refusals).toEqual([
      { path: "saidEn", reason: "screened" },
      { path: "saidEs", reason: "quotes_point" },
    ]);
    expect(await openOf(1)).toMatchObject({
      said: text("", ""),
      answer: text("Pediremos que se anote.", ""),
    });
  });

  test("after its release begins its correction with what was released; unchanged words begin none", async () => {
    const other = await aClosedRound(world);
    await aReply(world, other);
    const again = (now: string) =>
      editReply(world.db, {
        roundId: other.roundId,
        subject: { row: 1 },
        changes: [{ kind: "set", path: "answerEs", was: "Pediremos que se anote.", now }],
        by: other.officer,
        at: afterwards,
      });
    expect(value(await again("Pediremos que se anote.")).revision).toBe(0);
    value(await again("Se pedirá que se anote."));
    const [reply] = (await pointsOf(world, other)).replies;
    expect(reply?.open).toMatchObject({
      n: 2,
      answer: text("Se pedirá que se anote.", "We will ask for it to be kept."),
    });
  });

  test("written by a program on a revision that was overtaken is refused whole", async () => {
    const third = await aClosedRound(world);
    value(await write(world, third));
    expect(await write(world, third, { revision: 0 })).toMatchObject({ reason: "reply_changed_meanwhile" });
  });
});
