import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SentProposal } from "~/domain/proposals/proposals.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";
import { Notice } from "~/ui/notice/notice";
import { SessionArticle } from "~/ui/roundtables/session-article";
import { ProposalForm } from "./proposal-form";
import { ProposalText } from "./proposal-words";

type Props = {
  id: string;
  title: Text;
  /** Whether the reader accepted the terms of the room. */
  entered: boolean;
  sent: SentProposal[];
  mayPropose: boolean;
  arrivesOn: string;
  concernable: { value: string; name: Text }[];
};

const marks: Record<"sent" | "arrived" | "taken-up" | "declined", { shape: Shape; tone: Tone }> = {
  sent: { shape: "ring", tone: "plain" },
  arrived: { shape: "ring", tone: "waiting" },
  "taken-up": { shape: "tick", tone: "good" },
  declined: { shape: "minus", tone: "plain" },
};

/** What a session proposed to the desks of those who convene it, and what became of it. */
export function RoomProposalsPage(props: Props) {
  const { id, title, entered, sent, mayPropose } = props;
  const { t } = useTranslation("proposals");
  const { t: minutes } = useTranslation("minutes");
  const language = useLanguage();
  const { refusal } = useActionData<{ refusal?: Refusal }>() ?? {};
  return (
    <SessionArticle id={id} heading={t("room.of", { title: title[language] || title.es || title.en })}>
      <p className="lead">{t("room.lead")}</p>
      <RefusalNotice refusal={refusal} />
      {!entered && (
        <Notice tone="caution">
          <p>{minutes("enterFirst")}</p>
        </Notice>
      )}
      {entered && sent.length === 0 && <p className="quiet">{t("room.none")}</p>}
      <ul className="proposals">
        {sent.map((one) => {
          const state = one.outcome ?? (one.arrived ? "arrived" : "sent");
          return (
            <li key={one.id}>
              <p className="proposal-facts">
                {t(`kind.${one.kind}`)} · {t("room.desk", { desk: one.desk })} ·{" "}
                <StateMark {...marks[state]}>{t(`room.state.${state}`)}</StateMark>
              </p>
              <ProposalText proposal={one} />
              {one.declined && <p className="words">{one.declined[language]}</p>}
            </li>
          );
        })}
      </ul>
      {mayPropose && <ProposalForm {...props} action={paths.roundtableProposals(language, id)} />}
    </SessionArticle>
  );
}
