import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { RefusedFloorAct } from "./refused-floor-act";
import { type RoomPoll, worded } from "./room";
import { useOptions } from "./use-options";

type Fields = {
  poll: RoomPoll;
  chosen: string[];
  error: string | undefined;
  onChoose?: (value: string, on: boolean) => void;
};

const said = "ballot_unreadable";

function BallotFields({ poll, chosen, error, onChoose }: Fields) {
  const { t } = useTranslation("floor");
  const options = useOptions(poll);
  return (
    <Choices
      kind={poll.kind === "multiple" ? "several" : "one"}
      column={poll.kind !== "scale"}
      name="choices"
      label={t(`polls.choose.${poll.kind}`)}
      hint={t("polls.anonymous")}
      error={error}
      chosen={chosen}
      choices={options.map((name, place) => ({ value: String(place), name }))}
      {...(onChoose ? { onChoose } : {})}
    />
  );
}

type Props = Required<Omit<Fields, "error">> & { roundtableId: string };

export function BallotForm({ roundtableId, poll, chosen, onChoose }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <ActForm
      action={paths.roomTaking(language, roundtableId, "polls", poll.id, "ballots")}
      label={worded(poll.question, language)}
      done={t("polls.voted")}
      noticeUnless={({ reason }) => reason === said}
    >
      {(busy, refusal) => (
        <>
          <BallotFields
            poll={poll}
            chosen={chosen}
            onChoose={onChoose}
            error={refusal?.reason === said ? sentence(said) : undefined}
          />
          <Button type="submit" weight="first" busy={busy}>
            {t("polls.cast")}
          </Button>
        </>
      )}
    </ActForm>
  );
}

/** What was chosen, of a ballot that was not counted. */
export function Missed({ poll, chosen }: Pick<Fields, "poll" | "chosen">) {
  const { t } = useTranslation("floor");
  const options = useOptions(poll);
  const names = options.filter((_, place) => chosen.includes(String(place)));
  return <p>{t("polls.chosen", { choices: names.join("; ") })}</p>;
}

/** A ballot that was refused, without scripts: what it was about and what was chosen. */
export function RefusedBallot() {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const sentence = useRefusal();
  const { id = "" } = useParams();
  const poll = useLoaderData<RoomPoll | null>();
  return (
    <RefusedFloorAct saidAtField={(reason) => reason === said && poll !== null}>
      {(typed, refusal) => {
        const chosen = (typed.choices ?? "").split(" ");
        if (!poll) return null;
        if (poll.closed || poll.voted)
          return (
            <>
              <p>{worded(poll.question, language)}</p>
              <Missed poll={poll} chosen={chosen} />
            </>
          );
        return (
          <Form
            reloadDocument
            method="post"
            action={paths.roomTaking(language, id, "polls", poll.id, "ballots")}
            className="form"
          >
            <p>{worded(poll.question, language)}</p>
            <BallotFields
              poll={poll}
              chosen={chosen}
              error={refusal.reason === said ? sentence(said) : undefined}
            />
            <Button type="submit" weight="first">
              {t("polls.cast")}
            </Button>
          </Form>
        );
      }}
    </RefusedFloorAct>
  );
}
