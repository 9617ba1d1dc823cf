import { useLoaderData, useParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import type { Text } from "~/domain/advisories/advisory.form";
import { mostLetters } from "~/domain/contributions/contribution";
import type { Attribution } from "~/domain/roundtables/attribution";
import type { Refusal } from "~/http/outcomes";
import type { Appearing } from "~/http/refused-room.server";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { ModeField } from "./files-composer";
import { QuestionQueue } from "./question-queue";
import { type Contribution, type RoomVote, worded } from "./room";

type Props = {
  roundtableId: string;
  items: { title: Text; waits: boolean }[];
  modes: Attribution[];
  questions: Contribution[];
  votes: RoomVote[];
};

/** What is asked before the session opens: unattributed wherever its agenda allows that. */
export function QuestionsAhead({ roundtableId, items, modes, questions, votes }: Props) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const open = items.flatMap(({ title, waits }, n) =>
    waits ? [{ value: String(n), name: `${n + 1}. ${worded(title, language)}` }] : [],
  );
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">{t("ahead.heading")}</h2>
      <p>{t(modes.includes("unattributed") ? "ahead.lead" : "ahead.leadModes")}</p>
      <QuestionQueue roundtableId={roundtableId} questions={questions} votes={votes} chairs={false} stands />
      {open.length > 0 && (
        <ActForm
          action={paths.roomAct(language, roundtableId, "questions")}
          label={t("ahead.ask")}
          noticeUnless={({ reason }) => ["screened", "choose_attribution"].includes(reason)}
          clears
        >
          {(busy, refusal) => (
            <Fields key={questions.length} busy={busy} items={open} modes={modes} refusal={refusal} />
          )}
        </ActForm>
      )}
    </section>
  );
}

type Asked = {
  busy: boolean;
  items: { value: string; name: string }[];
  modes: readonly Attribution[];
  refusal: Refusal | undefined;
  typed?: TypedSession;
};

function Fields({ busy, items, modes, refusal, typed }: Asked) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const [id, setId] = useState("");
  useEffect(() => setId(newId()), []);
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={language} />
      <ScreenedTextArea
        name="text"
        label={t("ahead.question")}
        rows={3}
        maxLength={mostLetters}
        defaultValue={typed?.text}
        found={foundAt(refusal, "text")}
        required
      />
      {items.length > 0 ? (
        <Select name="item" label={t("ahead.item")} options={items} defaultValue={typed?.item} />
      ) : (
        <input type="hidden" name="item" value={typed?.item ?? "0"} />
      )}
      {modes.includes("unattributed") ? (
        <input type="hidden" name="mode" value="unattributed" />
      ) : (
        <ModeField modes={modes} chosen={typed?.mode} refusal={refusal} />
      )}
      <Button type="submit" busy={busy}>
        {t("ahead.ask")}
      </Button>
    </>
  );
}

/** Without scripts: the question again, as it was typed. */
export function RefusedQuestionAhead() {
  const appearing = useLoaderData<Appearing>();
  const { t: session } = useTranslation("roundtables");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtable(language, id)}
      backTo={session("back")}
      saidAtField={(reason) => ["screened", "choose_attribution"].includes(reason)}
    >
      {(typed, refusal) => (
        <form method="post" action={paths.roomAct(language, id, "questions")} className="act">
          <Fields
            busy={false}
            items={(appearing?.items ?? []).map((title, n) => ({
              value: String(n),
              name: `${n + 1}. ${worded(title, language)}`,
            }))}
            modes={appearing?.modes ?? []}
            refusal={refusal}
            typed={typed}
          />
        </form>
      )}
    </RefusedAct>
  );
}
