import { useTranslation } from "react-i18next";
import { type AdvisoryContent, priorities, sectors } from "~/domain/advisories/advisory.form";
import { Corridors } from "./corridors";
import { Issuers } from "./issuers";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { Relations } from "./relations";
import { TextItems } from "./text-items";
import { TypologyPicker } from "./typology-picker";
import { Line, SeveralOf, Tags, YesNo } from "./value-fields";

/** What the advisory is about and how it stands among others. */
export function FactsPart({ content }: { content: AdvisoryContent }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  return (
    <Part id="part-facts" name={t("parts.facts")}>
      <Issuers issuers={content.issuers} />
      <TypologyPicker typologies={content.typologies} />
      <TextItems
        list="shareWith"
        name={t("field.shareWith")}
        add={t("add.shareWith")}
        items={content.shareWith}
      />
      <div className="value-grid" data-wide>
        <SeveralOf
          path="priorities"
          label={t("facts.priorities")}
          value={content.priorities}
          options={priorities.map((one) => ({ value: one, name: term(`priority.${one}`) }))}
        />
        <SeveralOf
          path="sectors"
          label={t("facts.sectors")}
          hint={t("facts.sectorsHint")}
          value={content.sectors}
          options={sectors.map((one) => ({ value: one, name: term(`sector.${one}`) }))}
        />
      </div>
      <TextItems
        list="predicates"
        name={t("field.predicate")}
        add={t("add.predicate")}
        items={content.predicates}
      />
      <TextItems list="products" name={t("field.product")} add={t("add.product")} items={content.products} />
      <Corridors corridors={content.corridors} />
      <PiecePair path="legalBasis" name={t("field.legalBasis")} text={content.legalBasis} />
      <div className="value-grid">
        <YesNo
          path="binding"
          label={t("facts.binding")}
          hint={t("facts.bindingHint")}
          value={content.binding}
        />
        <Line path="validFrom" type="date" label={t("facts.validFrom")} value={content.validFrom} orNull />
        <Line path="reviewBy" type="date" label={t("facts.reviewBy")} value={content.reviewBy} orNull />
      </div>
      <Relations relations={content.relations} />
      <Tags path="aliases" label={t("facts.aliases")} hint={t("facts.aliasesHint")} value={content.aliases} />
      <PiecePair path="contact" name={t("field.contact")} text={content.contact} />
    </Part>
  );
}
