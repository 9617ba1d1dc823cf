import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { demoSecret } from "../tests/support/demo";
import { value } from "../tests/support/desk";
import { aRoomEntered, handOver } from "../tests/support/rooms";
import { keys as testKeys } from "../tests/support/rounds";
import { openOwnStore } from "./own-store";

/** A migrated store with one session that is open; the day after tomorrow, so that no bench outlives it. */
export async function openRoomStore() {
  const world = await openOwnStore("room");
  const { owner } = world;
  const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const times = { date, from: "10:00", to: "12:00", zone: "America/Mexico_City" };
  const room = await aRoomEntered(world, { times });
  const { roundtableId, chair } = room;
  value(await openRoom(world.db, { roundtableId, keys: testKeys, by: chair, at: new Date() }));
  const keys = await openSecretKeys({ dataDir: "", secret: demoSecret });
  await handOver(world, roundtableId, keys);
  return {
    world,
    room,
    roundtableId,
    keys,
    environment: {
      DATABASE_URL: world.ownerUrl,
      DATABASE_WEB_URL: world.webUrl,
      RIBERA_SECRET_KEY: demoSecret,
      RIBERA_DEMO: "0",
      HOST: "127.0.0.1",
    },
    /** So many more people at the table, who accepted the terms; `from` sets the names of their houses apart. */
    async seat(many: number, from = 0): Promise<string[]> {
      const rows = await owner<{ id: string }[]>`
        with houses as (
          insert into organisations (kind, short_name, name_es, name_en, jurisdiction, sector, vetting, number_patterns)
          select 'institution', 'M' || n, 'Banco ' || n, 'Bank ' || n, 'MX', 'bank', 'vetted', '{}' from generate_series(${from + 1}::int, ${from + Math.ceil(many / 10)}::int) n
          returning id),
        invited as (
          insert into roundtable_invitations (roundtable_id, organisation_id, seats, invited_by, invited_at)
          select ${roundtableId}, id, 10, ${chair.memberId}, now() from houses returning organisation_id),
        people as (
          insert into members (organisation_id, email, name, language, time_zone)
          select id, 'mesa-' || id || '-' || n || '@example.org', 'Persona ' || n, 'es', 'America/Mexico_City' from houses, generate_series(1, 10) n
          returning id, organisation_id),
        roles as (
          insert into member_roles (member_id, role, language) select id, 'analyst', '' from people returning member_id),
        seats as (
          insert into roundtable_seats (roundtable_id, organisation_id, member_id, named_by, named_at)
          select ${roundtableId}, organisation_id, id, ${chair.memberId}, now() from people returning member_id),
        accepted as (
          insert into roundtable_acceptances (roundtable_id, member_id, organisation_id, version, language, hash, accepted_at)
          select ${roundtableId}, id, organisation_id, 1, 'es', 'x', now() from people returning member_id)
        select id from people, (select count(*) from invited), (select count(*) from roles), (select count(*) from seats), (select count(*) from accepted)`;
      return rows.map(({ id }) => id).slice(0, many);
    },
    close: world.close,
  };
}
