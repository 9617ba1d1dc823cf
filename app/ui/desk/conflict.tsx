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

/** Two people wrote one piece of a draft. */
export function Conflict(props: Props) {
  return <TextConflict {...props} keeper={useDesk().keeper} />;
}

type WithKeeper = Props & {
  keeper: {
    keepMine(path: string): void;
    takeTheirs(path: string): void;
    set(path: string, before: unknown, after: unknown): void;
  };
  /** How a value is called that is no text. */
  say?: (value: string) => string;
};

/** Two people wrote the same words: both texts, and three ways out. What stands in the field can be edited into a third. */
export function TextConflict({ path, name, language, held, keeper, say = String }: WithKeeper) {
  const { t } = useTranslation("desk");
  const theirs = say(asText(held.theirs));
  const mine = say(asText(held.mine));
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
      <p className="conflict-acts needs-script">
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
      <p className="hint needs-script">{t(language ? "conflict.hint" : "conflict.hintValue")}</p>
    </fieldset>
  );
}

const asText = (value: unknown) =>
  typeof value === "string" ? value : (JSON.stringify(value, null, 1) ?? "");
