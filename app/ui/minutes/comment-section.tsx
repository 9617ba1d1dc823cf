import { useTranslation } from "react-i18next";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

type Props = { minutes: FoundMinutes; mayComment: boolean; timeZone: string };

/** What participants say of the notes while they may. */
export function CommentSection({ minutes: { id, comments, agenda }, mayComment, timeZone }: Props) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const about = (item: number | null) =>
    (item === null ? undefined : agenda[item]?.[language]) ?? t("comments.whole");
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t("comments.heading")}</h2>
      <p>{t(mayComment ? "comments.leadOwn" : "comments.leadAll")}</p>
      {comments.length === 0 && <p className="quiet">{t("comments.none")}</p>}
      <ul className="session-comments">
        {comments.map((one) => (
          <li key={one.id}>
            <p className="quiet">
              {one.name} · {one.organisation} · {about(one.item)} ·{" "}
              {formatInstantShort(language, one.at, timeZone)}
            </p>
            <p className="words">{one.words}</p>
          </li>
        ))}
      </ul>
      {mayComment && (
        <ActForm
          action={paths.roundtableAct(language, id, "comments")}
          label={t("comments.heading")}
          noticeUnless={({ reason }) => saidAtComment(reason)}
          clears
        >
          {(busy, refusal) => (
            <>
              <Select
                name="item"
                label={t("comments.about")}
                options={[
                  { value: "", name: t("comments.whole") },
                  ...agenda.map((item, n) => ({ value: String(n), name: item[language] })),
                ]}
              />
              <CommentWords refusal={refusal} />
              <Button type="submit" busy={busy}>
                {t("comments.act")}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </section>
  );
}

const ofWords = ["comment_empty"];
export const saidAtComment = (reason: string) => ofWords.includes(reason);

export function CommentWords({ typed, refusal }: { typed?: TypedSession; refusal: Refusal | undefined }) {
  const { t } = useTranslation("minutes");
  const errorOf = useErrorOf(refusal);
  return (
    <ScreenedTextArea
      name="words"
      label={t("comments.words")}
      rows={3}
      maxLength={4000}
      defaultValue={typed?.words}
      required
      found={foundAt(refusal, "words")}
      error={errorOf(ofWords)}
    />
  );
}
