import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import { mostOptions, pollKinds } from "~/domain/floor/floor";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { localeOf } from "~/i18n/language";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { useIsClient } from "~/ui/page/use-is-client";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  items: { value: string; name: string }[];
  item: string | undefined;
  typed?: TypedSession;
  refusal: Refusal | undefined;
};

const suffix = { es: "Es", en: "En" } as const;
const all = Array.from({ length: mostOptions }, (_, n) => n);
const fewest = 2;

/** Which refusals stand at a field of their own. */
export const isPollRefusal = (reason: string) =>
  ["choose_poll_kind", "poll_options", "poll_incomplete", "languages_differ"].includes(reason);

/** What is asked in both languages, and what can be answered; without scripts there are as many options as can be. */
export function PollFields({ items, item, typed, refusal }: Props) {
  const { t } = useTranslation("floor");
  const sentence = useRefusal();
  const isClient = useIsClient();
  const id = useId();
  const rows = useRows();
  const shown = isClient && !typed ? rows.shown : all;
  const atOptions = refusal && isPollRefusal(refusal.reason) && refusal.reason !== "choose_poll_kind";
  const pair = (name: string, label: (language: "es" | "en") => string, fieldId?: string) => (
    <div className="both-languages">
      {languages.map((language) => {
        const field = `${name}${suffix[language]}`;
        return (
          <ScreenedTextField
            key={language}
            id={fieldId && `${fieldId}-${language}`}
            name={field}
            lang={localeOf(language)}
            label={label(language)}
            defaultValue={typed?.[field]}
            hint={false}
            maxLength={500}
            autoComplete="off"
            found={foundAt(refusal, field)}
          />
        );
      })}
    </div>
  );
  return (
    <>
      <p className="hint">{t("chair.poll.means")}</p>
      <Select name="item" label={t("chair.poll.item")} options={items} defaultValue={typed?.item ?? item} />
      <Choices
        kind="one"
        column
        name="kind"
        label={t("chair.poll.kind")}
        chosen={[typed?.kind ?? "single"]}
        error={refusal?.reason === "choose_poll_kind" ? sentence(refusal.reason) : undefined}
        choices={pollKinds.map((kind) => ({
          value: kind,
          name: t(`chair.poll.${kind}`),
          hint: kind === "scale" ? t("chair.poll.scaleHint") : undefined,
        }))}
      />
      {pair("question", (language) => t(`chair.poll.question.${language}`))}
      <fieldset
        className="poll-options"
        aria-describedby={`${id}-hint`}
        aria-invalid={atOptions ? true : undefined}
      >
        <legend>{t("chair.poll.options")}</legend>
        <p className="hint" id={`${id}-hint`}>
          {t("chair.poll.optionsHint", { most: mostOptions })}
        </p>
        <ol>
          {shown.map((key, n) => (
            <li key={key}>
              <div className="poll-option-head">
                <p className="label">{t("chair.poll.optionN", { n: n + 1 })}</p>
                {isClient && !typed && shown.length > fewest && (
                  <Button
                    size="small"
                    weight="quiet"
                    aria-label={t("chair.poll.remove", { n: n + 1 })}
                    onClick={() => rows.remove(id, key)}
                  >
                    {t("chair.poll.removeAct")}
                  </Button>
                )}
              </div>
              {pair(`option.${n}.`, (language) => t(`chair.poll.option.${language}`), rows.fieldId(id, key))}
            </li>
          ))}
        </ol>
        {isClient && !typed && shown.length < mostOptions && (
          <Button size="small" id={`${id}-add`} onClick={() => rows.add(id)}>
            {t("chair.poll.add")}
          </Button>
        )}
      </fieldset>
      {atOptions && (
        <div className="field">
          <p className="wrong" role="status">
            <span>{sentence(refusal.reason, refusal.facts)}</span>
          </p>
        </div>
      )}
    </>
  );
}

/** The rows of options while scripts run; the cursor goes to what was added, and after a removal to the way to add. */
function useRows() {
  const [shown, setShown] = useState(() => all.slice(0, fewest));
  const next = useRef(mostOptions);
  const goTo = useRef<string>();
  useEffect(() => {
    if (goTo.current) document.getElementById(goTo.current)?.focus();
    goTo.current = undefined;
  });
  const fieldId = (id: string, key: number) => `${id}-option-${key}`;
  return {
    shown,
    fieldId,
    add(id: string) {
      const key = next.current++;
      goTo.current = `${fieldId(id, key)}-es`;
      setShown((before) => [...before, key]);
    },
    remove(id: string, key: number) {
      goTo.current = `${id}-add`;
      setShown((before) => before.filter((one) => one !== key));
    },
  };
}
