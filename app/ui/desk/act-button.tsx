import type { ButtonHTMLAttributes, ComponentProps } from "react";
import type { FormAct } from "~/http/desk-form";
import { Button } from "~/ui/action/button";
import { deskForm } from "./desk-form";

type Acting = { act: FormAct; onAct: () => void };

/** Sent with the form of the desk where there are no scripts; otherwise done at once. */
const acting = ({ act, onAct }: Acting) =>
  ({
    type: "submit",
    form: deskForm,
    name: "act",
    value: JSON.stringify(act),
    onClick: (event: { preventDefault(): void }) => {
      event.preventDefault();
      onAct();
    },
  }) as const;

export const ActButton = ({ act, onAct, ...rest }: Acting & ComponentProps<typeof Button>) => (
  <Button {...rest} {...acting({ act, onAct })} />
);

export const IconActButton = ({
  act,
  onAct,
  name,
  ...rest
}: Acting & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "name"> & { name: string }) => (
  <button className="icon-button" aria-label={name} title={name} {...rest} {...acting({ act, onAct })} />
);
