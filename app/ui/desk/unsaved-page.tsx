import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { languageOfPath } from "~/domain/drafts/draft-paths";
import { localeOf } from "~/i18n/language";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { Notice } from "~/ui/notice/notice";
import { usePieceNameIn } from "./piece-name";

type Props = {
  back: string;
  unsaved: {
    content: AdvisoryContent;
    conflicts: { path: string; kind: "changed" | "removed"; theirs?: unknown; mine?: unknown }[];
    refusals: { path: string; reason: string; mine?: unknown }[];
  };
};

/** What could not be kept of a form sent without scripts: each text whole, to be settled here and sent again. */
export function UnsavedPage({ unsaved: { content, conflicts, refusals }, back }: Props) {
  const { t } = useTranslation("desk");
  const nameOf = useNameIn(content);
  const sentence = useRefusal();
  const gone = conflicts.filter(({ kind }) => kind === "removed");
  const changed = conflicts.filter(({ kind }) => kind === "changed");
  const canBeSent = [...refusals, ...changed].some(isText);
  return (
    <section className="unsaved" aria-labelledby="unsaved">
      <h2 id="unsaved">{t("unsaved.title")}</h2>
      <p>{t("unsaved.lead")}</p>
      <Form method="post">
        {/* What it now says: an edit sent from here is made in full sight of it. */}
        <input type="hidden" name="was" value={JSON.stringify(content)} />
        {refusals.map((one) => (
          <Notice key={one.path} tone="stopped" heading={nameOf(one.path)}>
            {!isText(one) && <p>{sentence(one.reason)}</p>}
            <Mine {...one} error={sentence(one.reason)} />
          </Notice>
        ))}
        {changed.map((one) => (
          <Notice key={one.path} tone="caution" heading={nameOf(one.path)}>
            <Words name={t("unsaved.theirs")} path={one.path} value={one.theirs} />
            <Mine {...one} />
          </Notice>
        ))}
        {gone.map(({ path, mine }) => (
          <Notice key={path} tone="caution" heading={nameOf(path)}>
            <p>{t("unsaved.gone")}</p>
            <Words name={t("unsaved.mine")} path={path} value={mine} />
          </Notice>
        ))}
        <p className="desk-acts">
          {canBeSent && (
            <Button type="submit" weight="first">
              {t("unsaved.save")}
            </Button>
          )}
          <Link to={back}>{t("backToDraft")}</Link>
        </p>
      </Form>
    </section>
  );
}

type Typed = { path: string; mine?: unknown };

/** A piece of text, which can be settled in a field; other values are chosen where they stand in the draft. */
const isText = ({ path, mine }: Typed) => languageOfPath(path) !== undefined && typeof mine === "string";

const withoutLanguage = (path: string) => path.replace(/\/(?:es|en)$/, "");

function useNameIn(content: AdvisoryContent) {
  const { t } = useTranslation("desk");
  const nameOf = usePieceNameIn(content);
  return (path: string) => {
    const language = languageOfPath(path);
    const name = nameOf(withoutLanguage(path));
    return language ? t("inLanguage", { name, language: t(`language.${language}`) }) : name;
  };
}

function Mine({ path, mine, error }: Typed & { error?: string }) {
  const { t } = useTranslation("desk");
  const language = languageOfPath(path);
  if (!isText({ path, mine })) return <Words name={t("unsaved.mine")} path={path} value={mine} />;
  return (
    <TextArea
      id={path}
      name={path}
      lang={language && localeOf(language)}
      label={t("unsaved.mine")}
      defaultValue={String(mine)}
      rows={4}
      error={error}
    />
  );
}

/** A text as it is; the words of a list of values one after the other. */
function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join("; ");
  if (typeof value !== "object" || value === null) return typeof value === "string" ? value : "";
  return Object.values(value).map(wordsIn).filter(Boolean).join(", ");
}

function Words({ name, path, value }: { name: string; path: string; value: unknown }) {
  const language = languageOfPath(path);
  if (value === undefined || value === null || value === "") return null;
  return (
    <>
      <p className="label">{name}</p>
      <blockquote lang={language && localeOf(language)}>{wordsIn(value)}</blockquote>
    </>
  );
}
