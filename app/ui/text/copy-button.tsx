import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { name: string; text: () => string };

/** Quiet words that copy; where there are no scripts the address beside it serves. */
export function CopyButton({ name, text }: Props) {
  const { t } = useTranslation("reading");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="copy"
      onClick={() => navigator.clipboard.writeText(text()).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? t("flags.copied") : name}</span>
    </button>
  );
}
