import { useTranslation } from "react-i18next";
import { embargoZones } from "~/domain/drafts/embargo";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";

type Typed = { date: string; time: string; zone: string };
type Props = {
  draftId: string;
  version: number;
  contentHash: string;
  timeZone?: string;
  typed?: Typed;
  refusal?: Refusal | undefined;
  disabled?: boolean;
};

export function EmbargoForm({
  draftId,
  version,
  contentHash,
  timeZone,
  typed,
  refusal: earlier,
  disabled,
}: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const own = typed?.zone ?? timeZone ?? "America/Mexico_City";
  const zones = [...new Set([own, ...embargoZones])];
  const ofTime = (refusal: Refusal | undefined) =>
    refusal && /^embargo_/.test(refusal.reason) ? sentence(refusal.reason, refusal.facts) : undefined;
  return (
    <ActForm
      action={paths.draftPart(language, draftId, "embargo")}
      label={t("publication.later")}
      className="act"
      noticeUnless={(refusal) => ofTime(refusal) !== undefined}
    >
      {(busy, answered) => (
        <>
          <input type="hidden" name="contentHash" value={contentHash} />
          <input type="hidden" name="version" value={version} />
          <div className="desk-when">
            <TextField
              name="date"
              type="date"
              label={t("publication.date")}
              defaultValue={typed?.date}
              error={ofTime(answered ?? earlier)}
              required
            />
            <TextField
              name="time"
              type="time"
              label={t("publication.time")}
              defaultValue={typed?.time}
              required
            />
            <Select
              name="zone"
              label={t("publication.zone")}
              defaultValue={own}
              options={zones.map((zone) => ({ value: zone, name: zone.replace(/_/g, " ") }))}
            />
          </div>
          <Button type="submit" busy={busy} disabled={disabled}>
            {t("publication.schedule", { n: version })}
          </Button>
        </>
      )}
    </ActForm>
  );
}
