/** The answer of an act: done with a value, or an expected no whose reason is a locale key (`refused.<reason>`). */
export type Outcome<Value> = Done<Value> | Refused;
export type Done<Value> = { ok: true; value: Value };
export type Refused = { ok: false; reason: string; facts: Facts };
export type Facts = Record<string, unknown>;

export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value });

/** `facts` fill the sentence in either language (counts, numbers, names of fields); never confidential text. */
export const refused = (reason: string, facts: Facts = {}): Refused => ({ ok: false, reason, facts });
