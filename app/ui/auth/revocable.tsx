import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";

type Props = {
  /** The word for what still opens something. */
  live: string;
  act: string;
  /** The act with the name of what it ends. */
  actNamed: string;
  action: string;
};

/** That something still opens what it is for, and the button that ends it. */
export function Revocable({ live, act, actNamed, action }: Props) {
  return (
    <ActForm action={action}>
      {(busy) => (
        <>
          {live}{" "}
          <Button type="submit" weight="danger" size="small" busy={busy} aria-label={actNamed}>
            {act}
          </Button>
        </>
      )}
    </ActForm>
  );
}
