import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { setCursor } from "~/ui/act/cursor";

export const roomParts = ["agenda", "conversation", "floor"] as const;
export type RoomPart = (typeof roomParts)[number];

type Props = { part: RoomPart | undefined; unseen: number; onOpen: (part: RoomPart) => void };

/** On a phone one part of the session at a time; without scripts the address says which. */
export function RoomTabs({ part, unseen, onOpen }: Props) {
  const { t } = useTranslation("room");
  const open = (one: RoomPart) => (event: MouseEvent) => {
    event.preventDefault();
    onOpen(one);
    requestAnimationFrame(() => {
      const there = document.getElementById(`room-${one}`);
      if (there) setCursor(there, { preventScroll: true });
    });
  };
  return (
    <nav className="tabs room-tabs" aria-label={t("parts")}>
      {roomParts.map((one) => (
        <a
          key={one}
          href={`#room-${one}`}
          onClick={open(one)}
          aria-current={part === one ? "true" : undefined}
        >
          {t(`tab.${one}`)}
          {one === "conversation" && unseen > 0 && (
            <span className="room-count">{t("tab.unseen", { count: unseen })}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
