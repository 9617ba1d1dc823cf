import { useTranslation } from "react-i18next";
import type { ProposalWords } from "~/domain/proposals/proposal.form";
import { useLanguage } from "~/i18n/use-language";

/** What is proposed, and why, in the reader's language. */
export function ProposalText({ proposal: { kind, name, words, reason } }: { proposal: ProposalWords }) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  return (
    <>
      {kind === "typology" && <h3>{name[language]}</h3>}
      <p className="words">{words[language]}</p>
      {reason[language] !== "" && (
        <p className="quiet words">
          {t("reason")}: {reason[language]}
        </p>
      )}
    </>
  );
}
