import { useTranslation } from "react-i18next";
import type { Words } from "~/domain/drafts/change-words";
import { Button } from "~/ui/action/button";
import { WithoutScripts } from "~/ui/page/without-scripts";

/** Without scripts: what was read goes back with what was typed, so that both people's words can be joined, and a button. */
export function WithoutWords({ read, act }: { read: Words; act?: string }) {
  const { t } = useTranslation("desk");
  return (
    <WithoutScripts>
      {() => (
        <>
          <input type="hidden" name="was" value={JSON.stringify(read)} />
          <p className="toolbar">
            <Button type="submit">{act ?? t("saveEdits")}</Button>
          </p>
        </>
      )}
    </WithoutScripts>
  );
}
