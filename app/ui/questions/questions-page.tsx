import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { QuestionItem } from "~/domain/questions/questions.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { Ages } from "./ages";
import { QuestionStateMark } from "./question-state-mark";
import { QuestionSubject } from "./question-subject";

export type Listed = Pick<
  QuestionItem,
  | "id"
  | "number"
  | "redFlag"
  | "version"
  | "language"
  | "body"
  | "askedOn"
  | "state"
  | "age"
  | "takenByName"
  | "given"
>;
const filters = ["waiting", "asked", "taken", "answered", "withdrawn"] as const;
type Props = {
  items: Listed[];
  /** Of what waits, whatever is shown. */
  ages: number[];
  staff: boolean;
  chosen: { state: string; advisory: string; redFlag: string };
  advisories: string[];
  redFlags: string[];
};

/** The authority's queue, or what an institution has asked. */
export function QuestionsPage({ items, ages, staff, chosen, advisories, redFlags }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const who = staff ? "staff" : "institution";
  const isNarrowed = Object.values(chosen).some((value) => value !== "");
  return (
    <article className="questions">
      <h1>{t("title")}</h1>
      <p className="lead">{t(`lead.${who}`)}</p>
      {staff && <Ages ages={ages} />}
      {(items.length > 0 || isNarrowed) && (
        <Form className="question-filters" action={paths.questions(language)}>
          <Select
            name="state"
            label={t("filter.state")}
            defaultValue={chosen.state}
            options={[
              { value: "", name: t("filter.all") },
              ...filters.map((value) => ({ value, name: t(`filter.${value}`) })),
            ]}
          />
          <Select
            name="advisory"
            label={t("filter.advisory")}
            defaultValue={chosen.advisory}
            options={[
              { value: "", name: t("filter.anyAdvisory") },
              ...advisories.map((value) => ({ value, name: value })),
            ]}
          />
          <Select
            name="redFlag"
            label={t("filter.redFlag")}
            defaultValue={chosen.redFlag}
            options={[
              { value: "", name: t("filter.anyRedFlag") },
              ...redFlags.map((value) => ({ value, name: value })),
            ]}
          />
          <Button type="submit">{t("filter.act")}</Button>
        </Form>
      )}
      {items.length === 0 ? (
        <EmptyState heading={t(`none.${who}`)}>
          <p>{t(isNarrowed ? "noneHow.filtered" : `noneHow.${who}`)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t("title")}
          quietCaption
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "question",
              head: t("head.question"),
              rowHead: true,
              cell: ({ id, body, language: spoken }) => (
                <Link to={paths.question(language, id)} lang={body === "" ? undefined : spoken}>
                  {body === "" ? t("noWords") : shortened(body)}
                </Link>
              ),
            },
            { id: "about", head: t("head.about"), cell: (item) => <QuestionSubject question={item} /> },
            staff
              ? {
                  id: "age",
                  head: t("head.age"),
                  cell: ({ age }: Listed) => <span className="nowrap">{t("days", { count: age })}</span>,
                }
              : {
                  id: "asked",
                  head: t("head.asked"),
                  cell: ({ askedOn }: Listed) => formatDay(language, askedOn),
                },
            {
              id: "state",
              head: t("head.state"),
              cell: ({ state, given }) => (
                <QuestionStateMark
                  state={state}
                  staff={staff}
                  answerWithdrawn={Boolean(given?.withdrawnOn)}
                />
              ),
            },
            ...(staff
              ? [
                  {
                    id: "by",
                    head: t("head.by"),
                    cell: ({ takenByName }: Listed) =>
                      takenByName ?? <span className="quiet">{t("nobody")}</span>,
                  },
                ]
              : []),
          ]}
        />
      )}
    </article>
  );
}

const shortened = (text: string) =>
  text.length > 160 ? `${text.slice(0, 150).replace(/\s+\S*$/, "")} …` : text;
