import { useTranslation } from "react-i18next";
import { digestsIn, toLookInto, waitingIn } from "~/domain/digests/digest-run";
import { formatDay, formatInstant, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Facts } from "~/ui/table/facts";
import { mailProblem } from "./mail-problem";
import { RunMark, type ShownRun } from "./run-mark";

/** A run that still goes on somewhere: how far it has come, and what holds or ends it. */
export function CurrentRun({ run, timeZone }: { run: ShownRun; timeZone: string }) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const { localDate, state, counts, problems, pausedAt } = run;
  const [all, waiting] = [digestsIn(run), waitingIn(run)];
  const number = (value: number | undefined) => formatNumber(language, value ?? 0);
  const day = formatDay(language, localDate);
  const act = (what: "pause" | "resumption" | "cancellation") =>
    paths.digestRunAct(language, localDate, what);
  const settled = {
    settled: number(all - waiting),
    all: number(all),
    share: formatNumber(language, all === 0 ? 0 : (all - waiting) / all, { style: "percent" }),
  };
  return (
    <section className="digest-run" aria-labelledby={`run-${localDate}`}>
      <h3 id={`run-${localDate}`}>{t("mail.of", { day })}</h3>
      <p className="digest-run-state">
        <RunMark state={state} /> <span>{t("mail.progress", settled)}</span>
      </p>
      <svg className="digest-run-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="0" width="100" height="4" data-part="all" />
        <rect x="0" y="0" width={all === 0 ? 0 : (100 * (all - waiting)) / all} height="4" />
      </svg>
      {pausedAt && <p>{t("mail.pausedSince", { at: formatInstant(language, pausedAt, timeZone) })}</p>}
      <Facts
        across
        lined
        facts={[
          { name: t("mail.waiting"), value: number(waiting) },
          { name: t("mail.sent"), value: number(counts.accepted) },
          { name: t("mail.nothing"), value: number(counts["nothing-new"]) },
          { name: t("mail.dropped"), value: number(counts.dropped) },
          { name: t("mail.look"), value: number(toLookInto(run)) },
          problems.length > 0 && {
            name: t("problems"),
            value: problems.map((one) => mailProblem(t, one)).join(" "),
          },
        ]}
      />
      <div className="row-acts">
        <ActForm
          action={act(pausedAt ? "resumption" : "pause")}
          className="row-act"
          label={t(pausedAt ? "mail.resumeOf" : "mail.pauseOf", { day })}
        >
          {(busy) => (
            <Button type="submit" busy={busy}>
              {t(pausedAt ? "mail.resume" : "mail.pause")}
            </Button>
          )}
        </ActForm>
        <details>
          <summary>{t("mail.cancel")}</summary>
          <ActForm action={act("cancellation")} label={t("mail.cancelOf", { day })}>
            {(busy) => (
              <>
                <p>{t("mail.cancelLost")}</p>
                <Button type="submit" weight="danger" busy={busy}>
                  {t("mail.cancelAct", { day })}
                </Button>
              </>
            )}
          </ActForm>
        </details>
      </div>
    </section>
  );
}
