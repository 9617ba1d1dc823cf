import { v5 as uuidV5 } from "uuid";
import { funnelPilot } from "./funnel-pilot";
import { networksFirst } from "./networks-first";
import { networksSecond } from "./networks-second";
import { cashCalledOff, fuelOfFour, precursorsPlanned, tradeOpen } from "./other-rounds";
import type { DemoRound } from "./round-story";

/** In the order in which they were planned. */
export const demoRounds: DemoRound[] = [
  networksFirst,
  funnelPilot,
  cashCalledOff,
  fuelOfFour,
  networksSecond,
  tradeOpen,
  precursorsPlanned,
];

const namespace = "c0d2f6a8-5e0b-5d3c-8a51-9b6f4a1c2e07";

/** The same round has the same id in every demo. */
export const demoRoundId = (key: string) => uuidV5(`round:${key}`, namespace);

/** The receipt that the door of the demo hands out: of an institution that wrote, in a round that was answered. */
export const demoReceipt = {
  round: networksFirst.key,
  by: "rio-grande-bank",
  secret: "demo-receipt-of-rio-grande-bank",
};
