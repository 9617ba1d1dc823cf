import { useTranslation } from "react-i18next";

/** The words for a field of the content; one that has none yet stands by its own name, which shows. */
export function useFieldName() {
  const { t, i18n } = useTranslation("reading");
  return (field: string): string => {
    const key = `changes.field.${field}` as "changes.field.title";
    return i18n.exists(`reading:${key}`) ? t(key) : field;
  };
}
