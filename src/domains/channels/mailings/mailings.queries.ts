import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { InformationClass, Source } from '../dispatch.ts';
import type { Letter } from '../letter.ts';
import type { Mailing, MailingMove, MailingWithLetter, Waves, Whom } from './mailing.ts';
import type { MailingState } from './mailing-states.ts';

const facts = sql`m.id, json_build_object('type', m.source_type, 'id', m.source_id) as source, m.content_sha256 as "contentSha256", m.class,
  m.title, m.view_path as "viewPath", m.not_before as "notBefore", m.sending_kind as kind, m.purpose, m.segments, m.excluded_segments as "excludedSegments",
  m.excluded_mailings as "excludedMailings", m.sha256, m.state, m.held_from as "heldFrom", m.due_at as "dueAt", m.wave_size as size,
  m.wave_percent as percent, m.wave_minutes as minutes, m.fail_percent as "failPercent", m.waves, m.wave, m.wave_at as "waveAt",
  m.fixed_at as "fixedAt", m.recipients, m.drafted_by as "draftedBy", p.name as "draftedByName", m.drafted_at as "draftedAt",
  m.started_by as "startedBy", m.started_at as "startedAt", m.finished_at as "finishedAt", m.version`;
const from = sql`mailings m left join people p on p.id = m.drafted_by`;

export interface NewMailing extends Whom {
  readonly source: Source;
  readonly contentSha256: string;
  readonly class: InformationClass;
  readonly title: string;
  readonly letter: Letter;
  readonly viewPath: string | null;
  readonly notBefore: Date | null;
  readonly sha256: string;
}

export async function insertMailing(db: Db, given: NewMailing, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into mailings (source_type, source_id, content_sha256, class, title, letter, view_path, not_before, sending_kind, purpose, segments,
      excluded_segments, excluded_mailings, sha256, state, drafted_by, drafted_at)
    values (${given.source.type}, ${given.source.id}, ${given.contentSha256}, ${given.class}, ${given.title}, ${JSON.stringify(given.letter)}::jsonb,
      ${given.viewPath}, ${given.notBefore}, ${given.kind}, ${given.purpose}, ${[...given.segments]}, ${[...given.excludedSegments]},
      ${[...given.excludedMailings]}::bigint[], ${given.sha256}, 'draft', ${by}::uuid, ${now})
    returning id`.execute(db);
  return rows[0]!.id;
}

type Revised = Whom & { readonly title: string; readonly letter: Letter; readonly contentSha256: string; readonly sha256: string };

/** It is a draft again, whatever it was. */
export async function reviseMailing(db: Db, id: number, given: Revised): Promise<void> {
  await sql`update mailings set state = 'draft', title = ${given.title}, letter = ${JSON.stringify(given.letter)}::jsonb,
    content_sha256 = ${given.contentSha256}, sending_kind = ${given.kind}, purpose = ${given.purpose}, segments = ${[...given.segments]},
    excluded_segments = ${[...given.excludedSegments]}, excluded_mailings = ${[...given.excludedMailings]}::bigint[],
    sha256 = ${given.sha256}, version = version + 1 where id = ${id}`.execute(db);
}

export async function insertAuthor(db: Db, id: number, person: string | null): Promise<void> {
  if (person === null) return;
  await sql`insert into mailing_authors (mailing_id, person_id) values (${id}, ${person}::uuid) on conflict do nothing`.execute(db);
}

export async function selectAuthors(db: Db, id: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select p.id, p.name from mailing_authors a join people p on p.id = a.person_id
    where a.mailing_id = ${id} order by p.name`.execute(db);
  return rows;
}

export async function insertApproval(db: Db, id: number, sha256: string, person: string, now: Date): Promise<void> {
  await sql`insert into mailing_approvals (mailing_id, sha256, person_id, at) values (${id}, ${sha256}, ${person}::uuid, ${now})`.execute(
    db,
  );
}

/** Who approved exactly this content, the last first. */
export async function selectApproval(db: Db, id: number, sha256: string): Promise<{ person: string; name: string; at: Date } | undefined> {
  const { rows } = await sql<{ person: string; name: string; at: Date }>`
    select a.person_id as person, p.name, a.at from mailing_approvals a join people p on p.id = a.person_id
    where a.mailing_id = ${id} and a.sha256 = ${sha256} order by a.id desc limit 1`.execute(db);
  return rows[0];
}

export async function selectMailing(db: Db, id: number, lock = false): Promise<MailingWithLetter | undefined> {
  const { rows } = await sql<MailingWithLetter>`select ${facts}, m.letter from ${from} where m.id = ${id}
    ${lock ? sql`for update of m` : sql``}`.execute(db);
  return rows[0];
}

/** The same, locked; undefined when another holds it, unless it is worth waiting for. */
export async function lockMailing(db: Db, id: number, wait = false): Promise<MailingWithLetter | undefined> {
  const { rows } = await sql<MailingWithLetter>`select ${facts}, m.letter from ${from} where m.id = ${id}
    for update of m ${wait ? sql`` : sql`skip locked`}`.execute(db);
  return rows[0];
}

export interface Step {
  readonly from: readonly MailingState[];
  readonly to: MailingState;
  readonly by: string | null;
  readonly now: Date;
  readonly note?: string;
}

/** Moves a mailing that still is in one of the states said; false when it no longer is. */
export async function moveMailing(db: Db, id: number, { from: before, to, by, now, note = '' }: Step): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update mailings set state = ${to}, version = version + 1,
        held_from = case when ${to} = 'held' then state else null end,
        started_at = case when ${to} = 'sending' then coalesce(started_at, ${now}::timestamptz) else started_at end,
        started_by = case when ${to} in ('sending', 'scheduled') then coalesce(${by}::uuid, started_by) else started_by end,
        finished_at = case when ${to} in ('finished', 'cancelled') then ${now}::timestamptz else finished_at end
      where id = ${id} and state = any (${[...before]}::text[]) returning id
    )
    insert into mailing_moves (mailing_id, state, person_id, at, note) select id, ${to}, ${by}::uuid, ${now}, ${note} from moved returning id`.execute(
    db,
  );
  return rows.length > 0;
}

export async function updatePace(
  db: Db,
  id: number,
  { size, percent, minutes, failPercent, dueAt }: Waves & { failPercent: number; dueAt: Date | null },
): Promise<void> {
  await sql`update mailings set wave_size = ${size}, wave_percent = ${percent}, wave_minutes = ${minutes}, fail_percent = ${failPercent},
    due_at = ${dueAt} where id = ${id}`.execute(db);
}

export async function insertMove(db: Db, id: number, state: MailingState, by: string | null, now: Date): Promise<void> {
  await sql`insert into mailing_moves (mailing_id, state, person_id, at) values (${id}, ${state}, ${by}::uuid, ${now})`.execute(db);
}

export async function selectMailingMoves(db: Db, id: number): Promise<MailingMove[]> {
  const { rows } = await sql<MailingMove>`select m.state, m.at, p.name as person, m.note from mailing_moves m
    left join people p on p.id = m.person_id where m.mailing_id = ${id} order by m.id`.execute(db);
  return rows;
}

export interface MailingFilter {
  readonly state?: MailingState | undefined;
  readonly search?: string | undefined;
  readonly source?: Source | undefined;
}

const narrowed = ({ state, search, source }: MailingFilter): RawBuilder<unknown> => sql`true
  ${state ? sql`and m.state = ${state}` : sql``}
  ${search ? sql`and plain(m.title) like '%' || plain(${search.replace(/[\\%_]/g, '\\$&')}) || '%'` : sql``}
  ${source ? sql`and m.source_type = ${source.type} and m.source_id = ${source.id}` : sql``}`;

/** The last drafted first. */
export async function selectMailings(db: Db, filter: MailingFilter, limit: number, offset: number): Promise<Mailing[]> {
  const { rows } = await sql<Mailing>`with found as materialized (
      select m.id from mailings m where ${narrowed(filter)} order by m.drafted_at desc, m.id desc limit ${limit} offset ${offset}
    ) select ${facts} from ${from} where m.id in (select id from found) order by m.drafted_at desc, m.id desc`.execute(db);
  return rows;
}

export async function countMailings(db: Db, filter: MailingFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from mailings m where ${narrowed(filter)}`.execute(db);
  return rows[0]!.count;
}

export interface MailingStanding {
  readonly draft: number;
  readonly approved: number;
  readonly scheduled: number;
  readonly sending: number;
  readonly paused: number;
  readonly nextAt: Date | null;
  /** Deliveries of which nobody knows how they ended. */
  readonly unknown: number;
}

export async function selectMailingStanding(db: Db): Promise<MailingStanding> {
  const { rows } = await sql<MailingStanding>`select
    count(*) filter (where state = 'draft')::int as draft, count(*) filter (where state = 'approved')::int as approved,
    count(*) filter (where state = 'scheduled')::int as scheduled, count(*) filter (where state = 'sending')::int as sending,
    count(*) filter (where state in ('paused', 'held'))::int as paused, min(due_at) filter (where state = 'scheduled') as "nextAt",
    (select count(*)::int from mailings m where m.state <> 'cancelled' and exists
      (select from mailing_recipients r where r.mailing_id = m.id and r.state = 'unknown')) as unknown
    from mailings where state in ('draft', 'approved', 'scheduled', 'sending', 'paused', 'held')`.execute(db);
  return rows[0]!;
}

export async function selectMailingNames(db: Db, ids: readonly number[]): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`select id, title from mailings where id = any (${[...ids]}::bigint[])`.execute(
    db,
  );
  return rows;
}

/** Everything that is scheduled or on its way, locked. */
export async function lockGoing(db: Db): Promise<{ id: number; state: MailingState }[]> {
  const { rows } = await sql<{ id: number; state: MailingState }>`
    select id, state from mailings where state in ('scheduled', 'sending') order by id for update`.execute(db);
  return rows;
}

export async function lockHeld(db: Db): Promise<{ id: number; heldFrom: string | null }[]> {
  const { rows } = await sql<{ id: number; heldFrom: string | null }>`
    select id, held_from as "heldFrom" from mailings where state = 'held' order by id for update`.execute(db);
  return rows;
}

export async function lockOpenOf(db: Db, source: Source): Promise<{ id: number; state: MailingState }[]> {
  const { rows } = await sql<{ id: number; state: MailingState }>`select id, state from mailings
    where source_type = ${source.type} and source_id = ${source.id} and state not in ('finished', 'cancelled') order by id for update`.execute(
    db,
  );
  return rows;
}

export async function selectMailOf(db: Db, person: string): Promise<string | undefined> {
  const { rows } = await sql<{
    email: string;
  }>`select email::text as email from people where id = ${person}::uuid and left_at is null`.execute(db);
  return rows[0]?.email;
}
