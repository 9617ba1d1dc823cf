import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OccasionKind } from "~/domain/calendar/occasion";
import { formatDay, formatInstant, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MadeSecret } from "~/ui/auth/made-secret";
import { OwnTabs } from "~/ui/auth/own-tabs";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { type Address, AddressForm, AddressTable, type MakingAnswer } from "./addresses";

type Dated = {
  who: string | null;
  uid: string;
  when: { day: string } | { at: Date };
  title: string;
  text: string;
  path: string;
};
type Props = {
  dates: Dated[];
  kinds: OccasionKind[];
  addresses: Address[];
  timeZone: string;
  made: string | undefined;
  answer: MakingAnswer;
};

export function CalendarPage({ dates, kinds, addresses, timeZone, made, answer }: Props) {
  const { t } = useTranslation("calendar");
  return (
    <article className="own-page">
      <h1>{t("title")}</h1>
      <OwnTabs current="calendar" />
      <p>{t("lead")}</p>
      <p>{t("careful")}</p>
      {made && (
        <MadeSecret heading={t("made")} secret={made} copy={t("copy")}>
          <p>{t("how")}</p>
        </MadeSecret>
      )}
      <section aria-labelledby="own-dates">
        <h2 id="own-dates">{t("upcoming")}</h2>
        {dates.length === 0 ? <NoDates kinds={kinds} /> : <DateTable dates={dates} timeZone={timeZone} />}
      </section>
      <section aria-labelledby="own-addresses">
        <h2 id="own-addresses">{t("yours")}</h2>
        {addresses.length === 0 ? (
          <EmptyState heading={t("none")}>
            <p>{t("noneNext")}</p>
          </EmptyState>
        ) : (
          <AddressTable addresses={addresses} timeZone={timeZone} revocation={paths.calendarRevocation} />
        )}
      </section>
      <section aria-labelledby="new-address">
        <h2 id="new-address">{t("makeTitle")}</h2>
        <AddressForm hint={t("nameHint")} answer={answer} key={made} />
      </section>
    </article>
  );
}

function NoDates({ kinds }: Pick<Props, "kinds">) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const named = kinds.map((kind) => t(`brief.${kind}`));
  return (
    <EmptyState heading={t("nothing")}>
      {named.length > 0 && <p>{t("nothingNext", { kinds: formatList(language, named) })}</p>}
    </EmptyState>
  );
}

function DateTable({ dates, timeZone }: Pick<Props, "dates" | "timeZone">) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  return (
    <Table
      rows={dates}
      rowKey={({ uid }) => uid}
      columns={[
        {
          id: "when",
          head: t("when"),
          cell: ({ when }) =>
            "day" in when ? formatDay(language, when.day) : formatInstant(language, when.at, timeZone),
        },
        {
          id: "what",
          head: t("what"),
          rowHead: true,
          cell: ({ title, path, who }) => (
            <>
              <Link to={path}>{title}</Link> {who && <span className="aside">{who}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
