import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";

type Props = {
  words: "close" | "pollClose";
  action: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** An act that cannot be undone: its button stands behind a line that says what it does. */
export function ChairConfirm({ words, action, children }: Props) {
  const { t } = useTranslation("floor");
  return (
    <details className="floor-more">
      <summary>{t(`chair.${words}.summary`)}</summary>
      <ActForm action={action} label={t(`chair.${words}.act`)}>
        {(busy) => (
          <>
            {children}
            <p className="hint">{t(`chair.${words}.means`)}</p>
            <Button type="submit" weight="danger" busy={busy}>
              {t(`chair.${words}.act`)}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}
