import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { WithoutScripts } from "~/ui/page/without-scripts";
import { useDesk } from "./desk-context";

/** Every field and button of a draft names this form as its own: they stand among other forms. */
export const deskForm = "desk-form";

/** With scripts each edit is kept as it is made, and the form is never sent. */
export function DeskForm() {
  const { t } = useTranslation("desk");
  const { draftId, shown } = useDesk();
  const [asked] = useSearchParams();
  return (
    <form
      id={deskForm}
      method="post"
      action={paths.draftPart(useLanguage(), draftId, "edits")}
      onSubmit={(event) => event.preventDefault()}
    >
      {/* What Enter in a field presses: without it, the first button of a list would be. */}
      <button type="submit" hidden>
        {t("saveEdits")}
      </button>
      <WithoutScripts>
        {() => (
          <>
            <input type="hidden" name="was" value={JSON.stringify(shown.content)} />
            <input type="hidden" name="revision" value={shown.revision} />
            {asked.getAll("open").map((id) => (
              <input key={id} type="hidden" name="open" value={id} />
            ))}
          </>
        )}
      </WithoutScripts>
    </form>
  );
}

/** Beside boxes to tick: says that they were there, also when none is ticked. */
export const Unticked = ({ name, disabled }: { name: string; disabled?: boolean }) => (
  <input type="hidden" name={name} value="" form={deskForm} disabled={disabled} />
);

export function SaveEdits() {
  const { t } = useTranslation("desk");
  const { editable } = useDesk();
  if (!editable) return null;
  return (
    <noscript>
      <Button type="submit" form={deskForm}>
        {t("saveEdits")}
      </Button>
    </noscript>
  );
}
