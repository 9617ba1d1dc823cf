import { useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { emptyRedFlag } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { useDesk } from "./desk-context";
import { Groups } from "./groups-part";
import { Part } from "./part";
import { RedFlagItem } from "./red-flag-item";

type Props = Pick<AdvisoryContent, "redFlags" | "groups">;

export function RedFlagsPart({ redFlags, groups }: Props) {
  const { t } = useTranslation("desk");
  const { shown, revealed } = useDesk();
  const [asked] = useSearchParams();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(asked.getAll("open")));
  useEffect(() => {
    const id = /^redFlags\/([^/]+)/.exec(revealed.path)?.[1];
    if (id) setOpen((before) => new Set(before).add(id));
  }, [revealed]);
  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const n = Math.max(0, ...redFlags.map((flag) => flag.n)) + 1;
  const { id: _, ...blank } = emptyRedFlag("", n);
  const fresh = { ...blank, tlp: shown.content.tlp, group: redFlags.at(-1)?.group ?? null };
  return (
    <Part id="part-red-flags" name={t("parts.redFlags")} lead={<p>{t("redFlags.lead")}</p>}>
      <h3>{t("groups.name")}</h3>
      <Groups groups={groups} />
      <h3>{t("redFlags.list")}</h3>
      {redFlags.length === 0 && <p className="part-empty">{t("redFlags.none")}</p>}
      <ol className="desk-items">
        {redFlags.map((flag, i) => (
          <RedFlagItem
            key={flag.id}
            flag={flag}
            flags={redFlags}
            groups={groups}
            at={i}
            open={open.has(flag.id)}
            onToggle={() => toggle(flag.id)}
          />
        ))}
      </ol>
      <AddButton list="redFlags" items={redFlags} item={fresh} first="text">
        {t("redFlags.add")}
      </AddButton>
    </Part>
  );
}
