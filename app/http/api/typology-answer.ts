import { redFlagAsData, textAsData } from "~/domain/exports/advisory-json";
import type { TypologyPage } from "~/domain/typologies/typologies.server";

/** A red flag that several advisories print stands once, with the newest. */
export function typologyAsAnswer({ name, description, advisories, redFlags, ...page }: TypologyPage) {
  const once = new Map(redFlags.toReversed().map((flag) => [flag.publicId, flag]));
  return {
    ...page,
    name: textAsData(name),
    description: textAsData(description),
    advisories: advisories.map(({ id: _, sortDate, title, issuers, ...advisory }) => ({
      ...advisory,
      date: sortDate || null,
      title: textAsData(title),
      issuers: issuers.map(({ shortName, role }) => ({ shortName, role })),
    })),
    redFlags: [...once.values()].toReversed().map(({ number, content }) => {
      const { group: _, ...flag } = redFlagAsData(number, content, []);
      return { ...flag, advisory: number };
    }),
  };
}
