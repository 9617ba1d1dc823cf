import { useCallback, useEffect, useRef, useState } from "react";

type Kept = { since: string; at: string; values: Record<string, string> };

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
      (one instanceof HTMLInputElement ||
        one instanceof HTMLSelectElement ||
        one instanceof HTMLTextAreaElement) &&
      one.name !== "",
  );

/**
 * What is typed into a form and not sent yet, kept in this browser: a page that is closed and a session that ends lose nothing.
 * `since` names what the form starts from; once that is another, what was kept was sent, or is overtaken, and is forgotten.
 */
export function useKeptForm({ key, since }: { key: string; since: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [keptAt, setKeptAt] = useState<string>();

  useEffect(() => {
    setKeptAt(undefined);
    const kept = find(key);
    if (!kept || !form.current) return;
    if (kept.since !== since) return forget(key);
    const changed = fieldsOf(form.current).filter(
      ({ name, value }) => (kept.values[name] ?? value) !== value,
    );
    for (const field of changed) field.value = kept.values[field.name] ?? "";
    if (changed.length > 0) setKeptAt(kept.at);
  }, [key, since]);

  const keep = useCallback(() => {
    if (!form.current) return;
    const values = Object.fromEntries(fieldsOf(form.current).map(({ name, value }) => [name, value]));
    write(key, { since, at: new Date().toISOString(), values });
  }, [key, since]);

  const giveUp = useCallback(() => {
    forget(key);
    form.current?.reset();
    setKeptAt(undefined);
  }, [key]);

  return { form, keep, keptAt, giveUp };
}

// A browser may forbid its storage, or have no room: the form then works as it does without.
function find(key: string): Kept | undefined {
  try {
    const text = localStorage.getItem(key);
    // Written by `write` below, in this browser.
    return text ? (JSON.parse(text) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, kept: Kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {}
}

function forget(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {}
}
