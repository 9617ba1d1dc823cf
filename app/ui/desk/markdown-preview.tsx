import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = { text: string; language: Language; name: string };

/** The Markdown as readers will see it, made by the same server code that makes their page. */
export function MarkdownPreview({ text, language, name }: Props) {
  const { t } = useTranslation("desk");
  const pageLanguage = useLanguage();
  const [html, setHtml] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  if (text.trim() === "") return null;

  async function show() {
    const response = await fetch(paths.deskMarkdown(pageLanguage), {
      method: "POST",
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      body: text,
    }).catch(() => undefined);
    setFailed(!response?.ok);
    setHtml(response?.ok ? await response.text() : null);
  }

  return (
    <div className="markdown-preview">
      <button
        type="button"
        className="button needs-script"
        data-weight="quiet"
        data-size="small"
        aria-pressed={html !== null}
        aria-label={t("preview.of", { name, language: t(`language.${language}`) })}
        onClick={() => (html === null ? show() : setHtml(null))}
      >
        {t(html === null ? "preview.show" : "preview.hide")}
      </button>
      {failed && <p role="status">{t("preview.failed")}</p>}
      {html !== null && (
        <div
          className="prose"
          data-small
          lang={localeOf(language)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitised on the server by renderMarkdown
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
    </div>
  );
}
