import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { PlannedRound } from "~/domain/rounds/plan.server";
import { leastInstitutions } from "~/domain/rounds/round";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Notice } from "~/ui/notice/notice";
import { PlanForm } from "./plan-form";

type Props = Omit<ComponentProps<typeof PlanForm>, "planned"> & {
  round: PlannedRound;
  mayOpen: boolean;
  saved: boolean;
};

/** A plan: what it still needs, whom it would reach, and its opening. */
export function PlannedPage({ round, mayOpen, saved, ...form }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { title } = round.plan;
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{title[language] || title.es || title.en || t("untitled")}</h1>
      {saved && (
        <Notice live>
          <p>{t("plan.saved")}</p>
        </Notice>
      )}
      <OpeningPart round={round} mayOpen={mayOpen} />
      <h2>{t("plan.heading")}</h2>
      <PlanForm planned={round} {...form} />
      <section aria-labelledby="discard">
        <h2 id="discard">{t("callOff.plan")}</h2>
        <ActForm action={paths.roundAct(language, round.id, "calling-off")} label={t("callOff.plan")}>
          {(busy) => (
            <>
              <p>{t("callOff.planLost")}</p>
              <Checkbox name="understood" value="1" label={t("callOff.understood")} required />
              <Button type="submit" weight="danger" busy={busy}>
                {t("callOff.planAct")}
              </Button>
            </>
          )}
        </ActForm>
      </section>
    </article>
  );
}

function OpeningPart({ round, mayOpen }: { round: PlannedRound; mayOpen: boolean }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const sentence = useRefusal();
  const { missing, invitees, unreached, tooFewToPublish } = round.readiness;
  const names = (all: { shortName: string }[]) =>
    formatList(
      language,
      all.map(({ shortName }) => shortName),
    );
  return (
    <section aria-labelledby="opening" className="round-opening">
      <h2 id="opening">{t("opening.heading")}</h2>
      {missing.length > 0 ? (
        <>
          <p>{t("opening.missing")}</p>
          <ul>
            {missing.map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("opening.invites", { count: invitees.length, names: names(invitees) })}</p>
      )}
      {unreached.length > 0 && (
        <Notice tone="caution">
          <p>{t("opening.unreached", { count: unreached.length, names: names(unreached) })}</p>
        </Notice>
      )}
      {missing.length === 0 && tooFewToPublish && (
        <Notice tone="caution" heading={t("opening.tooFew", { least: leastInstitutions })}>
          <p>{t("opening.tooFewWhy")}</p>
        </Notice>
      )}
      {!mayOpen && <p className="quiet">{t("opening.whoOpens")}</p>}
      {mayOpen && missing.length === 0 && (
        <ActForm action={paths.roundAct(language, round.id, "opening")} label={t("opening.heading")}>
          {(busy) => (
            <>
              <input type="hidden" name="revision" value={round.revision} />
              <Checkbox
                name="notForSupervision"
                value="1"
                label={t("opening.notForSupervision")}
                hint={t("opening.notForSupervisionHint")}
                required
              />
              {tooFewToPublish && (
                <Checkbox
                  name="evenIfUnpublished"
                  value="1"
                  label={t("opening.evenIfUnpublished")}
                  required
                />
              )}
              <Button type="submit" weight="first" busy={busy}>
                {t("opening.act", { count: invitees.length })}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </section>
  );
}
