import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { SaidText } from "~/ui/text/said";
import { Caveat } from "./caveat";
import { RedFlag } from "./red-flag";
import { RedFlagFilters } from "./red-flag-filters";

type Props = Pick<AdvisoryReading, "parts" | "number" | "tlp"> & {
  /** What stands below the text of one, by its public id. */
  below?: ((publicId: string) => ReactNode) | undefined;
};

/** That there are none is worth saying of an advisory, not of a speech. */
export const hasRedFlagPart = ({ type, parts }: Pick<AdvisoryReading, "type" | "parts">) =>
  type !== "statement" || parts.some(({ flags }) => flags.length > 0);

export function RedFlags({ parts, number, tlp, below }: Props) {
  const { t } = useTranslation("reading");
  const list = useRef<HTMLElement>(null);
  const flags = parts.flatMap((part) => part.flags);
  const [shown, setShown] = useState(flags.length);

  // The style sheet hides; this only counts what it left, so that the number can be said aloud.
  const countShown = (_: FormEvent) => {
    const items = [...(list.current?.querySelectorAll("li.flag") ?? [])];
    setShown(items.filter((item) => item.getClientRects().length > 0).length);
  };

  return (
    <section className="flags" id="red-flags" ref={list} onChange={countShown} data-anchor>
      <div className="folio flags-head">
        <div className="text">
          <h2>
            {t("flags.title")}{" "}
            {flags.length > 0 && (
              <span className="how-many">{t("flags.count", { count: flags.length })}</span>
            )}
          </h2>
          {flags.length === 0 ? <p>{t("flags.none")}</p> : <Caveat />}
          <RedFlagFilters flags={flags} shown={shown} />
        </div>
      </div>
      {parts.map((part) => (
        <div
          key={part.id}
          className="flag-part"
          id={part.anchor}
          data-observable={part.flags.flatMap((flag) => flag.observableAt).join(" ")}
          data-strength={part.flags.map((flag) => flag.strength ?? "").join(" ")}
        >
          {part.name && (
            <div className="folio">
              <div className="text">
                <SaidText as="h3" said={part.name} />
              </div>
            </div>
          )}
          <ol className="flag-list">
            {part.flags.map((flag) => (
              <RedFlag
                key={flag.publicId}
                flag={flag}
                number={number}
                tlp={tlp}
                grouped={part.name !== null}
                below={below?.(flag.publicId)}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
