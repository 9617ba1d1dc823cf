import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { advisoryTypes } from "~/domain/advisories/advisory.form";
import { isSeries, type NumberSeries, numberOf } from "~/domain/advisories/number-pattern";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { Notice } from "~/ui/notice/notice";
import { Table } from "~/ui/table/table";

type Props = {
  series: NumberSeries;
  usual: Record<string, string>;
  mayChange: boolean;
  year: number;
  saved: boolean;
  answer: { refusal?: Refusal; typed?: Record<string, string> | undefined } | undefined;
};

/** By which series an authority numbers each type of document, with the number that each gives first. */
export function NumberingPage({ series, usual, mayChange, year, saved, answer }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const sentence = useRefusal();
  const { refusal, typed } = answer ?? {};
  const wrong = typeof refusal?.facts.type === "string" ? refusal.facts.type : undefined;
  const isNew = Object.keys(series).length === 0;
  return (
    <article className="desk">
      <h1>{t("numbering.title")}</h1>
      <div className="form">
        <p>{t("numbering.lead")}</p>
        {isNew && <p>{t(mayChange ? "numbering.none" : "numbering.noneYet")}</p>}
        {!mayChange && <p>{t("numbering.onlyAdministrators")}</p>}
      </div>
      {saved && !refusal && (
        <Notice live>
          <p>{t("numbering.saved")}</p>
        </Notice>
      )}
      {mayChange ? (
        <Form method="post" className="form">
          {!wrong && <RefusalNotice refusal={refusal} />}
          {advisoryTypes.map((type) => {
            const pattern = typed?.[type] ?? (isNew ? usual[type] : series[type]) ?? "";
            return (
              <TextField
                key={type}
                id={type}
                name={type}
                label={term(`type.${type}`)}
                hint={
                  isSeries(pattern)
                    ? t("numbering.first", { year: String(year), number: numberOf(pattern, year, 1) })
                    : undefined
                }
                error={wrong === type && refusal && sentence(refusal.reason, typeWords(refusal, term))}
                defaultValue={pattern}
                autoComplete="off"
                spellCheck={false}
                maxLength={80}
              />
            );
          })}
          <p>
            <Button type="submit" weight="first">
              {t("numbering.set")}
            </Button>
          </p>
        </Form>
      ) : (
        !isNew && <SeriesTable series={series} year={year} />
      )}
      <p>
        <Link to={paths.desk(language)}>{t("list.title")}</Link>
      </p>
    </article>
  );
}

function SeriesTable({ series, year }: Pick<Props, "series" | "year">) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const example = (pattern = "") => (isSeries(pattern) ? numberOf(pattern, year, 1) : t("numbering.byHand"));
  return (
    <Table
      caption={t("numbering.title")}
      quietCaption
      rows={advisoryTypes.map((type) => ({ type, pattern: series[type] }))}
      rowKey={({ type }) => type}
      columns={[
        { id: "type", head: t("numbering.type"), rowHead: true, cell: ({ type }) => term(`type.${type}`) },
        { id: "series", head: t("numbering.series"), cell: ({ pattern }) => <code>{pattern || "—"}</code> },
        {
          id: "first",
          head: t("numbering.firstHead", { year: String(year) }),
          cell: ({ pattern }) => example(pattern),
        },
      ]}
    />
  );
}

/** The other type in the words of the reader. */
const typeWords = ({ facts }: Refusal, term: (key: `type.${(typeof advisoryTypes)[number]}`) => string) => {
  const other = advisoryTypes.find((type) => type === facts.other);
  return other ? { ...facts, other: term(`type.${other}`) } : facts;
};
