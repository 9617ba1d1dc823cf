import { useTranslation } from "react-i18next";
import type { Requirement } from "~/domain/drafts/draft";
import { useRefusal } from "~/ui/act/refusal";
import { useDesk } from "./desk-context";
import { anchorOf, usePieceName } from "./piece-name";

export type Blocker = { reason: string; paths?: string[]; missing?: Requirement[]; count?: number };

type Props = { blockers: Blocker[]; authorities: Record<string, string> };

/** What stands between the draft and its publication, each with the way to it. */
export function Missing({ blockers, authorities }: Props) {
  const { t } = useTranslation("desk");
  const { reveal } = useDesk();
  const sentence = useRefusal();
  const nameOf = usePieceName();
  if (blockers.length === 0) return <p>{t("missing.nothing")}</p>;
  return (
    <ul className="missing">
      {blockers.map((blocker) => (
        <li key={blocker.reason}>
          <p>
            {sentence(blocker.reason, { count: blocker.count ?? blocker.paths?.length ?? 0, ...blocker })}
          </p>
          {blocker.paths && (
            <ul>
              {blocker.paths.slice(0, 12).map((path) => (
                <li key={path}>
                  {path.includes("#") || !/[a-z]/.test(path) ? (
                    path
                  ) : (
                    <a
                      href={anchorOf(path)}
                      onClick={(event) => {
                        event.preventDefault();
                        reveal(path);
                      }}
                    >
                      {nameOf(path)}
                    </a>
                  )}
                </li>
              ))}
              {blocker.paths.length > 12 && (
                <li>{t("missing.more", { count: blocker.paths.length - 12 })}</li>
              )}
            </ul>
          )}
          {blocker.missing && (
            <ul>
              {blocker.missing.map(({ kind, organisationId, needed, given }) => (
                <li key={`${kind} ${organisationId}`}>
                  {t("missing.clearance", {
                    count: needed - given,
                    kind: t(`kind.${kind}`),
                    by: organisationId ? (authorities[organisationId] ?? "") : t("missing.anyAuthority"),
                  })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
