import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { rulesOf } from "~/domain/roundtables/attribution";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import { formatDate, formatList, formatSpan } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Facts } from "~/ui/table/facts";
import { RoundtableStateMark } from "./roundtable-state-mark";

/** When, where and by which rules; on the session's own clock, and on the reader's where that is another. */
export function SessionFacts({ session, timeZone }: { session: FoundRoundtable; timeZone: string }) {
  const { t } = useTranslation("roundtables");
  const { t: kept } = useTranslation("vaults");
  const { t: notes } = useTranslation("minutes");
  const { t: summary } = useTranslation("summaries");
  const { t: proposals } = useTranslation("proposals");
  const language = useLanguage();
  const rules = rulesOf(session.agenda);
  const { agenda, place, startsAt, endsAt } = session;
  const span = (zone: string) => formatSpan(language, startsAt, endsAt, zone);
  const there = span(session.timeZone);
  const here = span(timeZone);
  const convenes = session.parts.length > 0;
  const afterwards = ["open", "over", "sealed"].includes(session.state);
  return (
    <Facts
      across
      facts={[
        { name: t("list.state"), value: <RoundtableStateMark state={session.state} /> },
        { name: t("list.when"), value: there === here ? there : [there, t("time.yours", { span: here })] },
        {
          name: t(`place.${place.form}`),
          value:
            place.where === "" ? (
              <span className="quiet">{t("place.none")}</span>
            ) : place.form === "video" ? (
              <a href={place.where} rel="noreferrer">
                {place.where}
              </a>
            ) : (
              place.where
            ),
        },
        {
          name: t("convenedBy"),
          value: formatList(
            language,
            session.authorities.map(({ shortName }) => shortName),
          ),
        },
        {
          name: t("agenda.tlp"),
          value: [<TlpMark key="label" label={agenda.tlp} />, t(`tlp.${agenda.tlp}`)],
        },
        agenda.community[language] !== "" && {
          name: t("agenda.communityName"),
          value: agenda.community[language],
        },
        {
          name: kept("keptUntil"),
          value: [
            formatDate(language, session.purgeAt, session.timeZone),
            <Link key="record" to={paths.roundtableRecord(language, session.id)}>
              {kept("open")}
            </Link>,
          ],
        },
        afterwards && {
          name: t("afterwards"),
          value: [
            <Link key="minutes" to={paths.roundtableMinutes(language, session.id)}>
              {notes("open")}
            </Link>,
            <Link key="summary" to={paths.roundtableSummary(language, session.id)}>
              {summary("own.open")}
            </Link>,
            ...(convenes
              ? [
                  <Link key="proposals" to={paths.roundtableProposals(language, session.id)}>
                    {proposals("room.open")}
                  </Link>,
                ]
              : []),
          ],
        },
        {
          name: t("agenda.rule"),
          value: t(agenda.chathamHouse ? "agenda.ruleOn" : "agenda.ruleOff"),
        },
        { name: t("modes.label"), value: rules.modes.map((mode) => t(`modes.${mode}`)) },
        { name: t("presence.label"), value: t(`presence.${rules.presence}`) },
      ]}
    />
  );
}
