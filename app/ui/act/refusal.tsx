import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { Notice } from "~/ui/notice/notice";

/** The sentence of a refusal in the page's language; messages of schemas (`errors.too_long`) are refusals too. */
export function useRefusal() {
  const { t } = useTranslation("refused");
  return (reason: string, facts: Record<string, unknown> = {}) => {
    const key = reason.replace(/^errors\./, "") as "unexpected";
    return t(key, { defaultValue: t("unexpected"), ...facts });
  };
}

/** The sentence for the field that these reasons are about, if it is one of them. */
export function useErrorOf(refusal: Refusal | undefined) {
  const sentence = useRefusal();
  return (reasons: readonly string[]) =>
    refusal && reasons.includes(refusal.reason) ? sentence(refusal.reason, refusal.facts) : undefined;
}

export function RefusalNotice({ refusal }: { refusal: Refusal | undefined }) {
  const sentence = useRefusal();
  const box = useRef<HTMLDivElement>(null);
  // It stands above a form whose button may be a screen further down.
  useEffect(() => {
    if (refusal) box.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);
  if (!refusal) return null;
  return (
    <Notice tone="stopped" live ref={box}>
      <p>{sentence(refusal.reason, refusal.facts)}</p>
    </Notice>
  );
}
