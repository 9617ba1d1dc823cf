import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { useDesk } from "./desk-context";
import { moveAfter } from "./edits";

type Entry = { id: string; label: string; text: string; path: string };

/** Sections and red flags in their order: press one to go to it, drag it (or take its handle with the keyboard) to move it. */
export function Outline() {
  const { t } = useTranslation("desk");
  const { shown } = useDesk();
  const language = useLanguage();
  const { sections, redFlags } = shown.content;
  return (
    <>
      <OrderList
        list="sections"
        name={t("parts.sections")}
        entries={sections.map((section, i) => ({
          id: section.id,
          label: `§${i + 1}`,
          text: section.heading[language] || section.heading.es || section.heading.en,
          path: `sections/${section.id}/heading`,
        }))}
      />
      <OrderList
        list="redFlags"
        name={t("parts.redFlags")}
        entries={redFlags.map((flag) => ({
          id: flag.id,
          label: `RF-${String(flag.n).padStart(2, "0")}`,
          text: flag.text[language] || flag.text.es || flag.text.en,
          path: `redFlags/${flag.id}/text`,
        }))}
      />
    </>
  );
}

function OrderList({ list, name, entries }: { list: string; name: string; entries: Entry[] }) {
  const { t } = useTranslation("desk");
  const { keeper, editable, reveal } = useDesk();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder({ keys, target }) {
      const moving = [...keys].map(String);
      const rest = entries.filter(({ id }) => !moving.includes(id));
      const at = rest.findIndex(({ id }) => id === target.key);
      let after = target.dropPosition === "after" ? (rest[at]?.id ?? null) : (rest[at - 1]?.id ?? null);
      for (const id of moving) {
        moveAfter(keeper, `${list}/${id}`, after);
        after = id;
      }
    },
  });
  if (entries.length === 0) return null;
  return (
    <div className="order needs-script">
      <p className="label">{name}</p>
      <GridList
        // The list calls other hooks with dragging than without: it cannot change its mind while it stands.
        key={String(editable)}
        aria-label={t("outline.order", { name })}
        className="order-list"
        items={entries}
        {...(editable && { dragAndDropHooks })}
        onAction={(key) => {
          const entry = entries.find(({ id }) => id === key);
          if (entry) reveal(entry.path);
        }}
      >
        {({ id, label, text }) => (
          <GridListItem id={id} textValue={`${label} ${text}`} className="order-entry">
            {editable && (
              <AriaButton slot="drag" className="drag-handle" aria-label={t("outline.move", { name: label })}>
                <svg viewBox="0 0 8 16" aria-hidden="true" focusable="false">
                  <path d="M2 4h.01M6 4h.01M2 8h.01M6 8h.01M2 12h.01M6 12h.01" />
                </svg>
              </AriaButton>
            )}
            <span className="number">{label}</span> <span className="order-text">{text}</span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
