import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { WhenFields } from "~/ui/field/when-fields";

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
          <WhenFields
            labels={{
              date: t("publication.date"),
              time: t("publication.time"),
              zone: t("publication.zone"),
            }}
            when={{ date: typed?.date, time: typed?.time, zone: own }}
            error={ofTime(answered ?? earlier)}
            required
          />
          <Button type="submit" busy={busy} disabled={disabled}>
            {t("publication.schedule", { n: version })}
          </Button>
        </>
      )}
    </ActForm>
  );
}
