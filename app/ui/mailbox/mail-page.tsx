import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Facts } from "~/ui/table/facts";

type Mail = {
  id: string;
  to: string;
  subject: string;
  language: "es" | "en";
  text: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; content: string }[];
  sentAt: string;
};

/** One mail as plain text, its addresses followed by a press; its page opens by itself. */
export function MailPage({
  mail: { id, to, subject, language: own, text, headers, attachments, sentAt },
}: {
  mail: Mail;
}) {
  const { t } = useTranslation("mailbox");
  const language = useLanguage();
  return (
    <article className="people-page">
      <h1 lang={own}>{subject}</h1>
      <Facts
        across
        facts={[
          { name: t("to"), value: to },
          { name: t("sent"), value: formatInstant(language, sentAt, "America/Mexico_City") },
          ...Object.entries(headers).map(([name, value]) => ({ name, value: <code>{value}</code> })),
        ]}
      />
      <section aria-label={t("plain")}>
        <p className="plain-mail" lang={own}>
          {text.split(/(https?:\/\/\S+)/).map((piece) =>
            /^https?:\/\//.test(piece) ? (
              <a key={piece} href={piece}>
                {piece}
              </a>
            ) : (
              piece
            ),
          )}
        </p>
      </section>
      {attachments.map(({ filename, contentType, content }) => (
        <section key={filename} aria-label={t("attachment", { name: filename })}>
          <h2>
            <a href={paths.demoMailAttachment(id, filename)}>{filename}</a>
          </h2>
          <p className="aside">{contentType}</p>
          <pre className="plain-mail">{content}</pre>
        </section>
      ))}
      <p className="toolbar">
        <a href={paths.demoMailPage(id)}>{t("page")}</a>
        <Link to={paths.demoMailbox()}>{t("back")}</Link>
      </p>
    </article>
  );
}
