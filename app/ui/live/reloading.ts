import { paths } from "~/paths";

/** After an answer that did not come, how long until it is asked for again. */
const againMs = 5000;

/**
 * Asks a page's loaders again, never while they are being asked: that would throw away the answer on its way. Nor while they would
 * not answer: data that do not come take the page away, with all that is being written on it.
 */
export class Reloading {
  page = { idle: true, revalidate: () => {} };
  #wanted = false;
  #looking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly ask = () => {
    this.#wanted = true;
    this.look();
  };

  readonly look = () => {
    if (!this.page.idle || !this.#wanted || this.#looking) return;
    this.#waitNoMore();
    // An open stream may tell of news when nothing else gets through.
    if (!navigator.onLine) {
      window.addEventListener("online", this.look, { once: true });
      return;
    }
    this.#looking = true;
    void isThere().then((there) => {
      this.#looking = false;
      if (!this.#wanted) return;
      if (!there) this.#timer = setTimeout(this.look, againMs);
      // Asked for meanwhile: looked at once more when that is over.
      else if (this.page.idle) {
        this.#wanted = false;
        this.page.revalidate();
      }
    });
  };

  /** The page is left: another one's loaders are not asked for it. */
  readonly stop = () => {
    this.#wanted = false;
    this.#waitNoMore();
  };

  #waitNoMore() {
    clearTimeout(this.#timer);
    window.removeEventListener("online", this.look);
  }
}

const isThere = () =>
  fetch(paths.readiness()).then(
    ({ status }) => status < 500,
    () => false,
  );
