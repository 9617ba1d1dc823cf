import { env } from "./env.server";

/** The instant that acts are given as `at`: the machine's clock, or in demo and tests the one of RIBERA_CLOCK. */
export const now = (): Date => env().clock ?? new Date();
