import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { useRefusal } from "~/ui/act/refusal";
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

/** What could not be kept of a form sent without scripts: each text whole, so that nothing typed is lost. */
export function UnsavedPage({ unsaved: { content, conflicts, refusals }, back }: Props) {
  const { t } = useTranslation("desk");
  const nameOf = usePieceNameIn(content);
  const sentence = useRefusal();
  return (
    <section className="unsaved" aria-labelledby="unsaved">
      <h2 id="unsaved">{t("unsaved.title")}</h2>
      <p>{t("unsaved.lead")}</p>
      {refusals.map(({ path, reason, mine }) => (
        <Notice key={path} tone="stopped" heading={nameOf(path)}>
          <p>{sentence(reason)}</p>
          <Words name={t("unsaved.mine")} value={mine} />
        </Notice>
      ))}
      {conflicts.map(({ path, kind, theirs, mine }) => (
        <Notice key={path} tone="stopped" heading={nameOf(path)}>
          {kind === "removed" ? (
            <p>{t("unsaved.gone")}</p>
          ) : (
            <Words name={t("unsaved.theirs")} value={theirs} />
          )}
          <Words name={t("unsaved.mine")} value={mine} />
        </Notice>
      ))}
      <p>
        <Link to={back}>{t("backToDraft")}</Link>
      </p>
    </section>
  );
}

/** A text as it is; the words of a list of values one after the other. */
function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join("; ");
  if (typeof value !== "object" || value === null) return typeof value === "string" ? value : "";
  return Object.values(value).map(wordsIn).filter(Boolean).join(", ");
}

function Words({ name, value }: { name: string; value: unknown }) {
  if (value === undefined || value === null || value === "") return null;
  return (
    <>
      <p className="label">{name}</p>
      <blockquote>{wordsIn(value)}</blockquote>
    </>
  );
}
