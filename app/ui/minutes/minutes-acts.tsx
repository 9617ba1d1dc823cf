import { useTranslation } from "react-i18next";
import { longestComments, shortestComments, usualComments } from "~/domain/minutes/minutes.form";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";

type Props = { minutes: FoundMinutes };

export function ShowMinutes({ minutes: { id, revision } }: Props) {
  const { t } = useTranslation("minutes");
  return (
    <section aria-labelledby="show">
      <h2 id="show">{t("show.heading")}</h2>
      <p>{t("show.lead")}</p>
      <ActForm
        action={paths.roundtableAct(useLanguage(), id, "showing")}
        label={t("show.heading")}
        noticeUnless={({ reason }) => saidAtDays(reason)}
      >
        {(busy, refusal) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <CommentDays refusal={refusal} />
            <Button type="submit" busy={busy}>
              {t("show.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}

const ofDays = ["days_out_of_range"];
export const saidAtDays = (reason: string) => ofDays.includes(reason);

export function CommentDays({ typed, refusal }: { typed?: TypedSession; refusal: Refusal | undefined }) {
  const { t } = useTranslation("minutes");
  const errorOf = useErrorOf(refusal);
  return (
    <TextField
      name="days"
      type="number"
      min={shortestComments}
      max={longestComments}
      defaultValue={typed?.days ?? usualComments}
      label={t("show.days")}
      error={errorOf(ofDays)}
      required
    />
  );
}

export function ApproveMinutes({ minutes: { id, revision } }: Props) {
  const { t } = useTranslation("minutes");
  return (
    <section aria-labelledby="approve">
      <h2 id="approve">{t("approve.heading")}</h2>
      <p>{t("approve.lead")}</p>
      <ActForm action={paths.roundtableAct(useLanguage(), id, "approval")} label={t("approve.heading")}>
        {(busy) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <Button type="submit" weight="first" busy={busy}>
              {t("approve.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}

/** An ordinary form: what comes back is a file. */
export function CopyMinutes({ minutes: { id, tlp } }: Props) {
  const { t } = useTranslation("minutes");
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">{t("copy.heading")}</h2>
      <p>{t("copy.lead", { tlp })}</p>
      <form method="post" action={paths.roundtableAct(useLanguage(), id, "copy")} className="act">
        <Button type="submit">{t("copy.act")}</Button>
      </form>
    </section>
  );
}
