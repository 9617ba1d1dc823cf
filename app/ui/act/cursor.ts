/** What was pressed to begin an act, and where: kept, for the act may take all of it off the page. */
export type Pressed = { button: HTMLElement | null; around: HTMLElement[]; name: string; page: string };

export function pressedIn(form: HTMLElement, button: HTMLElement | null): Pressed {
  const around: HTMLElement[] = [];
  for (let at = form.parentElement; at; at = at.parentElement) around.push(at);
  const name = button?.getAttribute("aria-label") ?? button?.textContent ?? "";
  return { button, around, name: name.trim(), page: window.location.pathname };
}

const isShown = (it: HTMLElement) =>
  it.isConnected &&
  it.getClientRects().length > 0 &&
  (it.matches("summary") || it.closest("details:not([open])") === null);

/** What of a part of the page can take the cursor: a row or an entry itself, of anything larger its heading. */
function headOf(part: HTMLElement): HTMLElement | null {
  if (part.matches("details")) return part.querySelector<HTMLElement>("summary");
  if (part.matches("tr, li")) return part;
  if (!part.matches("section, article, main")) return null;
  const named = part.getAttribute("aria-labelledby");
  return (named ? document.getElementById(named) : null) ?? part.querySelector<HTMLElement>("h1, h2, h3");
}

/** Sets the cursor on something that is read, for as long as it is there. */
export function setCursor(it: HTMLElement, how?: FocusOptions) {
  if (it.tabIndex < 0 && !it.hasAttribute("tabindex")) {
    it.tabIndex = -1;
    it.addEventListener("blur", () => it.removeAttribute("tabindex"), { once: true });
  }
  it.focus(how);
}

/** True unless the reader has gone on to something else meanwhile. */
export const isCursorLost = (button?: HTMLElement | null) => {
  const at = document.activeElement;
  return at === null || at === document.body || at === button;
};

/**
 * Where the cursor goes once an act is done in place: to what it made, else to its button if that still stands, else to the
 * nearest part of the page around it that does.
 */
export function placeAfter({ button, around }: Pressed, made: string | undefined): HTMLElement | undefined {
  const product = made === undefined ? null : document.getElementById(made);
  if (product) return product;
  if (button && isShown(button) && !button.matches(":disabled")) return button;
  for (const part of around) {
    const head = isShown(part) ? headOf(part) : null;
    if (head && isShown(head)) return head;
  }
  return undefined;
}
