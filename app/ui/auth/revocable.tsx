import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";

type Props = {
  /** The word for what still opens something. */
  live: string;
  act: string;
  /** The act with the name of what it ends. */
  actNamed: string;
  action: string;
  /** What is said once it is ended. */
  done: string;
};

/** That something still opens what it is for, and the button that ends it. */
export function Revocable({ live, act, actNamed, action, done }: Props) {
  return (
    <ActForm action={action} done={done}>
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
