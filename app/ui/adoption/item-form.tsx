import { Link } from "@remix-run/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { adoptionStates } from "~/domain/adoption/adoption";
import type { BoardRow } from "~/domain/adoption/board-rows.server";
import type { Board } from "~/domain/adoption/boards.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { Theirs, theirsIn } from "./theirs";

type Typed = Record<string, string | string[]>;
type Props = {
  number: string;
  /** Of the advisory that is printed beside it. */
  version: number;
  item: Pick<
    BoardRow,
    "publicId" | "mark" | "state" | "ownerId" | "ownerName" | "ownerLeft" | "dueOn" | "note" | "revision"
  >;
  owners: Board["owners"];
  timeZone: string;
  back?: string;
  typed?: Typed | undefined;
  refused?: Refusal | undefined;
  onDone?: () => void;
};

/** What the institution does about one red flag. After a conflict both texts stand, and saving again says which holds. */
export function ItemForm(props: Props) {
  const { number, owners, timeZone, back = "", typed, refused, onDone } = props;
  // As it was when the form was opened: what others save meanwhile must not become what this writer has read.
  const [{ item, version }] = useState(props);
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const sentence = useRefusal();
  const noteId = useId();
  const { publicId, mark, state, ownerId, ownerName, ownerLeft, dueOn, note, revision } = item;
  const started = (name: string, value: string) => String(typed?.[name] ?? value);
  const isStranger = ownerId !== null && !owners.some(({ id }) => id === ownerId);
  return (
    <ActForm
      action={paths.boardItem(language, number, publicId)}
      label={t("form.label", { id: publicId })}
      className="form item-form"
      onDone={onDone}
      noticeUnless={({ reason }) => reason === "does_not_fit" || reason === "item_changed_meanwhile"}
    >
      {(busy, answered) => {
        const refusal = answered ?? refused;
        const theirs = theirsIn(refusal);
        const wrong = (name: string) => {
          const errors = refusal?.facts.errors;
          const given = typeof errors === "object" && errors !== null ? Object(errors)[name] : undefined;
          return Array.isArray(given) && given[0] ? sentence(String(given[0])) : undefined;
        };
        return (
          <>
            {theirs && <Theirs theirs={theirs} timeZone={timeZone} />}
            <input type="hidden" name="revision" value={started("revision", String(revision))} />
            {theirs && <input type="hidden" name="seen" value={theirs.revision} />}
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="back" value={back} />
            <Select
              name="state"
              label={t("field.state")}
              defaultValue={started("state", state)}
              error={wrong("state")}
              options={adoptionStates.map((value) => ({ value, name: t(`state.${value}`) }))}
            />
            <Select
              name="ownerId"
              label={t("field.owner")}
              none={t("nobody")}
              defaultValue={started("ownerId", ownerId ?? "")}
              error={wrong("ownerId") ?? (ownerLeft ? t("ownerLeft", { name: ownerName }) : undefined)}
              options={[
                ...(isStranger && ownerId ? [{ value: ownerId, name: ownerName ?? "" }] : []),
                ...owners.map(({ id, name }) => ({ value: id, name })),
              ]}
            />
            <TextField
              type="date"
              name="dueOn"
              label={t("field.dueOn")}
              defaultValue={started("dueOn", dueOn ?? "")}
              error={wrong("dueOn")}
            />
            <ScreenedTextArea
              id={noteId}
              name="note"
              label={t("field.note")}
              hint={t("form.noteHint")}
              defaultValue={started("note", note)}
              error={wrong("note")}
              found={foundAt(refusal, "note")}
            />
            {mark && (
              <Checkbox
                name="reviewed"
                value="1"
                label={t("form.reviewed", { n: version })}
                hint={t("form.reviewedHint")}
              />
            )}
            <p className="toolbar">
              <Button type="submit" weight="first" busy={busy}>
                {t(theirs ? "form.saveMine" : "form.save")}
              </Button>
              <Link to={paths.boardItem(language, number, publicId)}>{t("form.history")}</Link>
            </p>
          </>
        );
      }}
    </ActForm>
  );
}
