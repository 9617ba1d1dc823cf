import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReleaseEntry } from "~/domain/releases/releases.server";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { EmptyState } from "~/ui/notice/empty-state";
import { RoundSubject } from "~/ui/rounds/round-subject";
import { Table } from "~/ui/table/table";
import { useFigureWords } from "./use-figure-words";

type Choice = { value: string; name: { es: string; en: string } };
export type Filters = { authority: string; typology: string; year: string };
type Props = {
  found: ReleaseEntry["round"][];
  /** How many there are unfiltered, and what they can be filtered by. */
  all: number;
  choices: Record<keyof Filters, Choice[]>;
  filters: Filters;
  timeZone: string;
  /** Whether this reader is told what moved between releases. */
  readsSignals: boolean;
};

/** The statistics that this reader may read, the newest first. */
export function ReleaseList({ found, all, choices, filters, timeZone, readsSignals }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { number } = useFigureWords();
  return (
    <article className="releases">
      <h1>{t("list.title")}</h1>
      <p className="lead">{t("list.lead")}</p>
      {readsSignals && (
        <p className="ways">
          <Link to={paths.signals(language)}>{t("list.toSignals")}</Link>
        </p>
      )}
      {all === 0 ? (
        <EmptyState heading={t("list.none")}>
          <p>{t("list.noneNext")}</p>
        </EmptyState>
      ) : (
        <>
          <Narrowing choices={choices} filters={filters} />
          {found.length === 0 ? (
            <EmptyState heading={t("list.noneFound")}>
              <p>
                <Link to={paths.releases(language)}>{t("list.clear")}</Link>
              </p>
            </EmptyState>
          ) : (
            <>
              <p className="quiet" role="status">
                {t("list.found", { count: found.length })}
              </p>
              <Table
                caption={t("list.title")}
                quietCaption
                rows={found}
                rowKey={({ id }) => id}
                columns={[
                  {
                    id: "title",
                    head: t("list.release"),
                    rowHead: true,
                    cell: (round) => (
                      <>
                        <Link to={paths.release(language, round.id)}>
                          {round.title[language] || round.title.es || round.title.en}
                        </Link>
                        <span className="row-about">
                          <RoundSubject round={round} />
                        </span>
                      </>
                    ),
                  },
                  { id: "authority", head: t("list.authority"), cell: ({ authority }) => authority },
                  {
                    id: "closed",
                    head: t("list.closed"),
                    cell: ({ closesAt }) => formatDate(language, closesAt, timeZone),
                  },
                  {
                    id: "answered",
                    head: t("list.answered"),
                    number: true,
                    cell: ({ answered }) => number(answered),
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </article>
  );
}

function Narrowing({ choices, filters }: Pick<Props, "choices" | "filters">) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const options = (name: keyof Filters) =>
    choices[name].map(({ value, name: words }) => ({ value, name: words[language] || value }));
  return (
    <Form method="get" action={paths.releases(language)} className="narrowing" aria-label={t("list.filters")}>
      <Select
        name="authority"
        label={t("list.authority")}
        options={options("authority")}
        defaultValue={filters.authority}
        none={t("list.anyAuthority")}
      />
      <Select
        name="typology"
        label={t("list.typology")}
        options={options("typology")}
        defaultValue={filters.typology}
        none={t("list.anyTypology")}
      />
      <Select
        name="year"
        label={t("list.year")}
        options={options("year")}
        defaultValue={filters.year}
        none={t("list.anyYear")}
      />
      <Button type="submit">{t("list.apply")}</Button>
    </Form>
  );
}
