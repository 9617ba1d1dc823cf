/** `from`: ISO instant at which the work began; `begun`: when that was by the machine's clock. `most`: no further than so many ms, if given. */
export type Work = {
  database: string;
  service: string;
  from: string;
  begun: number;
  speed: number;
  most?: number;
};

/** A clock that runs faster than the machine's: nobody waits hours for the next attempt. */
export const clockOf =
  ({ from, begun, speed, most = Number.POSITIVE_INFINITY }: Work) =>
  () =>
    new Date(Date.parse(from) + Math.min((Date.now() - begun) * speed, most));
