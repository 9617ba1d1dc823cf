import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { AgendaFields, agendaRefusals } from "./agenda-fields";
import { saidAtTime, TimeFields } from "./time-fields";

type Props = {
  conveners: { id: string; name: string; organisation: string }[];
  zone: string;
  /** How many commitments of earlier sessions the reader knows to be open. */
  carried: number;
  answer: { refusal?: Refusal; typed?: TypedSession | undefined } | undefined;
};

/** A new session: with whom it is convened, of what and when. */
export function ProposalPage({ conveners, zone, carried, answer }: Props) {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const { t: owed } = useTranslation("commitments");
  const first = { es: owed("carried.item.es"), en: owed("carried.item.en") };
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.roundtables(language)}>{t("title")}</Link>
      </p>
      <h1>{t("proposal.title")}</h1>
      <p className="lead">{t("proposal.lead")}</p>
      <Form method="post" className="form">
        {refusal && !saidAtTime(refusal.reason) && !agendaRefusals.includes(refusal.reason) && (
          <RefusalNotice refusal={refusal} />
        )}
        <fieldset className="round-part">
          <legend>{t("proposal.with")}</legend>
          <p className="hint">{t("proposal.withHint")}</p>
          <Choices
            kind="several"
            column
            name="chairs"
            label={t("proposal.chairs")}
            chosen={typed?.chairs?.split(" ") ?? []}
            choices={conveners.map(({ id, name, organisation }) => ({ value: id, name, hint: organisation }))}
          />
        </fieldset>
        <fieldset className="round-part">
          <legend>{t("time.heading")}</legend>
          <TimeFields times={{ zone }} place={null} typed={typed} refusal={refusal} />
        </fieldset>
        <fieldset className="round-part">
          <legend>{t("agenda.heading")}</legend>
          {carried > 0 && <p>{owed("carried.offered", { count: carried })}</p>}
          <AgendaFields
            agenda={null}
            first={carried > 0 ? first : undefined}
            typed={typed}
            refusal={refusal}
          />
        </fieldset>
        <p className="toolbar">
          <Button type="submit" weight="first" busy={busy}>
            {t("proposal.act")}
          </Button>
        </p>
      </Form>
    </article>
  );
}
