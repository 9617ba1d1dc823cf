import type { Language, Text } from "~/domain/advisories/advisory.form";
import type { SessionCopy } from "~/domain/exports/minutes-pdf.server";
import type { TakenRecord } from "~/domain/minutes/take-record.server";
import { formatDate, formatDay, formatInstantShort } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n.server";

type Section = SessionCopy["sections"][number];
type Said = TakenRecord["room"]["contributions"][number];

/** All of a session on paper, in one language: what was said stands in its own, with its translations. */
export function recordAsCopy(record: TakenRecord, language: Language, timeZone: string): SessionCopy {
  const { minutes, room, terms, commitments, digest, reader, at } = record;
  const { t } = i18nOf(language);
  const words = (text: Text) => text[language] || text.es || text.en;
  const paragraphs = (text: Text) => words(text).split(/\n{2,}/);
  const when = formatInstantShort(language, at, timeZone);

  const who = ({ mode, who: as }: Said) => {
    if (mode === "named") return t("room:who.named", { name: as.name, organisation: as.organisation });
    if (mode === "organisation") return as.organisation ?? "";
    if (mode === "unattributed") return t("room:who.unattributed");
    return as.sector === "authority"
      ? t("room:who.authority")
      : t("room:who.sector", { sector: t(`terms:sector.${(as.sector ?? "bank") as "bank"}`) });
  };
  const line = (one: Said): string[] => {
    const text = one.hidden
      ? t("vaults:copy.hidden")
      : one.file
        ? t("vaults:copy.file", { name: one.file.name })
        : (one.text ?? "");
    const kind = one.kind === "question" ? "question" : one.parentId ? "reply" : "said";
    const votes = room.floor.votes.find(({ contributionId }) => contributionId === one.id)?.votes ?? 0;
    return [
      t(`vaults:copy.${kind}`, { who: who(one), text }) +
        (one.kind === "question" ? ` (${t("vaults:copy.votes", { count: votes })})` : ""),
      ...one.translations.map(({ by, text }) =>
        by === null
          ? t("vaults:copy.machineTranslated", { text })
          : t("vaults:copy.translated", { by, text }),
      ),
    ];
  };
  const conversation: Section[] = minutes.agenda.map((title, n) => {
    const said = room.contributions.filter(({ item }) => item === n).flatMap(line);
    return {
      heading: t("vaults:copy.item", { n: n + 1, title: words(title) }),
      paragraphs: said.length > 0 ? said : [t("vaults:copy.nothing")],
    };
  });
  const polls = room.floor.polls.flatMap(({ question, options, voters, counts }) => [
    `${words(question)} ${t("vaults:copy.voters", { count: voters })}`,
    ...(counts
      ? counts.map((count, n) =>
          t("vaults:copy.choice", { choice: options[n] ? words(options[n]) : String(n + 1), count }),
        )
      : [t("vaults:copy.unshown")]),
  ]);
  const notes: Section[] = minutes.notes
    ? [
        {
          heading: t("vaults:copy.minutes"),
          paragraphs: [
            ...paragraphs(minutes.notes.summary),
            ...minutes.notes.items.flatMap((text, n) => {
              const [first = "", ...rest] = paragraphs(text);
              return [`${n + 1}. ${first}`, ...rest];
            }),
          ],
        },
      ]
    : [];
  const owed = commitments.map(({ what, owner, due, state }) =>
    t("vaults:copy.commitment", {
      what: words(what),
      owner,
      due: formatDay(language, due),
      state: t(`commitments:states.${state}`),
    }),
  );
  return {
    kicker: t("vaults:copy.kicker"),
    title: words(minutes.title),
    tlp: minutes.tlp,
    facts: t("vaults:copy.facts", { day: formatDate(language, minutes.startsAt, timeZone) }),
    rule: t(minutes.chathamHouse ? "roundtables:agenda.ruleOn" : "roundtables:agenda.ruleOff"),
    reader: t("minutes:copy.reader", { ...reader, when }),
    mark: `${reader.name}\n${reader.organisation}\n${when}`,
    sections: [
      {
        heading: t("vaults:copy.agenda"),
        paragraphs: minutes.agenda.map((title, n) => `${n + 1}. ${words(title)}`),
      },
      {
        heading: t("vaults:copy.terms", { n: terms.version }),
        paragraphs: [
          ...paragraphs(terms.words),
          ...(terms.hash ? [t("vaults:copy.termsHash", { hash: terms.hash[language] })] : []),
        ],
      },
      ...conversation,
      ...(polls.length > 0 ? [{ heading: t("vaults:copy.polls"), paragraphs: polls }] : []),
      ...notes,
      ...(owed.length > 0 ? [{ heading: t("vaults:copy.commitments"), paragraphs: owed }] : []),
      {
        heading: t("vaults:copy.seal"),
        paragraphs: [digest ? t("vaults:copy.sealed", { digest }) : t("vaults:copy.unsealed")],
      },
    ],
  };
}
