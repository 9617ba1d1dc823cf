/** Remembers that it was rung until somebody asks. */
export class Bell {
  #rung = false;
  #wake = () => {};

  ring = () => {
    this.#rung = true;
    this.#wake();
  };

  /** True when rung, at once if it was rung since the last time; false after so many milliseconds. */
  async rungWithin(ms: number): Promise<boolean> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}
