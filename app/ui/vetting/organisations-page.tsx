import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ListFilters } from "~/domain/vetting/narrow-list";
import type { OrganisationLine } from "~/domain/vetting/organisation-list.server";
import { vettingStates } from "~/domain/vetting/vetting";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { usePlaceName } from "~/ui/place/use-place-name";
import { Table } from "~/ui/table/table";
import { CoverWords } from "./cover-words";
import { Endings } from "./endings";
import { VettingMark } from "./vetting-mark";
import { WaitingList } from "./waiting-list";

type Props = {
  organisations: OrganisationLine[];
  found: OrganisationLine[];
  filters: ListFilters;
  mayInvite: boolean;
  officer: boolean;
  timeZone: string;
  today: string;
};

export function OrganisationsPage({
  organisations,
  found,
  filters,
  mayInvite,
  officer,
  timeZone,
  today,
}: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { country } = usePlaceName();
  const countries = [...new Set(organisations.map(({ jurisdiction }) => jurisdiction))].sort();
  const kinds = [...new Set(organisations.map(({ kind }) => kind))];
  return (
    <article className="desk vetting">
      <h1>{t("list.title")}</h1>
      <p>{t("list.lead")}</p>
      <p className="desk-acts">
        {mayInvite && (
          <LinkButton weight="first" to={paths.organisationInvitation(language)}>
            {t("list.invite")}
          </LinkButton>
        )}
        <LinkButton weight="quiet" to={paths.vettingPeriod(language)}>
          {t("list.settings")}
        </LinkButton>
      </p>
      {officer && <WaitingList organisations={organisations} timeZone={timeZone} />}
      <Endings organisations={organisations} today={today} />
      <section aria-labelledby="all">
        <h2 id="all">{t("list.all")}</h2>
        <Form method="get" action={paths.organisations(language)} className="vetting-filters" role="search">
          <TextField name="q" type="search" label={t("list.find")} defaultValue={filters.q} />
          <Select
            name="state"
            label={t("column.state")}
            none={t("list.everyState")}
            defaultValue={filters.state}
            options={vettingStates.map((value) => ({ value, name: t(`state.${value}`) }))}
          />
          <Select
            name="country"
            label={t("column.country")}
            none={t("list.everyCountry")}
            defaultValue={filters.country}
            options={countries.map((value) => ({ value, name: country(value) }))}
          />
          <Select
            name="kind"
            label={t("column.kind")}
            none={t("list.everyKind")}
            defaultValue={filters.kind}
            options={kinds.map((value) => ({ value, name: t(`kind.${value}`) }))}
          />
          <Button type="submit">{t("list.findGo")}</Button>
        </Form>
        {found.length === 0 ? (
          <EmptyState heading={t("list.none")}>
            <p>
              {t("list.noneNext")} <Link to={paths.organisations(language)}>{t("list.clear")}</Link>
            </p>
          </EmptyState>
        ) : (
          <OrganisationTable found={found} today={today} />
        )}
      </section>
    </article>
  );
}

function OrganisationTable({ found, today }: Pick<Props, "found" | "today">) {
  const { t } = useTranslation("vetting");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { country } = usePlaceName();
  return (
    <Table
      caption={t("list.count", { count: found.length })}
      rows={found}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "organisation",
          head: t("column.organisation"),
          rowHead: true,
          cell: ({ id, shortName, name }) => (
            <>
              <Link to={paths.organisation(language, id)}>{shortName}</Link>
              <br />
              <span className="quiet">{name[language] || name.es || name.en}</span>
            </>
          ),
        },
        {
          id: "kind",
          head: t("column.kind"),
          cell: ({ kind, sector }) => (
            <>
              {t(`kind.${kind}`)}
              {sector && (
                <>
                  <br />
                  <span className="quiet">{term(`sector.${sector}` as "sector.bank")}</span>
                </>
              )}
            </>
          ),
        },
        {
          id: "country",
          head: t("column.country"),
          cell: ({ jurisdiction }) => country(jurisdiction),
        },
        { id: "state", head: t("column.state"), cell: ({ vetting }) => <VettingMark state={vetting} /> },
        {
          id: "until",
          head: t("column.until"),
          cell: ({ vetting, vettedUntil }) =>
            vettedUntil ? formatDay(language, vettedUntil) : vetting === "vetted" ? t("noUntil") : "",
        },
        {
          id: "cover",
          head: t("column.cover"),
          cell: ({ kind, cover }) => kind === "institution" && <CoverWords cover={cover} today={today} />,
        },
      ]}
    />
  );
}
