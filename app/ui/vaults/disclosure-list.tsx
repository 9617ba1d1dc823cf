import { useTranslation } from "react-i18next";
import type { FoundVault } from "~/domain/vaults/vaults.server";
import { Table } from "~/ui/table/table";

type Props = {
  disclosures: FoundVault["disclosures"];
  /** Every copy, and not the reader's own alone. */
  ofAll: boolean;
  when: (at: Date) => string;
};

/** The copies that left the room. */
export function DisclosureList({ disclosures, ofAll, when }: Props) {
  const { t } = useTranslation("vaults");
  return (
    <section aria-labelledby="disclosures">
      <h2 id="disclosures">{t("disclosures.heading")}</h2>
      <p>{t(ofAll ? "disclosures.chair" : "disclosures.own")}</p>
      {disclosures.length === 0 ? (
        <p className="quiet">{t("disclosures.none")}</p>
      ) : (
        <Table
          caption={t("disclosures.heading")}
          quietCaption
          rows={disclosures}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "who",
              head: t("disclosures.who"),
              rowHead: true,
              cell: ({ name, organisation }) => `${name} · ${organisation}`,
            },
            { id: "what", head: t("disclosures.what"), cell: ({ what }) => t(`disclosures.kind.${what}`) },
            { id: "at", head: t("disclosures.at"), cell: ({ at }) => when(at) },
          ]}
        />
      )}
    </section>
  );
}
