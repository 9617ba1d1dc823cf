import { createHmac } from "node:crypto";
import type postgres from "postgres";
import { webRole } from "./migrate.server";
import { StartError } from "./start-error";

/** The web role's address and password from the owner's: every process derives the same ones, nothing is kept. */
export function webAddress(ownerUrl: string) {
  const url = new URL(ownerUrl);
  const password = createHmac("sha256", decodeURIComponent(url.password))
    .update("ribera web role")
    .digest("base64url");
  url.username = webRole;
  url.password = password;
  return { webUrl: url.href, webPassword: password };
}

/** Refuses to serve as a role that row-level security would not bind. */
export async function requireBoundRole(sql: postgres.Sql) {
  const [role] = await sql<
    { name: string; powers: string[]; member: boolean; above: string[]; owns: number }[]
  >`
    select current_user as name,
      array_remove(array[
        case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
        case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
        case when rolreplication then 'REPLICATION' end], null) as powers,
      pg_has_role(current_user, ${webRole}, 'USAGE') as member,
      array(select r.rolname::text from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')
            and r.rolname not in (current_user, ${webRole})) as above,
      (select count(*)::int from pg_shdepend d join pg_roles r on r.oid = d.refobjid
       where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and r.rolname in (current_user, ${webRole})) as owns
    from pg_roles where rolname = current_user`;
  if (!role) throw new Error("The database does not know the web role.");

  const faults = [
    role.powers.length > 0 ? `has ${role.powers.join(", ")}` : "",
    role.owns > 0 ? `owns ${role.owns} things in the database` : "",
    role.above.length > 0 && !role.powers.includes("SUPERUSER")
      ? `is a member of ${role.above.join(", ")}`
      : "",
    role.member ? "" : `is not a member of ${webRole}`,
  ].filter((fault) => fault !== "");
  if (faults.length === 0) return;
  throw new StartError(
    `The web process must not connect as ${role.name}: it ${faults.join(", and ")}, so row-level security would not hold. ` +
      `Set DATABASE_WEB_URL to a role that is only a member of ${webRole}, or unset it.`,
  );
}
