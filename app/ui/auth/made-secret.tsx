import type { ReactNode } from "react";
import { Notice } from "~/ui/notice/notice";
import { CopyButton } from "~/ui/text/copy-button";

type Props = {
  heading: string;
  secret: string;
  /** What the button copies, in words. */
  copy: string;
  children?: ReactNode;
};

/** What was just made and is shown this once, to be copied. */
export function MadeSecret({ heading, secret, copy, children }: Props) {
  return (
    <Notice heading={heading} live>
      <p>
        <code className="token">{secret}</code>
      </p>
      {children}
      <p>
        <CopyButton name={copy} text={() => secret} />
      </p>
    </Notice>
  );
}
