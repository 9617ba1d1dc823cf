import { useTranslation } from "react-i18next";
import type { FoundVault } from "~/domain/vaults/vaults.server";
import { StateMark } from "~/ui/mark/state-mark";
import { Table } from "~/ui/table/table";

type Props = { proof: FoundVault["proof"]; when: (at: Date) => string };

/** Where the audit log has the sealing and the destruction. */
export function ProofTable({ proof, when }: Props) {
  const { t } = useTranslation("vaults");
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{t("proof.heading")}</h2>
      <p>{t("proof.lead")}</p>
      <Table
        caption={t("proof.heading")}
        quietCaption
        rows={proof}
        rowKey={({ action }) => action}
        columns={[
          {
            id: "what",
            head: t("proof.what"),
            rowHead: true,
            cell: ({ action }) =>
              t(action === "roundtable.purged" ? "proof.roundtable.purged" : "proof.roundtable.closed"),
          },
          { id: "at", head: t("proof.at"), cell: ({ at }) => when(at) },
          { id: "entry", head: t("proof.entry"), number: true, cell: ({ seq }) => seq ?? "—" },
          {
            id: "link",
            head: t("proof.link"),
            cell: ({ link }) => <code className="digest">{link ?? "—"}</code>,
          },
          {
            id: "state",
            head: t("proof.state"),
            cell: ({ whole }) => (
              <StateMark shape={whole ? "tick" : "cross"} tone={whole ? "good" : "stopped"}>
                {t(whole ? "proof.whole" : "proof.broken")}
              </StateMark>
            ),
          },
        ]}
      />
    </section>
  );
}
