import { useTranslation } from "react-i18next";
import type { FieldChange, ListChange } from "~/domain/advisories/field-changes";
import { useFieldName } from "./field-name";
import { useValueWords } from "./value-words";

const orders = ["subOrder", "footnoteOrder"];

/** Facts that are not prose: what stood there and what stands there now. */
export function FieldChanges({ fields, lists = [] }: { fields: FieldChange[]; lists?: ListChange[] }) {
  const { t } = useTranslation("reading");
  const nameOf = useFieldName();
  const words = useValueWords();
  if (fields.length + lists.length === 0) return null;
  return (
    <dl className="facts field-changes">
      {fields.map(({ path, field, before, after }) => (
        <div key={path}>
          <dt>{nameOf(field)}</dt>
          {orders.includes(field) ? (
            <dd>{t("changes.reordered")}</dd>
          ) : (
            <dd>
              <del>{words(field, before)}</del> <ins>{words(field, after)}</ins>
            </dd>
          )}
        </div>
      ))}
      {lists.map(({ path, field, added, removed, changed, reordered }) => (
        <div key={path}>
          <dt>{nameOf(field)}</dt>
          {removed.map((item) => (
            <dd key={`- ${JSON.stringify(item)}`}>
              {t("changes.removedItems")}: <del>{words(field, item)}</del>
            </dd>
          ))}
          {added.map((item) => (
            <dd key={`+ ${JSON.stringify(item)}`}>
              {t("changes.addedItems")}: <ins>{words(field, item)}</ins>
            </dd>
          ))}
          {changed.map(({ before, after }) => (
            <dd key={JSON.stringify(after)}>
              <del>{words(field, before)}</del> <ins>{words(field, after)}</ins>
            </dd>
          ))}
          {reordered && <dd>{t("changes.reordered")}</dd>}
        </div>
      ))}
    </dl>
  );
}
