import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { useIsClient } from "~/ui/page/use-is-client";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { Contribution } from "./room";

type Props = { roundtableId: string; contribution: Contribution; onClose: () => void };

export const translationRefusals = ["screened", "nothing_said", "said_too_long"];

/** What was said, in the other language, under the name of whoever translates it. */
export function TranslateForm({ roundtableId, contribution, onClose }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const isClient = useIsClient();
  const { id, item, language: from, translations } = contribution;
  return (
    <ActForm
      action={paths.roomTaking(language, roundtableId, "contributions", id, "translation")}
      label={t("translation.label")}
      className="act translate"
      onDone={onClose}
      made={paths.saidAnchor(id)}
      noticeUnless={({ reason }) => translationRefusals.includes(reason)}
    >
      {(busy, refusal) => (
        <>
          <input type="hidden" name="item" value={item} />
          <input type="hidden" name="from" value={from ?? "es"} />
          <TranslationField
            refusal={refusal}
            from={from}
            typed={translations.find(({ by }) => by === null)?.text}
            autoFocus={isClient}
          />
          <p className="toolbar">
            <Button type="submit" size="small" weight="first" busy={busy}>
              {t("translation.act")}
            </Button>
            {isClient && (
              <Button size="small" onClick={onClose}>
                {t("translation.cancel")}
              </Button>
            )}
          </p>
        </>
      )}
    </ActForm>
  );
}

type FieldProps = {
  refusal: Refusal | undefined;
  from: "es" | "en" | null;
  typed?: string | undefined;
  autoFocus?: boolean;
};

/** Its text; `from` is the language of what was said. */
export function TranslationField({ refusal, from, typed, autoFocus = false }: FieldProps) {
  const { t } = useTranslation("room");
  const sentence = useRefusal();
  const to = from === "es" ? "en" : "es";
  const isWrong = refusal && translationRefusals.includes(refusal.reason);
  return (
    <ScreenedTextArea
      name="text"
      label={t(`translation.text.${to}`)}
      hint={t("translation.hint")}
      lang={localeOf(to)}
      rows={3}
      defaultValue={typed}
      autoFocus={autoFocus}
      error={isWrong ? sentence(refusal.reason, refusal.facts) : undefined}
      found={foundAt(refusal, "text")}
    />
  );
}
