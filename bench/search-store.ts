import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { Viewer } from "~/domain/members/viewer";
import { endOrphan, freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import { fillCorpus } from "./search-corpus";

type Wanted = {
  /** A folder in which the filled store stays, and is found by the next run; undefined: it is removed at the end. */
  keep?: string | undefined;
  documents: number;
  onProgress(line: string): void;
};

/** A database of its own, filled with documents, and a bank's member who reads them. */
export async function openSearchStore({ keep, documents, onProgress }: Wanted) {
  const parent = keep ? resolve(keep) : await mkdtemp(join(tmpdir(), "ribera-bench-search-"));
  await mkdir(parent, { recursive: true });
  await chmod(parent, 0o711);
  const folder = join(parent, "postgres");
  const filled = join(parent, "filled");
  const passwordFile = join(parent, "password");
  // A filling that was broken off left something that nobody wants measured.
  if (!existsSync(filled)) await rm(folder, { recursive: true, force: true });
  else await endOrphan(folder, onProgress);
  const password = existsSync(filled) ? (await readFile(passwordFile, "utf8")).trim() : randomUUID();
  await writeFile(passwordFile, password, { mode: 0o600 });

  const cluster = await startCluster({
    folder,
    password,
    port: await freePort(),
    durable: true,
    onProgress,
  });
  const close = async () => {
    await cluster.stop();
    if (!keep) await rm(parent, { recursive: true, force: true });
  };
  try {
    const url = ownerUrl(cluster.port, password, "postgres");
    const { webUrl, webPassword } = webAddress(url);
    await migrate(url, { webPassword, onProgress });
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    const people = existsSync(filled) ? await peopleOf(owner) : await fillPeople(owner);
    if (!existsSync(filled)) {
      await fillCorpus(owner, people, documents, onProgress);
      await writeFile(filled, `${documents}\n`);
    }
    await readIntoMemory(owner);
    await owner.end();
    return { url, webUrl, bank: memberOf(people), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A store that was filled just now is in memory; one that was kept must be measured as it is. */
async function readIntoMemory(owner: postgres.Sql) {
  await owner`create extension if not exists pg_prewarm`;
  await owner`
    select pg_prewarm(oid, 'read') from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and pg_relation_size(oid) > 0`;
}

type People = { authority: string; staff: string; bank: string; officer: string };

async function fillPeople(owner: postgres.Sql): Promise<People> {
  const organisation = async (kind: string, name: string) => {
    const [row] = await owner<{ id: string }[]>`
      insert into organisations (kind, short_name, name_es, name_en, jurisdiction, sector, vetting)
      values (${kind}, ${name}, ${name}, ${name}, 'MX', ${kind === "institution" ? "bank" : null}, 'vetted') returning id`;
    return row?.id ?? "";
  };
  const member = async (organisationId: string, email: string) => {
    const [row] = await owner<{ id: string }[]>`
      insert into members (organisation_id, email, name, language, time_zone)
      values (${organisationId}, ${email}, 'Bench', 'es', 'UTC') returning id`;
    return row?.id ?? "";
  };
  const authority = await organisation("authority", "BENCH");
  const bank = await organisation("institution", "BANK");
  const staff = await member(authority, "staff@example.org");
  const officer = await member(bank, "officer@example.org");
  return { authority, staff, bank, officer };
}

async function peopleOf(owner: postgres.Sql): Promise<People> {
  const [people] = await owner<People[]>`
    select s.organisation_id as authority, s.id as staff, o.organisation_id as bank, o.id as officer
    from members s, members o where s.email = 'staff@example.org' and o.email = 'officer@example.org'`;
  if (!people) throw new Error("the kept store has no readers: remove its folder");
  return people;
}

const memberOf = ({ officer, bank }: People): Viewer => ({
  memberId: officer,
  name: "Bench",
  language: "es",
  timeZone: "UTC",
  organisationId: bank,
  organisation: "BANK",
  organisationKind: "institution",
  jurisdiction: "MX",
  sector: "bank",
  roles: [],
});
