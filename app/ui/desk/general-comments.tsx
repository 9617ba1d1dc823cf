import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { useDesk } from "./desk-context";
import { CommentEntry } from "./piece-comments";
import { anchorOf, usePieceName } from "./piece-name";

/** Comments that are still open, on pieces and on the whole, and a form for one on the whole. */
export function GeneralComments() {
  const { t } = useTranslation("desk");
  const { comments, draftId, reveal } = useDesk();
  const language = useLanguage();
  const nameOf = usePieceName();
  const open = comments.filter((one) => !one.resolvedAt);
  return (
    <>
      {open.length === 0 ? (
        <p>{t("comments.noneOpen")}</p>
      ) : (
        <ul className="comments">
          {open.map((comment) => (
            <li key={comment.id}>
              <p className="label">
                {comment.path === "" ? (
                  t("comments.whole")
                ) : (
                  <a
                    href={anchorOf(comment.path)}
                    onClick={(event) => {
                      event.preventDefault();
                      reveal(comment.path);
                    }}
                  >
                    {nameOf(comment.path)}
                  </a>
                )}
              </p>
              <ul className="comments">
                <CommentEntry comment={comment} draftId={draftId} />
              </ul>
            </li>
          ))}
        </ul>
      )}
      <ActForm action={paths.draftPart(language, draftId, "comments")} label={t("comments.addWhole")} clears>
        {(busy) => (
          <>
            <input type="hidden" name="path" value="" />
            <TextArea name="body" label={t("comments.addWhole")} rows={2} required />
            <Button type="submit" size="small" busy={busy}>
              {t("comments.add")}
            </Button>
          </>
        )}
      </ActForm>
    </>
  );
}
