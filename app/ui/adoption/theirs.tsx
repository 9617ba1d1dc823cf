import { useTranslation } from "react-i18next";
import { z } from "zod";
import { adoptionStates } from "~/domain/adoption/adoption";
import type { Refusal } from "~/http/outcomes";
import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { Facts } from "~/ui/table/facts";

const shape = z.object({
  theirs: z.object({
    state: z.enum(adoptionStates),
    ownerName: z.string().nullable(),
    dueOn: z.string().nullable(),
    note: z.string(),
    revision: z.number(),
    changedByName: z.string().nullable(),
    changedAt: z.union([z.date(), z.string()]).nullable(),
  }),
});
export type TheirItem = z.infer<typeof shape>["theirs"];

/** What somebody else left there meanwhile, where a refusal carries it. */
export function theirsIn(refusal: Refusal | undefined): TheirItem | undefined {
  const read = shape.safeParse(refusal?.facts);
  return read.success ? read.data.theirs : undefined;
}

export function Theirs({ theirs, timeZone }: { theirs: TheirItem; timeZone: string }) {
  const { t } = useTranslation("adoption");
  const { t: refused } = useTranslation("refused");
  const language = useLanguage();
  const { state, ownerName, dueOn, note, changedByName, changedAt } = theirs;
  return (
    <Notice tone="caution" heading={refused("item_changed_meanwhile")} live>
      <p>
        {t("theirs.by", {
          name: changedByName ?? t("nobody"),
          when: changedAt ? formatInstant(language, changedAt, timeZone) : "",
        })}
      </p>
      <Facts
        facts={[
          { name: t("field.state"), value: t(`state.${state}`) },
          { name: t("field.owner"), value: ownerName ?? t("nobody") },
          { name: t("field.dueOn"), value: dueOn ? formatDay(language, dueOn) : t("noDue") },
          { name: t("field.note"), value: <span className="kept-note">{note || t("noNote")}</span> },
        ]}
      />
      <p>{t("theirs.next")}</p>
    </Notice>
  );
}
