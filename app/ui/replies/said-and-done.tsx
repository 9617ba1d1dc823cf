import { useTranslation } from "react-i18next";
import type { Reply } from "~/domain/replies/replies.server";
import { ToldList } from "./told-list";

/** *You said, we did* on a page that is read; of an old version, what led to it. */
export function SaidAndDone({ replies, led = false }: { replies: Reply[]; led?: boolean }) {
  const { t } = useTranslation("replies");
  return (
    <section className="matter folio" id="you-said" data-anchor>
      <h2 className="margin">{t(led ? "told.ledBy" : "told.heading")}</h2>
      <div className="text">
        <p>{t(led ? "told.ledByLead" : "told.lead")}</p>
        <ToldList replies={replies} />
      </div>
    </section>
  );
}
