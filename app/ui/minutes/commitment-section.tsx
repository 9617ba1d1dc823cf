import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { CommitmentTable } from "~/ui/commitments/commitment-table";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { ScreenedPair } from "~/ui/screening/screened-pair";

type Props = {
  id: string;
  commitments: FoundCommitment[];
  owners: { value: string; name: string }[];
  today: string;
  mayMake: boolean;
};

/** What was promised in this session, and for its chairs the form to write down one more. */
export function CommitmentSection({ id, commitments, owners, today, mayMake }: Props) {
  const { t } = useTranslation("commitments");
  const language = useLanguage();
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">{t("title")}</h2>
      {commitments.length === 0 ? (
        <p className="quiet">{t("none")}</p>
      ) : (
        <CommitmentTable caption={t("title")} commitments={commitments} today={today} ofOneSession />
      )}
      {mayMake && (
        <>
          <h3>{t("make.heading")}</h3>
          <p>{t("make.lead")}</p>
          <ActForm
            action={paths.roundtableAct(language, id, "commitments")}
            label={t("make.heading")}
            noticeUnless={({ reason }) => saidAtCommitment(reason)}
            clears
          >
            {(busy, refusal) => (
              <>
                <Select name="organisationId" label={t("make.owner")} options={owners} />
                <CommitmentWords refusal={refusal} />
                <Button type="submit" busy={busy}>
                  {t("make.act")}
                </Button>
              </>
            )}
          </ActForm>
        </>
      )}
    </section>
  );
}

const ofWhat = ["commitment_incomplete", "languages_differ"];
const ofDue = ["due_unreadable", "due_in_the_past"];
export const saidAtCommitment = (reason: string) => [...ofWhat, ...ofDue].includes(reason);

export function CommitmentWords({ typed, refusal }: { typed?: TypedSession; refusal: Refusal | undefined }) {
  const { t } = useTranslation("commitments");
  const errorOf = useErrorOf(refusal);
  return (
    <>
      <ScreenedPair
        name="what"
        label={(one) => t(`make.what.${one}`)}
        value={(_, field) => typed?.[field]}
        rows={2}
        refusal={refusal}
        error={errorOf(ofWhat)}
        required
      />
      <TextField
        name="due"
        type="date"
        label={t("make.due")}
        defaultValue={typed?.due}
        error={errorOf(ofDue)}
        required
      />
    </>
  );
}
