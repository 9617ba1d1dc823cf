import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Interrupted } from "~/http/outcomes";
import { Button } from "~/ui/action/button";

/** What was interrupted, with all that was typed: goes on by itself, or by its button where there are no scripts. */
export function ResumedAct({ action, typed }: Interrupted) {
  const { t } = useTranslation("auth");
  const form = useRef<HTMLFormElement>(null);
  const gone = useRef(false);
  useEffect(() => {
    if (gone.current) return;
    gone.current = true;
    form.current?.requestSubmit();
  }, []);
  return (
    <form method="post" action={action} ref={form} className="form">
      <p role="status">{t("confirm.done")}</p>
      {typed.map(([name, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form may have one name several times, and its order is what it is
        <input key={i} type="hidden" name={name} value={value} />
      ))}
      <p className="toolbar">
        <Button type="submit" weight="first">
          {t("confirm.goOn")}
        </Button>
      </p>
    </form>
  );
}
