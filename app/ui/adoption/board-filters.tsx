import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { itemMarks } from "~/domain/adoption/adoption";
import type { Board } from "~/domain/adoption/boards.server";
import { dueFilters, type BoardFilters as Filters, stateFilters } from "~/domain/adoption/narrow-board";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";

type Props = { number: string; filters: Filters; owners: Board["owners"] };

export function BoardFilters({ number, filters, owners }: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const all = t("filter.all");
  return (
    <Form
      // Chosen anew when the address says otherwise.
      key={Object.values(filters).join()}
      method="get"
      action={paths.board(language, number)}
      className="board-filters"
      role="search"
      aria-label={t("filter.label")}
    >
      <Select
        name="state"
        label={t("field.state")}
        none={all}
        defaultValue={filters.state}
        options={stateFilters.map((value) => ({
          value,
          name: value === "decided" ? t("filter.decided") : t(`state.${value}`),
        }))}
      />
      <Select
        name="owner"
        label={t("field.owner")}
        none={all}
        defaultValue={filters.owner}
        options={[
          { value: "me", name: t("filter.me") },
          { value: "none", name: t("nobody") },
          ...owners.map(({ id, name }) => ({ value: id, name })),
        ]}
      />
      <Select
        name="due"
        label={t("field.dueOn")}
        none={all}
        defaultValue={filters.due}
        options={dueFilters.map((value) => ({ value, name: t(`filter.due.${value}`) }))}
      />
      <Select
        name="mark"
        label={t("filter.mark")}
        none={all}
        defaultValue={filters.mark}
        options={itemMarks.map((value) => ({ value, name: t(`mark.${value}`) }))}
      />
      <p className="toolbar">
        <Button type="submit">{t("filter.go")}</Button>
        {Object.values(filters).some(Boolean) && (
          <Link to={paths.board(language, number)}>{t("filter.clear")}</Link>
        )}
      </p>
    </Form>
  );
}
