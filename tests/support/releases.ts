import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import type { Plan } from "~/domain/rounds/round.form";
import { later } from "./desk";
import { anOpenRound, answer, type Convening, day, keys } from "./rounds";
import type { World } from "./world";

/** What `house` answers; the first category of each question unless told otherwise. */
type Answers = (house: number) => Record<string, unknown>;

/** A round that every institution of the convening answered, closed and published. */
export async function aRelease(
  world: World,
  convening: Convening,
  { plan, answers = () => ({}) }: { plan?: Partial<Plan>; answers?: Answers } = {},
) {
  const closesAt = plan?.closesAt ?? later(7 * day);
  const roundId = await anOpenRound(world, convening, plan);
  for (const [i, house] of convening.houses.entries()) await answer(world, house, roundId, answers(i));
  await closeDueRounds(world.db, { keys, at: closesAt });
  return roundId;
}
