import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/action/button";

type Props = {
  typed: Record<string, string>;
  /** What goes along as it was, beside the fields. */
  carried?: readonly string[];
  act: string;
  weight?: "first" | "second" | "danger";
  children: ReactNode;
};

/** The form of an act that was refused, without scripts, at its own address: with all that was typed, to be mended. */
export function MendedForm({ typed, carried = [], act, weight = "first", children }: Props) {
  const { pathname } = useLocation();
  return (
    <form method="post" action={pathname} className="form roundtable">
      {carried.map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name] ?? ""} />
      ))}
      {children}
      <Button type="submit" weight={weight}>
        {act}
      </Button>
    </form>
  );
}
