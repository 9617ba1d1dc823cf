import type { Text } from "~/domain/advisories/advisory.form";
import { namesIn } from "~/domain/minutes/names-in";
import { Scan } from "~/domain/parity/fact";
import { readDates } from "~/domain/parity/read-dates";
import { readNumericDates } from "~/domain/parity/read-numeric-dates";

type Session = {
  /** Of everyone who was at the table, of their organisations, and of its place. */
  names: string[];
  startsAt: Date;
  timeZone: string;
};

const languages = ["es", "en"] as const;

/** What in these texts leads to a session: whoever was in it, where it was, its day, an address of the platform's rooms. */
export function tracesIn(texts: Text[], { names, startsAt, timeZone }: Session): string[] {
  const all = texts.flatMap(({ es, en }) => [es, en]).join("\n");
  const addresses = all.match(/\/roundtables\/[0-9a-f-]+/gi) ?? [];
  return [...new Set([...namesIn(all, names), ...addresses, ...daysIn(texts, startsAt, timeZone)])];
}

function daysIn(texts: Text[], startsAt: Date, timeZone: string): string[] {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(startsAt);
  const [year, month, date] = day.split("-");
  const keys = [`d:${year}-${month}-${date}`, `d:--${month}-${date}`];
  return texts.flatMap((text) =>
    languages.flatMap((language) => {
      const scan = new Scan(text[language]);
      readNumericDates(scan, language);
      readDates(scan, language);
      return scan.facts
        .filter((fact) => fact.keys.some((key) => keys.includes(key)))
        .map((fact) => fact.text);
    }),
  );
}
