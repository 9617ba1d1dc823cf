import { Fragment } from "react";
import { idsInText } from "~/domain/advisories/ids-in-text";

/** A line of a mail of which no number or id is broken at its hyphens. */
export const WholeIds = ({ children }: { children: string }) =>
  idsInText(children).map(({ text, isId }, i) => {
    const key = `${i}-${isId}`;
    return isId ? (
      <span key={key} style={{ whiteSpace: "nowrap" }}>
        {text}
      </span>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
