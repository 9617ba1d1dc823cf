import { useTranslation } from "react-i18next";
import type { Attribution } from "~/domain/roundtables/attribution";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Choices } from "~/ui/field/choices";
import { FileFields, saidAtFile } from "./files-fields";

type Props = { roundtableId: string; item: number; modes: Attribution[] };

/** Shows a file on the item that is open. */
export function FileComposer({ roundtableId, item, modes }: Props) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  return (
    <details className="floor-more">
      <summary>{t("show")}</summary>
      <p className="hint">{t("showMeans")}</p>
      <ActForm
        action={paths.roomAct(language, roundtableId, "files")}
        encType="multipart/form-data"
        label={t("show")}
        noticeUnless={({ reason }) => saidAtFields(reason)}
        clears
      >
        {(busy, refusal) => (
          <FileFields busy={busy} act={t("showAct")} unnamed={t("titleHint")} refusal={refusal}>
            <input type="hidden" name="item" value={item} />
            <ModeField modes={modes} chosen={undefined} refusal={refusal} />
          </FileFields>
        )}
      </ActForm>
    </details>
  );
}

type Asking = {
  modes: readonly Attribution[];
  chosen: string | undefined;
  refusal: Refusal | undefined;
};

const ofMode = ["attribution_not_allowed", "sector_is_one_house", "choose_attribution"];

/** What the fields themselves tell. */
export const saidAtFields = (reason: string) => saidAtFile(reason) || ofMode.includes(reason);

export function ModeField({ modes, chosen, refusal }: Asking) {
  const { t } = useTranslation("files");
  const { t: room } = useTranslation("room");
  const sentence = useRefusal();
  return (
    <Choices
      kind="one"
      column
      name="mode"
      label={room("compose.mode")}
      hint={t("modeHint")}
      error={refusal && ofMode.includes(refusal.reason) ? sentence(refusal.reason, refusal.facts) : undefined}
      chosen={chosen ? [chosen] : modes.length === 1 ? modes : []}
      choices={modes.map((value) => ({ value, name: room(`compose.as.${value}`) }))}
    />
  );
}
