import type { ReactNode } from "react";
import { type GivenRole, roleKey } from "~/domain/members/role";
import { Choices } from "~/ui/field/choices";
import { useRoleName } from "./use-role-name";

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  givable: GivenRole[];
  chosen: readonly string[];
};

/** The roles that there are in an organisation, each with what it does. */
export function RoleChoices({ givable, chosen, ...words }: Props) {
  const { name, does } = useRoleName();
  return (
    <Choices
      {...words}
      kind="several"
      name="roles[]"
      column
      chosen={chosen}
      choices={givable.map((role) => ({ value: roleKey(role), name: name(role), hint: does(role) }))}
    />
  );
}
