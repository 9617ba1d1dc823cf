import { useTranslation } from "react-i18next";
import type { Issuer } from "~/domain/advisories/advisory.form";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";
import { ValueList } from "./value-list";

/** The lead stays; others join or are named as in coordination, on the platform or not. */
export function Issuers({ issuers }: { issuers: Issuer[] }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { authorities } = useDesk();
  return (
    <ValueList
      path="issuers"
      name={t("issuers.name")}
      add={t("issuers.add")}
      items={issuers}
      fixed={({ role }) => role === "lead"}
      fresh={(): Issuer => {
        const free = authorities.find(({ id }) => !issuers.some((one) => one.organisationId === id));
        return { organisationId: free?.id ?? null, shortName: free?.shortName ?? "…", role: "joint" };
      }}
      blank={{ organisationId: null, shortName: "", role: "in-coordination" }}
      row={(issuer, change, id, nameOf) =>
        issuer.role === "lead" ? (
          <p>
            <strong>{issuer.shortName}</strong> · {term("role.lead")}
          </p>
        ) : (
          <>
            <Select
              id={`${id}-organisation`}
              name={`${nameOf("organisationId")}?`}
              form={deskForm}
              label={t("issuers.authority")}
              none={t("issuers.elsewhere")}
              value={issuer.organisationId ?? ""}
              options={authorities.map((one) => ({ value: one.id, name: one.shortName }))}
              onChange={(event) => {
                const chosen = authorities.find((one) => one.id === event.currentTarget.value);
                change(
                  chosen
                    ? { ...issuer, organisationId: chosen.id, shortName: chosen.shortName }
                    : { ...issuer, organisationId: null, role: "in-coordination" },
                );
              }}
            />
            {issuer.organisationId === null && (
              <TextField
                id={`${id}-name`}
                name={nameOf("shortName")}
                form={deskForm}
                label={t("issuers.shortName")}
                value={issuer.shortName}
                onChange={(event) => change({ ...issuer, shortName: event.currentTarget.value })}
              />
            )}
            <Select
              id={`${id}-role`}
              name={nameOf("role")}
              form={deskForm}
              label={t("issuers.role")}
              value={issuer.role}
              options={(["joint", "in-coordination"] as const).map((role) => ({
                value: role,
                name: term(`role.${role}`),
              }))}
              onChange={(event) =>
                change({
                  ...issuer,
                  role: event.currentTarget.value === "joint" ? "joint" : "in-coordination",
                })
              }
            />
          </>
        )
      }
    />
  );
}
