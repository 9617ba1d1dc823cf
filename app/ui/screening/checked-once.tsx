import { createContext, type ReactNode, useContext, useId } from "react";
import { useTranslation } from "react-i18next";
import { useIsClient } from "~/ui/page/use-is-client";

const Told = createContext<string | undefined>(undefined);

/** The id of what told already, around a field, that it is checked as one types. */
export const useCheckedOnce = () => useContext(Told);

/** Tells once, and not at each of the fields in it, that they are checked as one types. */
export function CheckedOnce({ children }: { children: ReactNode }) {
  const { t } = useTranslation("screening");
  const told = useCheckedOnce();
  const isClient = useIsClient();
  const own = useId();
  if (told) return children;
  return (
    <Told.Provider value={own}>
      {isClient && (
        <p className="hint" id={own}>
          {t("checked")}
        </p>
      )}
      {children}
    </Told.Provider>
  );
}
