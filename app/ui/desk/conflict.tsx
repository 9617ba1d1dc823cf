import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { localeOf } from "~/i18n/language";
import { Button } from "~/ui/action/button";
import { SideBySide } from "~/ui/diff/side-by-side";
import { useDesk } from "./desk-context";
import type { Held } from "./kept-edits";

type Props = { path: string; name: string; language?: Language; held: Held };

/** Two people wrote the same words: both texts, and three ways out. What stands in the field can be edited into a third. */
export function Conflict({ path, name, language, held }: Props) {
  const { keeper } = useDesk();
  const { t } = useTranslation("desk");
  const theirs = asText(held.theirs);
  const mine = asText(held.mine);
  const changes = useMemo(
    () =>
      diffWordsWithSpace(theirs, mine).map(({ value, added, removed }) => ({
        kind: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
        text: value,
      })),
    [theirs, mine],
  );
  return (
    <fieldset className="conflict" aria-label={t("conflict.name", { name })}>
      <p role="status" className="conflict-sentence">
        {t("conflict.sentence")}
      </p>
      <SideBySide
        before={t("conflict.theirs")}
        after={t("conflict.mine")}
        changes={changes}
        lang={language ? localeOf(language) : ""}
      />
      <p className="conflict-acts">
        <Button size="small" onClick={() => keeper.keepMine(path)}>
          {t("conflict.keepMine")}
        </Button>
        <Button size="small" onClick={() => keeper.takeTheirs(path)}>
          {t("conflict.takeTheirs")}
        </Button>
        {language && (
          <Button size="small" onClick={() => keeper.set(path, held.theirs, `${mine}\n\n${theirs}`)}>
            {t("conflict.both")}
          </Button>
        )}
      </p>
      <p className="hint">{t(language ? "conflict.hint" : "conflict.hintValue")}</p>
    </fieldset>
  );
}

const asText = (value: unknown) =>
  typeof value === "string" ? value : (JSON.stringify(value, null, 1) ?? "");
