import { Link, useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { RefusalNotice } from "./refusal";

type Props<Typed> = {
  back: string;
  /** Words for the way back; a draft unless said. */
  backTo?: string;
  /** Whether the form itself says this reason, at its field. */
  saidAtField?: (reason: string) => boolean;
  children?: (typed: Typed, refusal: Refusal) => ReactNode;
};

/** The page of a refused act without scripts: what was wrong, what was typed, and the way back. */
export function RefusedAct<Typed>({ back, backTo, saidAtField, children }: Props<Typed>) {
  const { t } = useTranslation("desk");
  const { refusal, typed } = useActionData<{ refusal?: Refusal; typed?: Typed }>() ?? {};
  return (
    <div className="refused-act">
      {backTo && <h1>{t("notDone")}</h1>}
      {!(refusal && typed && saidAtField?.(refusal.reason)) && <RefusalNotice refusal={refusal} />}
      {refusal && typed && children?.(typed, refusal)}
      <p>
        <Link to={back}>{backTo ?? t("backToDraft")}</Link>
      </p>
    </div>
  );
}
