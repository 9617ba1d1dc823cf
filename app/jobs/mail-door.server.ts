import { postBatchLocally, postLocally } from "~/domain/digests/local-mail.server";
import type { Post, PostBatch } from "~/domain/digests/mail";
import { postBatchByResend, postByResend } from "~/domain/digests/post-by-resend.server";
import { takeTurn } from "~/domain/digests/take-turn.server";
import type { Environment } from "~/env.server";
import type { Db } from "~db/client.server";

type Door = (db: Db, at: Date, signal?: AbortSignal) => { post: Post; postBatch: PostBatch };

/** How mail leaves: by the mail service at the pace that it bears, or into the demo's mailbox; elsewhere it waits (decision 130). */
export function mailDoor({ demo, mail }: Pick<Environment, "demo" | "mail">): Door | undefined {
  if (!mail)
    return demo
      ? (db, at) => ({ post: postLocally(db, at), postBatch: postBatchLocally(db, at) })
      : undefined;
  const [one, many] = [postByResend(mail), postBatchByResend(mail)];
  return (db, _at, signal) => {
    const turn = { perSecond: mail.perSecond, signal };
    return {
      post: (letter) => takeTurn(db, turn, () => one(letter)),
      postBatch: (key, mails) => takeTurn(db, turn, () => many(key, mails)),
    };
  };
}
