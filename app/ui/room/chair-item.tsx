import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { ChairConfirm } from "./chair-confirm";
import { ChairStop } from "./chair-stop";
import type { Floor } from "./room";

type Props = { roundtableId: string; floor: Floor; item: number };

/** What a chair can do with the item that the page shows. */
export function ChairItem({ roundtableId, floor, item }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const state = floor.items[item]?.state;
  const live = floor.opened && !floor.over && !floor.cancelled;
  if (!live || !state || state === "closed") return null;
  const here = floor.item === item;
  const hidden = <input type="hidden" name="item" value={item} />;
  const act = (name: "floor" | "closings" | "resumptions") => paths.roomAct(language, roundtableId, name);
  return (
    <section className="chair-item" aria-label={t("chair.item")} key={item}>
      {!here && (
        <ActForm action={act("floor")} label={t("chair.takeUp.act")}>
          {(busy) => (
            <>
              {hidden}
              <p className="hint">{t("chair.takeUp.means")}</p>
              <Button type="submit" weight="first" busy={busy}>
                {t(state === "waiting" ? "chair.takeUp.act" : "chair.takeUp.again")}
              </Button>
            </>
          )}
        </ActForm>
      )}
      {state === "stopped" && (
        <ActForm action={act("resumptions")} label={t("chair.resume.act")}>
          {(busy) => (
            <>
              {hidden}
              <p className="hint">{t("chair.resume.means")}</p>
              <Button type="submit" busy={busy}>
                {t("chair.resume.act")}
              </Button>
            </>
          )}
        </ActForm>
      )}
      {state === "open" && <ChairStop roundtableId={roundtableId} item={item} />}
      {state !== "waiting" && (
        <ChairConfirm words="close" action={act("closings")}>
          {hidden}
        </ChairConfirm>
      )}
    </section>
  );
}
