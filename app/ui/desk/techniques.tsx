import { type RefObject, useEffect, useRef, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TextField } from "~/ui/field/text-field";
import { IconActButton } from "./act-button";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";

type Technique = { externalId: string; name: string };
const fewestLetters = 2;

/** AMLTRIX techniques of a red flag, found by id or by words of the name. */
export function Techniques({
  path,
  value,
  label,
}: {
  path: string;
  value: readonly string[];
  label: string;
}) {
  const { t } = useTranslation("desk");
  const { keeper, editable } = useDesk();
  const [query, setQuery] = useState("");
  const choosing = useRef(false);
  const { found, answered } = useTechniques(query, choosing);
  return (
    <fieldset className="tags" aria-label={label}>
      {value.length > 0 && (
        <ul className="tag-list">
          {value.map((id, i) => (
            <li key={id}>
              {id}
              {editable && (
                <IconActButton
                  name={t("items.remove", { name: id })}
                  act={{ kind: "drop", path, at: i }}
                  onAct={() =>
                    keeper.set(
                      path,
                      value,
                      value.filter((other) => other !== id),
                    )
                  }
                >
                  ×
                </IconActButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <noscript>
          <TextField name={`+${path}`} form={deskForm} label={t("techniques.ids", { label })} />
        </noscript>
      )}
      {editable && (
        <ComboBox
          className="combobox field needs-script"
          items={found.filter(({ externalId }) => !value.includes(externalId))}
          inputValue={query}
          onInputChange={(typed) => {
            choosing.current = false;
            setQuery(typed);
          }}
          selectedKey={null}
          onSelectionChange={(key) => {
            // The list also closes, choosing nothing, when the page moves under it: what is being typed stays then.
            if (key === null) return;
            keeper.set(path, value, [...value, String(key)]);
            setQuery("");
          }}
          // Words that stayed would open the list again at once; and without words there is no list, however late it is emptied.
          onKeyDown={({ key }) => {
            if (key === "Escape" || key === "Tab") setQuery("");
            if (key === "ArrowDown" || key === "ArrowUp") choosing.current = found.length > 0;
          }}
          onBlur={() => setQuery("")}
          allowsEmptyCollection={query.trim().length >= fewestLetters}
          menuTrigger="input"
        >
          <Label>{t("techniques.search", { label })}</Label>
          <Input className="input" placeholder={t("techniques.placeholder")} />
          <Popover className="popover">
            <ListBox
              className="options"
              renderEmptyState={() => (
                <p className="hint">{t(answered ? "techniques.none" : "techniques.searching")}</p>
              )}
            >
              {(technique: Technique) => (
                <ListBoxItem
                  id={technique.externalId}
                  textValue={`${technique.externalId} ${technique.name}`}
                >
                  <strong className="number">{technique.externalId}</strong>{" "}
                  <span lang="en">{technique.name}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </fieldset>
  );
}

/** `choosing`: somebody goes through the list; a later answer does not take it from under them. */
function useTechniques(
  query: string,
  choosing: RefObject<boolean>,
): { found: Technique[]; answered: boolean } {
  const language = useLanguage();
  const [answer, setAnswer] = useState<{ to: string; found: Technique[] }>({ to: "", found: [] });
  useEffect(() => {
    if (query.trim().length < fewestLetters) {
      setAnswer({ to: "", found: [] });
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(() => {
      fetch(paths.deskTechniques(language, query), { signal: gone.signal })
        .then((response) => (response.ok ? response.json() : []))
        .then((found) => !choosing.current && setAnswer({ to: query, found }))
        .catch(() => {});
    }, 200);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [query, language, choosing]);
  return { found: answer.found, answered: answer.to !== "" };
}
