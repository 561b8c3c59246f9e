import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { BeatInput } from './device.input.ts';

/** Keeps what a screen said; a picture that it did not send again stays. @returns what it could not show before */
export async function putBeat(db: Db, screen: number, beat: BeatInput, picture: Buffer | null, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ cannot: string[] }>`with put as (
    insert into screen_beats (screen_id, at, slide, title, source, program_sha256, width, height, clock_offset_ms, waiting_plays, cannot_show, picture,
      picture_at)
    values (${screen}, ${now}, ${beat.slide}, ${beat.title}, ${beat.source}, ${beat.program}, ${beat.width}, ${beat.height}, ${beat.clockOffsetMs},
      ${beat.waitingPlays}, ${beat.cannot ?? []}::text[], ${picture}, ${picture ? now : null})
    on conflict (screen_id) do update set at = excluded.at, slide = excluded.slide, title = excluded.title, source = excluded.source,
      program_sha256 = excluded.program_sha256, width = excluded.width, height = excluded.height, clock_offset_ms = excluded.clock_offset_ms,
      waiting_plays = excluded.waiting_plays, cannot_show = excluded.cannot_show,
      picture = coalesce(excluded.picture, screen_beats.picture), picture_at = coalesce(excluded.picture_at, screen_beats.picture_at)
    ) select cannot_show as cannot from screen_beats where screen_id = ${screen}`.execute(db);
  return rows[0]?.cannot ?? [];
}

/** Who answers for a screen, and what it is called. */
export async function selectAnswerable(db: Db, screen: number): Promise<{ name: string; responsible: string | null }> {
  const { rows } = await sql<{
    name: string;
    responsible: string | null;
  }>`select s.name, coalesce(g.responsible_id, s.adopted_by) as responsible
    from screens s left join screen_groups g on g.id = s.group_id where s.id = ${screen}`.execute(db);
  return rows[0]!;
}

export async function selectPicture(db: Db, screen: number): Promise<Buffer | null> {
  const { rows } = await sql<{ picture: Buffer | null }>`select b.picture from screen_beats b join screens s on s.id = b.screen_id
    where b.screen_id = ${screen} and s.revoked_at is null`.execute(db);
  return rows[0]?.picture ?? null;
}

/** Since when it has been silent, taken away because it spoke; null when it was not. */
export async function endSilence(db: Db, screen: number): Promise<Date | null> {
  const { rows } = await sql<{
    since: Date;
  }>`update screens s set silent_since = null from (select id, silent_since from screens where id = ${screen}) b
    where s.id = b.id and s.silent_since is not null returning b.silent_since as since`.execute(db);
  return rows[0]?.since ?? null;
}

export interface FellSilent {
  readonly id: number;
  readonly name: string;
  readonly at: Date;
  readonly responsible: string | null;
}

/** Marks the screens that should be on and have said nothing since before; each once. */
export async function markSilent(db: Db, before: Date, now: Date, zone: string): Promise<FellSilent[]> {
  const { rows } = await sql<FellSilent>`
    update screens s set silent_since = f.at from (
      select s.id, b.at, coalesce(g.responsible_id, s.adopted_by) as responsible
      from screens s join screen_beats b on b.screen_id = s.id left join screen_groups g on g.id = s.group_id
      where s.revoked_at is null and s.silent_since is null and b.at < ${before} and (g.on_from is null or case when g.on_from < g.on_until
        then (${now}::timestamptz at time zone ${zone})::time >= g.on_from and (${now}::timestamptz at time zone ${zone})::time < g.on_until
        else (${now}::timestamptz at time zone ${zone})::time >= g.on_from or (${now}::timestamptz at time zone ${zone})::time < g.on_until end)
      order by s.id limit 500) f
    where s.id = f.id returning s.id, s.name, f.at, f.responsible`.execute(db);
  return rows;
}
