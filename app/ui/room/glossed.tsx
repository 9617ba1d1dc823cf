import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { calledIn, type GlossedKey, glossedParts } from "~/domain/vocabulary/glossed";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";

/** A text whose words of the field are explained to whoever points at them, comes to them or taps them; scripts or none. */
export function Glossed({ text }: { text: string }) {
  const parts = useMemo(() => glossedParts(text), [text]);
  return (
    <span className="glossed">
      {parts.map(({ start, text: words, key }) =>
        key === null ? words : <GlossedWord key={start} words={words} of={key} />,
      )}
    </span>
  );
}

function GlossedWord({ words, of }: { words: string; of: GlossedKey }) {
  const { t } = useTranslation("glossary");
  const reading = useLanguage();
  const id = useId();
  const [dismissed, setDismissed] = useState(false);
  const other = reading === "es" ? "en" : "es";
  const [here, there] = [calledIn(of, reading), calledIn(of, other)];
  const again = () => setDismissed(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only takes back what Escape closed, once the reader has left
    <span className="gloss" data-dismissed={dismissed || undefined} onMouseLeave={again} onBlur={again}>
      {/* biome-ignore lint/a11y/useSemanticElements: the words of a button neither wrap with their line nor are copied with it everywhere */}
      <span
        role="button"
        tabIndex={0}
        className="gloss-word"
        aria-describedby={id}
        onClick={again}
        onKeyDown={({ key }) => setDismissed(key === "Escape")}
      >
        {words}
      </span>
      <span role="tooltip" id={id} className="gloss-words" lang={localeOf(reading)}>
        <b>{here ?? there ?? words}</b>
        <span>{t(`means.${of}`)}</span>
        {here && there && <i lang={localeOf(other)}>{t(`called.${other}`, { word: there })}</i>}
      </span>
    </span>
  );
}
