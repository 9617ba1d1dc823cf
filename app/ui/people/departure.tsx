import { Form } from "@remix-run/react";
import type { Refusal } from "~/http/outcomes";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";

type Props = {
  words: { title: string; lead: string; losses: string[]; kept: string; keep: string; do: string };
  back: string;
  refusal: Refusal | undefined;
};

/** Ending an access: what is lost at once, and what stays. */
export function Departure({ words, back, refusal }: Props) {
  return (
    <article className="narrow-page">
      <h1>{words.title}</h1>
      <Form method="post" className="form">
        <RefusalNotice refusal={refusal} />
        <div className="prose">
          <p>{words.lead}</p>
          <ul>
            {words.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
          <p>{words.kept}</p>
        </div>
        <p className="toolbar">
          <LinkButton weight="first" to={back}>
            {words.keep}
          </LinkButton>
          <Button type="submit" weight="danger">
            {words.do}
          </Button>
        </p>
      </Form>
    </article>
  );
}
