import { useTranslation } from "react-i18next";
import type { InvitationLetter } from "~/domain/invitations/invitation";
import { StateMark } from "~/ui/mark/state-mark";

/** What became of the letter with a link, where there is something to do about it or to wait for. */
export function LetterWords({ letter }: { letter: InvitationLetter | null }) {
  const { t } = useTranslation("people");
  if (letter === null || letter === "sent") return null;
  const stopped = letter !== "waiting";
  return (
    <span className="second-line">
      <StateMark shape={stopped ? "cross" : "half"} tone={stopped ? "stopped" : "waiting"}>
        {t(`letter.${letter}`)}
      </StateMark>
    </span>
  );
}
