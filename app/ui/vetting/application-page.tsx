import { useTranslation } from "react-i18next";
import type { OwnApplication } from "~/domain/vetting/own-application.server";
import { renewalDays } from "~/domain/vetting/vetting";
import type { Refusal } from "~/http/outcomes";
import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { ApplicationForm } from "./application-form";
import { FactList } from "./fact-list";
import { VettingMark } from "./vetting-mark";

type Props = {
  own: OwnApplication;
  mayApply: boolean;
  reader: { memberId: string; timeZone: string };
  answer:
    | { refusal?: Refusal; errors?: Record<string, string[]>; typed?: Record<string, string> }
    | undefined;
};

/** How the reader's own organisation stands, and the form by which it asks. */
export function ApplicationPage({ own, mayApply, reader, answer }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { timeZone } = reader;
  const { last, vetting, kind, jurisdiction, start } = own;
  const standing = useStanding(own, mayApply, timeZone);
  return (
    <article className="desk vetting">
      <h1>
        {t(vetting === "vetted" || vetting === "expired" ? "application.renewTitle" : "application.title")}
      </h1>
      <p>
        <strong>{own.shortName}</strong> <VettingMark state={vetting} />
      </p>
      {standing.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {last?.outcome === "refused" && (
        <Notice
          tone="caution"
          heading={t("application.refusedOn", {
            at: formatInstant(language, last.submittedAt, timeZone),
            authority: last.authority ?? "",
          })}
        >
          <blockquote lang={last.refusalLanguage ?? undefined}>{last.refusal}</blockquote>
        </Notice>
      )}
      {mayApply && own.mayAsk ? (
        <ApplicationForm own={own} reader={reader} answer={answer} />
      ) : (
        <>
          {!mayApply && <p>{t("application.onlyAdministrators")}</p>}
          <FactList facts={start} kind={kind} jurisdiction={jurisdiction} />
        </>
      )}
    </article>
  );
}

/** Only whoever may apply is told to. */
function useStanding(
  { vetting, vettedUntil, lone, last, open, mayAsk }: OwnApplication,
  mayApply: boolean,
  timeZone: string,
) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const until = vettedUntil ? formatDay(language, vettedUntil) : "";
  const asked = last ? formatInstant(language, last.submittedAt, timeZone) : "";
  if (vetting === "invited") return [t("application.invited")];
  const own = (sentence: string) => (mayApply ? [sentence] : []);
  if (vetting === "applied")
    return [t("application.applied", { at: asked }), ...own(t("application.appliedCorrect"))];
  const renewal = [t("application.renewAsked", { at: asked }), ...own(t("application.renewCorrect"))];
  if (vetting === "expired")
    return [t("application.expired", { until }), ...(open ? renewal : own(t("application.expiredApply")))];
  if (!vettedUntil) {
    const then = open ? renewal : mayAsk ? [t("application.endToAsk")] : [];
    return [t("application.vettedForever"), ...(lone ? [t("one.endlessAlone")] : then)];
  }
  const from = new Date(Date.parse(`${vettedUntil}T00:00:00Z`) - renewalDays * 86_400_000).toISOString();
  return [
    t("application.vetted", { until }),
    ...(lone ? [t("one.endsAlone")] : []),
    ...(open
      ? renewal
      : [
          mayAsk
            ? t("application.renewNow")
            : t("application.renewFrom", { from: formatDay(language, from.slice(0, 10)) }),
        ]),
  ];
}
