import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RedFlag, Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { useDesk } from "./desk-context";

type SimilarFlag = { publicId: string; advisoryNumber: string; text: Text; similarity: number };

/** Issued red flags that resemble it: to be reused, or this one merged into them, before a second one is made. */
export function SimilarFlags({ flag, label }: { flag: RedFlag; label: string }) {
  const { t } = useTranslation("desk");
  const { draftId, shown, keeper, issuedFlags } = useDesk();
  const language = useLanguage();
  const found = useSimilar(flag);
  const issued = issuedFlags.includes(flag.id);
  const saved = shown.state === "saved";
  if (found.length === 0) return null;
  return (
    <section className="similar" aria-label={t("similar.of", { id: label })}>
      <p className="label" role="status">
        {t("similar.lead", { count: found.length })}
      </p>
      <ul>
        {found.map(({ publicId, advisoryNumber, text }) => (
          <li key={publicId}>
            <p>
              <a
                href={paths.redFlag(language, advisoryNumber, Number(publicId.split("#RF-")[1]))}
                target="_blank"
                rel="noreferrer"
              >
                {publicId}
              </a>{" "}
              {text[language] || text.es || text.en}
            </p>
            <ActForm
              action={paths.draftPart(language, draftId, "red-flags")}
              className="act-inline needs-script"
            >
              {(busy) => (
                <>
                  <input type="hidden" name="publicId" value={publicId} />
                  <input type="hidden" name="instead" value={issued ? "" : flag.id} />
                  <Button
                    type="submit"
                    size="small"
                    busy={busy}
                    disabled={!saved}
                    aria-label={t("similar.reuseOf", { id: publicId, own: label })}
                  >
                    {t(issued ? "similar.reuse" : "similar.reuseInstead")}
                  </Button>
                  {issued && !(flag.state === "merged-into" && flag.mergedInto === publicId) && (
                    <Button
                      size="small"
                      aria-label={t("similar.mergeOf", { id: publicId, own: label })}
                      onClick={() => {
                        keeper.set(`redFlags/${flag.id}/mergedInto`, flag.mergedInto, publicId);
                        keeper.set(`redFlags/${flag.id}/state`, flag.state, "merged-into");
                      }}
                    >
                      {t("similar.merge")}
                    </Button>
                  )}
                </>
              )}
            </ActForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSimilar(flag: RedFlag): SimilarFlag[] {
  const { draftId } = useDesk();
  const language = useLanguage();
  const [found, setFound] = useState<SimilarFlag[]>([]);
  const { es, en } = flag.text;
  useEffect(() => {
    if (es.trim().length + en.trim().length < 25) {
      setFound([]);
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(() => {
      const form = new FormData();
      form.set("es", es.slice(0, 4000));
      form.set("en", en.slice(0, 4000));
      fetch(paths.draftPart(language, draftId, "similar"), {
        method: "POST",
        body: form,
        signal: gone.signal,
      })
        .then((response) => (response.ok ? response.json() : []))
        .then(setFound)
        .catch(() => {});
    }, 900);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [es, en, draftId, language]);
  return found;
}
