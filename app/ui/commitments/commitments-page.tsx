import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import { EmptyState } from "~/ui/notice/empty-state";
import { CommitmentTable } from "./commitment-table";

type Props = { commitments: FoundCommitment[]; today: string };

/** Where each side sees its own, and those who convene see everyone's. */
export function CommitmentsPage({ commitments, today }: Props) {
  const { t } = useTranslation("commitments");
  const own = commitments.filter(({ isOwn }) => isOwn);
  const others = commitments.filter(({ isOwn }) => !isOwn);
  return (
    <article className="rounds roundtable">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {commitments.length === 0 && (
        <EmptyState heading={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{t("own")}</h2>
          <CommitmentTable caption={t("own")} commitments={own} today={today} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{t("others")}</h2>
          <CommitmentTable caption={t("others")} commitments={others} today={today} />
        </section>
      )}
    </article>
  );
}
