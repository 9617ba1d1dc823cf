import type { ComponentProps } from "react";
import { Button } from "~/ui/action/button";

/** A button that does nothing without scripts, and is then not there. */
export function ScriptButton(props: ComponentProps<typeof Button>) {
  return (
    <span className="needs-script">
      <Button {...props} />
    </span>
  );
}
