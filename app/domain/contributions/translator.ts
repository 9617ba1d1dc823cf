import type { Language } from "~/domain/advisories/advisory.form";
import type { Outcome } from "~/domain/outcome";

type Asked = { text: string; from: Language; to: Language };

/** A machine that says the same in the other language. It is given the words and nothing else: not whose, not of which session, not who asks. */
export type Translator = (asked: Asked) => Promise<Outcome<string>>;
