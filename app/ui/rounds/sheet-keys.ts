import type { KeyboardEvent } from "react";

type Acts = {
  /** The question of this place takes the answer of the red flag above. */
  same(place: string): void;
  /** To the red flag so many further. */
  go(by: 1 | -1): void;
};

/** In view: what a closed part of the page hides is passed over. */
const seen = (question: Element) => question.getClientRects().length > 0;

/** Puts the cursor where a question is answered: at what is chosen, else at its first field. */
export const focusQuestion = (question: Element | null | undefined) =>
  question?.querySelector<HTMLElement>("input:checked, input:not([type=hidden]), select, textarea")?.focus();

/**
 * A sheet by the keyboard alone: digits choose, Enter goes on, `=` answers as above, N and P change the red flag. Only while
 * a choice has the focus, and never with a modifier: words are typed, and screen readers keep their own keys.
 */
export function onSheetKey(event: KeyboardEvent<HTMLFormElement>, acts: Acts) {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof HTMLElement) || altKey || event.nativeEvent.isComposing) return;
  const question = target.closest("[data-place]");
  if (!question) return;
  const command = ctrlKey || metaKey;
  const isWords = target instanceof HTMLTextAreaElement;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (key === "Enter" && (isWords ? command : isField && !command)) {
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll("[data-place]")].filter(seen);
    const next = all[all.indexOf(question) + 1];
    if (next) focusQuestion(next);
    else acts.go(1);
    return;
  }
  if (command || !(target instanceof HTMLInputElement) || target.type !== "radio") return;
  const place = question.getAttribute("data-place") ?? "";
  const chosen = /^\d$/.test(key) && question.querySelector<HTMLInputElement>(`input[data-digit="${key}"]`);
  if (chosen) {
    chosen.click();
    chosen.focus();
  } else if (key === "=") acts.same(place);
  else if (key === "n" || key === "N") acts.go(1);
  else if (key === "p" || key === "P") acts.go(-1);
  else return;
  event.preventDefault();
}
