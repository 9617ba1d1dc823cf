import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";

export function Sections({ sections, tlp }: Pick<AdvisoryReading, "sections" | "tlp">) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  return (
    <>
      {sections.map((section) => (
        <section key={section.id} className="passage" id={section.anchor} data-anchor>
          {section.heading ? (
            <SaidText as="h2" said={section.heading} />
          ) : (
            <h2>{term(`sectionKind.${section.kind}`)}</h2>
          )}
          {section.tlp !== tlp && (
            <p className="part-marking" title={t("advisory.marked")}>
              <TlpMark label={section.tlp} />
            </p>
          )}
          <Prose body={section.body} />
        </section>
      ))}
    </>
  );
}
