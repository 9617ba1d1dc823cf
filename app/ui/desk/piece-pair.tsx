import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";
import { type Agreement, ParityMark } from "~/ui/mark/parity-mark";
import { Pair } from "~/ui/pair/pair";
import { Conflict } from "./conflict";
import { useDesk } from "./desk-context";
import { Differences } from "./differences";
import { longestText } from "./draft-keeper";
import { PieceComments } from "./piece-comments";
import { PieceText } from "./piece-text";
import { useRevealed } from "./use-revealed";

type Props = {
  path: string;
  name: string;
  text: Text;
  required?: boolean;
  hint?: string;
};

/** One piece in both languages, with the mark of their agreement between them and what is to be settled below. */
export function PiecePair({ path, name, text, required = false, hint }: Props) {
  const { t } = useTranslation("desk");
  const { shown, keyTerms } = useDesk();
  const { es, en } = text;
  const findings = useMemo(
    // What is refused for its length is not read: that would hold up the whole page.
    () => (Math.max(es.length, en.length) > longestText ? [] : checkPiece({ es, en }, { keyTerms })),
    [es, en, keyTerms],
  );
  const agreement = agreementOf(text, findings);
  const box = useRef<HTMLDivElement>(null);
  useRevealed(path, box);

  return (
    <div className="piece" ref={box} data-path={path}>
      <Pair
        id={`piece-${path}`}
        name={
          <>
            {name} {required && <span className="piece-required">{t("required")}</span>}
            {hint && <span className="piece-hint">{hint}</span>}
          </>
        }
        left={<PieceText path={path} name={name} language="es" value={text.es} />}
        right={<PieceText path={path} name={name} language="en" value={text.en} />}
        mark={
          <>
            <ParityMark agreement={agreement} name={t(`parity.${agreement}`)} />
            <PieceComments path={path} name={name} part="button" />
          </>
        }
        below={
          <>
            {findings.length > 0 && agreement !== "missing" && (
              <Differences text={text} findings={findings} />
            )}
            {languages.map((one) => {
              const held = shown.held[`${path}/${one}`];
              return (
                held?.theirs !== undefined && (
                  <Conflict key={one} path={`${path}/${one}`} name={name} language={one} held={held} />
                )
              );
            })}
            <PieceComments path={path} name={name} part="thread" />
          </>
        }
      />
    </div>
  );
}

export function agreementOf(text: Text, findings = checkPiece(text)): Agreement {
  const es = text.es.trim() !== "";
  const en = text.en.trim() !== "";
  if (!es && !en) return "empty";
  if (es !== en) return "missing";
  return findings.some(({ severity }) => severity === "blocking") ? "differs" : "agrees";
}
