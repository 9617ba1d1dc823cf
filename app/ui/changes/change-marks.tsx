import { useTranslation } from "react-i18next";
import type { ItemChange } from "~/domain/advisories/comparison";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const looks: Record<ItemChange["changes"][number], { shape: Shape; tone: Tone }> = {
  added: { shape: "plus", tone: "good" },
  removed: { shape: "minus", tone: "stopped" },
  amended: { shape: "half", tone: "good" },
  moved: { shape: "shift", tone: "plain" },
  state: { shape: "ring", tone: "plain" },
  merged: { shape: "arrow", tone: "plain" },
};

/** What happened to a section or a red flag between the two versions. */
export function ChangeMarks({ item }: { item: ItemChange }) {
  const { t } = useTranslation("reading");
  const { before, after } = item;
  const withdrawn = item.fields.some(({ field, after: now }) => field === "state" && now === "withdrawn");
  // An amended flag is marked as amended; that its state says so too is no second change. A withdrawn one only as withdrawn.
  const toAmended = item.fields.some(({ field, after: now }) => field === "state" && now === "amended");
  const marks = item.changes.filter((change) =>
    change === "state" ? !toAmended : change !== "amended" || !withdrawn,
  );
  const words: Record<ItemChange["changes"][number], string> = {
    added: t("changes.added"),
    removed: t("changes.removed"),
    amended: t("changes.amended"),
    moved:
      before !== null && after !== null && before !== after
        ? t("changes.movedFromTo", { from: before + 1, to: after + 1 })
        : t("changes.moved"),
    state: t(withdrawn ? "changes.withdrawn" : "changes.stateChanged"),
    merged: t("changes.merged"),
  };
  return (
    <ul className="change-marks">
      {marks.map((change) => (
        <li key={change}>
          <StateMark
            {...(change === "state" && withdrawn ? { shape: "cross", tone: "stopped" } : looks[change])}
          >
            {words[change]}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}
