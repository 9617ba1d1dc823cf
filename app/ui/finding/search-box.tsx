import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import type { Chosen } from "./chosen";

type Props = { label: string; hint: string; submit: string; q?: string; keep?: Chosen; wrong?: string };

/** A plain GET form: what is narrowed already stays narrowed. */
export function SearchBox({ label, hint, submit, q = "", keep = {}, wrong }: Props) {
  const language = useLanguage();
  const { t } = useTranslation("reading");
  return (
    <search className="search-box">
      <form action={paths.advisories(language)}>
        <label htmlFor="q">{label}</label>
        <div className="search-line">
          <input
            key={q}
            id="q"
            name="q"
            type="search"
            className="input"
            defaultValue={q}
            autoComplete="off"
            aria-describedby={wrong ? "q-wrong q-hint" : "q-hint"}
            aria-invalid={wrong ? true : undefined}
          />
          <Button type="submit" weight="first">
            {submit}
          </Button>
        </div>
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {wrong && (
          <p className="wrong" id="q-wrong" role="alert">
            <span>
              {t("list.refusedTitle")}. {wrong}
            </span>
          </p>
        )}
        <p className="hint" id="q-hint">
          {hint}
        </p>
      </form>
    </search>
  );
}
