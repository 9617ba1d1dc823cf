import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/action/button";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";

type Props = {
  /** To use one that is there, or to make a new one. */
  kind: "use" | "make";
  /** Where the challenge is asked for. */
  challenge: string;
  weight?: "first" | "second";
  children: ReactNode;
};

type Trouble = "cancelled" | "already" | "failed" | "tooMany";

/** In a form: asks the device for a passkey, then sends the form with the answer in its field `passkey`. */
export function PasskeyButton({ kind, challenge, weight = "first", children }: Props) {
  const { t } = useTranslation("auth");
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const isClient = useIsClient();

  async function ask() {
    const form = field.current?.form;
    if (!field.current || !form?.reportValidity()) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const asked = await fetch(challenge, { method: "POST" });
      if (!asked.ok) {
        setTrouble(asked.status === 429 ? "tooMany" : "failed");
        return;
      }
      const optionsJSON = await asked.json();
      const answer =
        kind === "use"
          ? await startAuthentication({ optionsJSON })
          : await startRegistration({ optionsJSON });
      field.current.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <input type="hidden" name="passkey" ref={field} />
      <Button weight={weight} onClick={ask} busy={busy} disabled={!isClient}>
        {children}
      </Button>
      <noscript>
        <p className="hint">{t("passkey.needsScripts")}</p>
      </noscript>
      {trouble && (
        <Notice tone="caution" live>
          <p>{t(`passkey.${trouble}`)}</p>
        </Notice>
      )}
    </>
  );
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  return name === "InvalidStateError" ? "already" : "failed";
}
