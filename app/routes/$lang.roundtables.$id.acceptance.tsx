import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { requireLanguage } from "~/http/language";
import { roomAction, toTerms } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toTerms;

export const action = roomAction(
  ({ room, typed }) =>
    acceptTerms(db, {
      ...room,
      version: Number(typed.version),
      language: requireLanguage({ lang: typed.language }),
    }),
  { page: paths.roomTerms, confirmed: true },
);

export { RefusedAcceptance as default } from "~/ui/room/refused-acceptance";
