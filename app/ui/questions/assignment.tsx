import { useTranslation } from "react-i18next";
import type { FoundQuestion } from "~/domain/questions/questions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";

/** Who prepares the answer, and the way to take it or to give it to a colleague. */
export function Assignment({ question, me }: { question: FoundQuestion; me: string }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { takenBy, takenByName, colleagues } = question;
  const action = paths.questionAct(language, question.id, "assignment");
  return (
    <section aria-labelledby="assignment">
      <h2 id="assignment">{t("take.heading")}</h2>
      <p>{takenByName ? t("take.now", { name: takenByName }) : t("take.nobody")}</p>
      {takenBy !== me && (
        <ActForm action={action} label={t("take.mine")}>
          {(busy) => (
            <>
              <input type="hidden" name="to" value={me} />
              <Button type="submit" weight={takenBy ? "second" : "first"} busy={busy}>
                {t("take.mine")}
              </Button>
            </>
          )}
        </ActForm>
      )}
      {colleagues.length > 1 && (
        <ActForm action={action} label={t("take.to")} className="act give">
          {(busy) => (
            <>
              <Select
                name="to"
                label={t("take.to")}
                defaultValue={takenBy ?? me}
                options={colleagues.map(({ id, name }) => ({ value: id, name }))}
              />
              <Button type="submit" busy={busy}>
                {t("take.act")}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </section>
  );
}
