const windowMs = 5 * 60_000;

/**
 * How often one seat may contribute within five minutes. Counted in the memory of this process alone and forgotten with the
 * window, so that nothing stored says who wrote how often (decision 401).
 */
export class SeatPace {
  #window = 0;
  #counts = new Map<string, number>();

  constructor(readonly most = 20) {}

  /** False when the seat has had its share; then nothing is counted. */
  take(seat: { roundtableId: string; memberId: string }, at: Date): boolean {
    const window = Math.floor(at.getTime() / windowMs);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts.clear();
    }
    const key = `${seat.roundtableId} ${seat.memberId}`;
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.most) return false;
    this.#counts.set(key, count + 1);
    return true;
  }
}
