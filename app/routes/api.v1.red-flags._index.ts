import { textAsData } from "~/domain/exports/advisory-json";
import { similarRedFlags } from "~/domain/indicators/similar-indicators.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { listSimilarRedFlags } from "~/http/api/operations/red-flags";

const resource = answering(
  bind(listSimilarRedFlags, async ({ db, by, language, query }) => {
    const found = await similarRedFlags(db, by, {
      text: query.q,
      language: query.language ?? language,
      excluding: [],
    });
    const items = found.map(({ publicId, advisoryNumber, tlp, text, similarity }) => ({
      id: publicId,
      advisory: advisoryNumber,
      tlp,
      text: textAsData(text),
      similarity,
    }));
    return done({ body: { items, next: null } });
  }),
);

export const loader = resource;
export const action = resource;
