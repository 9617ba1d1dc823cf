import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";

type Props = {
  questionId: string;
  revision: number;
  addressee: "asker" | "everyone";
  maySpeak: boolean;
  hindrance: { reason: string; facts: Record<string, unknown> } | null;
  lead: string;
};

/** Gives the answer as it is saved; or says what stands in its way. */
export function ReleaseForm({ questionId, revision, addressee, maySpeak, hindrance, lead }: Props) {
  const { t } = useTranslation("questions");
  const sentence = useRefusal();
  const language = useLanguage();
  const action = paths.questionAct(language, questionId, "release");
  return (
    <section aria-labelledby="release">
      <h2 id="release">{t("release.heading")}</h2>
      {hindrance && <p>{sentence(hindrance.reason, hindrance.facts)}</p>}
      {!maySpeak && <p>{t("release.notYours", { authority: lead })}</p>}
      {maySpeak && !hindrance && (
        <ActForm action={action} label={t("release.heading")}>
          {(busy) => (
            <>
              <p>{t(`release.${addressee}`)}</p>
              <input type="hidden" name="revision" value={revision} />
              <Checkbox name="read" value="1" label={t("release.read")} required />
              <Button type="submit" weight="first" busy={busy}>
                {t(`release.act.${addressee}`)}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </section>
  );
}
