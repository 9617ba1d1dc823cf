import { Link, type LinkProps } from "@remix-run/react";
import type { Weight } from "./button";

type Props = LinkProps & { weight?: Weight; size?: "small" };

export function LinkButton({ weight = "second", size, ...rest }: Props) {
  return <Link {...rest} className="button" data-weight={weight} data-size={size} />;
}
