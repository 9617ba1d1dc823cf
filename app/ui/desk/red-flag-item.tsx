import { useId } from "react";
import { useTranslation } from "react-i18next";
import { publicRedFlagId } from "~/domain/advisories/advisory";
import type { AdvisoryContent, RedFlag } from "~/domain/advisories/advisory.form";
import { localeOf } from "~/i18n/language";
import { ParityMark } from "~/ui/mark/parity-mark";
import { RedFlagStateMark } from "~/ui/mark/red-flag-state-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Pair } from "~/ui/pair/pair";
import { useDesk } from "./desk-context";
import { ItemTools } from "./item-tools";
import { agreementOf } from "./piece-pair";
import { RedFlagFields } from "./red-flag-fields";
import { ScriptButton } from "./script-button";

type Props = {
  flag: RedFlag;
  flags: RedFlag[];
  groups: AdvisoryContent["groups"];
  at: number;
  open: boolean;
  onToggle: () => void;
};

/** A red flag as two columns of reading; opened, all its fields. */
export function RedFlagItem({ flag, flags, groups, at, open, onToggle }: Props) {
  const { t } = useTranslation("desk");
  const { number, issuedFlags, shown, comments, editable } = useDesk();
  const fields = useId();
  const label = `RF-${String(flag.n).padStart(2, "0")}`;
  const path = `redFlags/${flag.id}`;
  const group = groups.find(({ id }) => id === flag.group);
  const unresolved = comments.filter((one) => one.path.startsWith(`${path}/`) && !one.resolvedAt).length;
  const agreement = agreementOf(flag.text);
  // What was issued is withdrawn or merged, not removed; the server says so too.
  const removable = !issuedFlags.includes(flag.id);
  return (
    <li
      className="desk-item desk-flag"
      id={`item-${path}`}
      data-state={flag.state}
      data-open={open || undefined}
    >
      <div className="item-head">
        <h4 className="flag-label number">
          <span title={publicRedFlagId(number, flag)}>
            {flag.home ? publicRedFlagId(number, flag) : label}
          </span>
        </h4>
        {group && <span className="label">{group.name.es || group.name.en}</span>}
        {flag.state !== "active" && <RedFlagStateMark state={flag.state} />}
        {flag.tlp !== shown.content.tlp && <TlpMark label={flag.tlp} />}
        {unresolved > 0 && <span className="label">{t("comments.count", { count: unresolved })}</span>}
        <ScriptButton
          size="small"
          aria-expanded={open}
          aria-controls={fields}
          onClick={onToggle}
          aria-label={t(open ? "redFlags.close" : editable ? "redFlags.edit" : "redFlags.look", {
            id: label,
          })}
        >
          {t(open ? "fold" : editable ? "edit" : "unfold")}
        </ScriptButton>
        {!open && (
          <noscript>
            <a href={`?open=${flag.id}#item-${path}`}>{t(editable ? "edit" : "unfold")}</a>
          </noscript>
        )}
        <ItemTools list="redFlags" items={flags} at={at} name={label} removable={removable} />
      </div>
      <div id={fields}>
        {open ? (
          <RedFlagFields flag={flag} groups={groups} label={label} />
        ) : (
          <Pair
            left={
              <p lang={localeOf("es")}>
                {flag.text.es || <em className="missing-text">{t("missing.es")}</em>}
              </p>
            }
            right={
              <p lang={localeOf("en")}>
                {flag.text.en || <em className="missing-text">{t("missing.en")}</em>}
              </p>
            }
            mark={<ParityMark agreement={agreement} name={t(`parity.${agreement}`)} />}
          />
        )}
      </div>
    </li>
  );
}
