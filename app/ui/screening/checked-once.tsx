import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import { useIsClient } from "~/ui/page/use-is-client";

const Told = createContext(false);

/** Whether what stands around a field has told already that it is checked as one types. */
export const useCheckedOnce = () => useContext(Told);

/** Tells once, and not at each of the fields in it, that they are checked as one types. */
export function CheckedOnce({ children }: { children: ReactNode }) {
  const { t } = useTranslation("screening");
  const isTold = useCheckedOnce();
  const isClient = useIsClient();
  if (isTold) return children;
  return (
    <Told.Provider value={true}>
      {isClient && <p className="hint">{t("checked")}</p>}
      {children}
    </Told.Provider>
  );
}
