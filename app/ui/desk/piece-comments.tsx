import { useTranslation } from "react-i18next";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { type DeskComment, useDesk } from "./desk-context";

type Props = { path: string; name: string; part: "button" | "thread" };

/** Comments of one piece: the count in the gutter, the thread below the texts. Both read which threads are open here. */
export function PieceComments({ path, name, part }: Props) {
  const { t } = useTranslation("desk");
  const { comments, draftId, openThreads, toggleThread } = useDesk();
  const language = useLanguage();
  const own = comments.filter((one) => one.path === path);
  const unresolved = own.filter((one) => !one.resolvedAt);
  const isOpen = openThreads.has(path) || unresolved.length > 0;
  if (part === "button") {
    return (
      <button
        type="button"
        className="comment-button needs-script"
        aria-expanded={isOpen}
        data-open={unresolved.length > 0 || undefined}
        onClick={() => toggleThread(path)}
        aria-label={t("comments.on", { name, count: unresolved.length })}
        title={t("comments.on", { name, count: unresolved.length })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M2 3h12v8H7l-3 3v-3H2z" />
        </svg>
        {unresolved.length > 0 && <span>{unresolved.length}</span>}
      </button>
    );
  }
  if (!isOpen) return null;
  return (
    <section className="thread" aria-label={t("comments.of", { name })}>
      {own.length > 0 && (
        <ul className="comments">
          {own.map((comment) => (
            <CommentEntry key={comment.id} comment={comment} draftId={draftId} />
          ))}
        </ul>
      )}
      <ActForm
        action={paths.draftPart(language, draftId, "comments")}
        label={t("comments.addTo", { name })}
        className="act needs-script"
        clears
      >
        {(busy) => (
          <>
            <input type="hidden" name="path" value={path} />
            <TextArea name="body" label={t("comments.body")} rows={2} required />
            <Button type="submit" size="small" busy={busy}>
              {t("comments.add")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}

export function CommentEntry({ comment, draftId }: { comment: DeskComment; draftId: string }) {
  const { t } = useTranslation("desk");
  const { timeZone } = useDesk();
  const language = useLanguage();
  return (
    <li className="comment" data-resolved={comment.resolvedAt ? "" : undefined}>
      <p className="comment-by">
        <strong>{comment.name}</strong> {comment.organisation}{" "}
        <time dateTime={comment.at.toISOString()}>{formatInstant(language, comment.at, timeZone)}</time>
      </p>
      <p className="comment-body">{comment.body}</p>
      {comment.resolvedAt ? (
        <p className="comment-by">{t("comments.resolved")}</p>
      ) : (
        <ActForm action={paths.commentResolution(language, draftId, comment.id)} className="act-inline">
          {(busy) => (
            <Button
              type="submit"
              size="small"
              busy={busy}
              aria-label={t("comments.resolveOf", { name: comment.name ?? "" })}
            >
              {t("comments.resolve")}
            </Button>
          )}
        </ActForm>
      )}
    </li>
  );
}
