import { SeatPace } from "~/domain/contributions/seat-pace";

/** Of this process; forgotten with it. */
export const seatPace = new SeatPace();
