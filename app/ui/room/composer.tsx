import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { useIsClient } from "~/ui/page/use-is-client";
import { stopsText } from "~/ui/screening/stops-text";
import { ComposerFields, composerRefusals } from "./composer-fields";
import { findKeptWords, type KeptWords, keepWords } from "./kept-words";
import type { Contribution, RoomShown } from "./room";
import { useWho } from "./use-who";

type Props = {
  room: RoomShown;
  answered: Contribution | undefined;
  onAnswer: (id: string | null) => void;
  onSaying: (id: string) => void;
};

const pauseMs = 400;

/** Where one says or asks something on an item. What is being written stays in this tab until it is said. */
export function Composer({ room, answered, onAnswer, onSaying }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const navigate = useNavigate();
  const isClient = useIsClient();
  const who = useWho();
  const { id: roundtableId, memberId, item, session, floor, table } = room;
  const [sayId, setSayId] = useState(room.sayId);
  const place = { roundtableId, memberId, item };
  const ahead = !floor.opened || floor.items[item]?.state === "waiting";
  const empty: KeptWords = { text: "", kind: "words", mode: "", language, parentId: "" };
  const [words, setWords] = useState<KeptWords>(empty);
  const [restored, setRestored] = useState<string>();
  const sent = useRef("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the item that is open makes another composer
  useEffect(() => {
    const kept = findKeptWords(place);
    const typed = document.getElementById("say-text");
    // What was typed before the scripts came is newer.
    if (typed instanceof HTMLTextAreaElement && typed.value !== "") {
      setWords({ ...empty, text: typed.value });
    } else if (kept) {
      setWords({ ...kept, language: kept.language || language });
      setRestored(kept.text);
      if (kept.parentId) onAnswer(kept.parentId);
    }
  }, []);

  const parentId = answered?.id ?? "";
  const latest = useRef({ ...words, parentId });
  latest.current = { ...words, parentId };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is looked at, wherever it belongs
  useEffect(() => {
    const timer = setTimeout(() => void keepWhatMayBe(), pauseMs);
    return () => clearTimeout(timer);
  }, [words, parentId]);
  async function keepWhatMayBe() {
    const now = latest.current;
    const mayBe = now.text.trim() !== "" && !(await stopsText(now.text));
    // What must not be stored is not stored here either.
    if (latest.current === now || latest.current.text === now.text) keepWords(place, mayBe ? now : undefined);
  }

  function onDone() {
    setSayId(newId());
    onAnswer(null);
    // Whoever wrote on while it was sent keeps what they wrote.
    if (words.text !== sent.current) return;
    keepWords(place, undefined);
    setWords({ ...empty, mode: words.mode, language: words.language });
    const field = document.getElementById("say-text");
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const mode = words.mode || (session.modes.length === 1 ? (session.modes[0] ?? "") : "");
  const act = () => {
    if (!isClient || mode === "")
      return t(ahead || words.kind === "question" ? "compose.ask" : "compose.act");
    return t(`compose.actAs.${mode as "named"}`);
  };
  return (
    <section
      className="composer"
      id="composer"
      aria-labelledby="composer-heading"
      onSubmit={() => {
        sent.current = words.text;
        // Before it is sent: the stream may be faster than the answer.
        onSaying(sayId);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
      }}
    >
      <h3 id="composer-heading">{t(ahead ? "compose.aheadHeading" : "compose.heading")}</h3>
      {ahead && <p className="quiet">{t("compose.ahead")}</p>}
      {answered && (
        <div className="composer-answers">
          <p>
            {t("compose.answering", { who: who(answered) })} <q>{shortened(answered.text ?? "")}</q>
          </p>
          <p>
            {isClient ? (
              <Button size="small" onClick={() => onAnswer(null)}>
                {t("compose.notAnswering")}
              </Button>
            ) : (
              <a href={`${paths.room(language, roundtableId, { item: String(item) })}#composer`}>
                {t("compose.notAnswering")}
              </a>
            )}
          </p>
        </div>
      )}
      <ActForm
        action={paths.roomAct(language, roundtableId, "contributions")}
        label={t("compose.heading")}
        className="act"
        onAnswered={(refusal) => {
          if (refusal?.reason === "terms_not_accepted") {
            keepWords(place, latest.current);
            navigate(paths.roomTerms(language, roundtableId));
          } else if (!refusal) onDone();
        }}
        done={t("compose.done")}
        made="say-text"
        noticeUnless={({ reason }) => composerRefusals.includes(reason)}
      >
        {(busy, refusal) => (
          <>
            <input type="hidden" name="id" value={sayId} />
            <input type="hidden" name="item" value={item} />
            <input type="hidden" name="parentId" value={parentId} />
            <ComposerFields
              key={restored === undefined ? "new" : "restored"}
              modes={session.modes}
              sector={table.sector}
              ahead={ahead}
              answers={answered !== undefined}
              typed={{ ...words, text: restored }}
              refusal={refusal}
              onText={(text) => setWords((before) => ({ ...before, text }))}
              onChoose={(name, value) => setWords((before) => ({ ...before, [name]: value }))}
            />
            <p className="toolbar">
              <Button type="submit" weight="first" busy={busy}>
                {act()}
              </Button>
              {isClient && (
                <span className="quiet">{t(words.text.trim() === "" ? "compose.keys" : "compose.kept")}</span>
              )}
            </p>
          </>
        )}
      </ActForm>
    </section>
  );
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text);
