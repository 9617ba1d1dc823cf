import { useTranslation } from "react-i18next";
import { asideReasons, type DeadLetter } from "~/domain/digests/dead-letter";
import { formatDay, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Select } from "~/ui/field/select";
import { StateMark } from "~/ui/mark/state-mark";
import { Table } from "~/ui/table/table";
import { mailProblem } from "./mail-problem";

/** What did not go out, or may have: how much and why, and what the operator can do about it. */
export function DeadLetters({ letters }: { letters: DeadLetter[] }) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const problemOf = ({ problem }: DeadLetter) => problem && mailProblem(t, problem);
  return (
    <Table
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "what",
          head: t("mail.what"),
          rowHead: true,
          cell: ({ what, mails }) => t(`mail.whatOf.${what}`, { count: mails, mails: number(mails) }),
        },
        { id: "day", head: t("day"), cell: ({ day }) => formatDay(language, day) },
        {
          id: "state",
          head: t("state"),
          cell: ({ state }) => (
            <StateMark
              shape={state === "failed" ? "cross" : "half"}
              tone={state === "failed" ? "stopped" : "waiting"}
            >
              {t(`mail.letter.${state}`)}
            </StateMark>
          ),
        },
        { id: "attempts", head: t("mail.attempts"), number: true, cell: ({ attempts }) => number(attempts) },
        { id: "problem", head: t("mail.met"), cell: problemOf },
        { id: "acts", head: t("mail.toDo"), cell: (letter) => <Resolving letter={letter} /> },
      ]}
    />
  );
}

function Resolving({ letter: { id, what, state, addressed } }: { letter: DeadLetter }) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const why = state === "uncertain" ? "retryDoubt" : what === "digests" ? "retryDigests" : "retryWhy";
  return (
    <details className="resolving">
      <summary>{t("mail.resolve")}</summary>
      {addressed ? (
        <ActForm action={paths.deadLetterAct(language, id, "sending")} label={t("mail.retry")}>
          {(busy) => (
            <>
              <p>{t(`mail.${why}`)}</p>
              {state === "uncertain" && (
                <Checkbox name="lookedUp" value="1" label={t("mail.lookedUp")} required />
              )}
              <Button type="submit" busy={busy}>
                {t("mail.retry")}
              </Button>
            </>
          )}
        </ActForm>
      ) : (
        <p>{t("mail.noAddress")}</p>
      )}
      <ActForm action={paths.deadLetterAct(language, id, "setting-aside")} label={t("mail.aside")}>
        {(busy, refusal) => (
          <>
            <Select
              label={t("mail.asideWhy")}
              name="reason"
              required
              none={t("mail.asideChoose")}
              error={refusal?.reason === "choice_unknown" ? t("mail.asideChoose") : undefined}
              options={asideReasons.map((value) => ({ value, name: t(`mail.asideReason.${value}`) }))}
            />
            <Button type="submit" weight="quiet" busy={busy}>
              {t("mail.aside")}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}
