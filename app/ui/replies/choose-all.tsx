import { useTranslation } from "react-i18next";
import { ScriptButton } from "~/ui/desk/script-button";

/** Ticks every point of its section that is shown, or none where all are ticked. */
export function ChooseAll({ name }: { name: string }) {
  const { t } = useTranslation("replies");
  return (
    <p className="choose-all">
      <ScriptButton
        size="small"
        weight="quiet"
        aria-label={t("points.chooseAllOf", { name })}
        onClick={({ currentTarget }) => {
          const boxes = [
            ...(currentTarget.closest("section")?.querySelectorAll<HTMLInputElement>("input[name=points]") ??
              []),
          ];
          const isAll = boxes.every(({ checked }) => checked);
          for (const box of boxes) box.checked = !isAll;
        }}
      >
        {t("points.chooseAll")}
      </ScriptButton>
    </p>
  );
}
