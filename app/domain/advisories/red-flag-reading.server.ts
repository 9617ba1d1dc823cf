import { publicRedFlagId } from "./advisory";
import type { Language, RedFlag, SubPoint, Text } from "./advisory.form";
import { type RedFlagReading, type SaidHtml, type SubPointReading, saidIn } from "./reading";
import { renderOnce } from "./render-once.server";

/** Words that the renderer gives to screen readers, in the language of the text and not of the page. */
export type FootnoteWords = Record<Language, { footnotes: string; back: string }>;

type Rendering = {
  language: Language;
  words: FootnoteWords;
  headingLevel?: 2 | 3 | 4 | 5 | 6;
  idPrefix: string;
};

export function htmlIn(
  text: Text,
  { language, words, headingLevel = 4, idPrefix }: Rendering,
): SaidHtml | null {
  const said = saidIn(language, text);
  if (!said) return null;
  return {
    lang: said.lang,
    html: renderOnce(said.text, { headingLevel, idPrefix, labels: words[said.lang] }),
  };
}

/** `number` is the advisory on whose page the flag is read. */
export function readRedFlag(
  flag: RedFlag,
  { number, language, words }: { number: string; language: Language; words: FootnoteWords },
): RedFlagReading {
  const n = `RF-${String(flag.n).padStart(2, "0")}`;
  const anchor = flag.home === null ? n : `${flag.home}-${n}`;
  const html = (text: Text, part: string) => htmlIn(text, { language, words, idPrefix: `${anchor}-${part}` });
  const subPoints = (points: SubPoint[]): SubPointReading[] =>
    points.map((point) => ({
      id: point.id,
      body: html(point.text, point.id.slice(0, 8)),
      sub: subPoints(point.sub),
    }));
  return {
    publicId: publicRedFlagId(number, flag),
    anchor,
    n: flag.n,
    home: flag.home,
    heading: saidIn(language, flag.heading),
    body: html(flag.text, "text"),
    sub: subPoints(flag.sub),
    suggestedControl: html(flag.suggestedControl, "control"),
    footnotes: flag.footnotes.map((note) => ({
      id: note.id,
      body: html(note.text, `note-${note.id.slice(0, 8)}`),
    })),
    sourceCode: flag.sourceCode,
    observableAt: flag.observableAt,
    dataNeeded: html(flag.dataNeeded, "data"),
    strength: flag.strength,
    combinesWith: flag.combinesWith,
    falsePositiveNote: html(flag.falsePositiveNote, "false"),
    amltrix: flag.amltrix,
    tlp: flag.tlp,
    state: flag.state,
    mergedInto: flag.mergedInto,
    changeNote: saidIn(language, flag.changeNote),
  };
}
