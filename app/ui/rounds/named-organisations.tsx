import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Choices } from "~/ui/field/choices";
import { usePlaceName } from "~/ui/place/use-place-name";

export type KnownOrganisation = { id: string; shortName: string; jurisdiction: string };
type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  known: KnownOrganisation[];
  chosen: readonly string[];
};

/** Organisations picked one by one: those that are picked are said, and the long list stays folded, by country. */
export function NamedOrganisations({ name, label, hint, known, chosen }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { country } = usePlaceName();
  const [picked, setPicked] = useState(() => new Set(chosen));
  const names = known.filter(({ id }) => picked.has(id)).map(({ shortName }) => shortName);
  const pick = (id: string, on: boolean) => {
    setPicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  };
  return (
    <details className="named-organisations">
      <summary>
        {label}: {names.length > 0 ? formatList(language, names) : t("plan.noneByName")}
      </summary>
      {hint && <p className="hint">{hint}</p>}
      {[...new Set(known.map(({ jurisdiction }) => jurisdiction))].sort().map((jurisdiction) => (
        <Choices
          key={jurisdiction}
          kind="several"
          name={name}
          label={country(jurisdiction)}
          chosen={[...picked]}
          onChoose={pick}
          choices={known
            .filter((one) => one.jurisdiction === jurisdiction)
            .map(({ id, shortName }) => ({ value: id, name: shortName }))}
        />
      ))}
    </details>
  );
}
