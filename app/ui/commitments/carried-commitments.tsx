import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import { CommitmentTable } from "./commitment-table";

type Props = { commitments: FoundCommitment[]; today: string };

/** With what a session begins: what was promised in those before it, to each reader as far as they were there. */
export function CarriedCommitments({ commitments, today }: Props) {
  const { t } = useTranslation("commitments");
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="carried">
      <h2 id="carried">{t("carried.heading")}</h2>
      <p>{t("carried.lead")}</p>
      <CommitmentTable caption={t("carried.heading")} commitments={commitments} today={today} />
    </section>
  );
}
