import { Fragment } from "react";
import { idsInText } from "~/domain/advisories/ids-in-text";

/** A text of which no number or id is broken at its hyphens. */
export function WholeIds({ children }: { children: string }) {
  return idsInText(children).map(({ text, isId }, i) => {
    const key = `${i}-${isId}`;
    return isId ? (
      <span key={key} className="whole">
        {text}
      </span>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}
