import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { NewSlotInput } from './slots.input.ts';
import type { Slot } from './slots.ts';

export async function insertSlot(db: Db, slot: NewSlotInput, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('slots')
    .values({
      name: slot.name,
      kind: slot.kind,
      recurrence: slot.recurrence,
      starts_on: slot.startsOn,
      ends_on: slot.endsOn,
      unit_id: slot.unit,
      item_id: slot.item,
      owner_id: slot.owner,
      line: slot.line,
      segments: slot.segments,
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function closeSlotRow(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('slots')
    .set({ closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The open slots, in the order of their names. */
export async function selectSlots(db: Db): Promise<Slot[]> {
  const { rows } = await sql<Slot>`
    select s.id, s.name, s.kind, s.recurrence, s.starts_on as "startsOn", s.ends_on as "endsOn", s.unit_id as unit, u.name as "unitName",
           s.item_id as item, s.owner_id as owner, o.name as "ownerName", s.line
    from slots s left join units u on u.id = s.unit_id left join people o on o.id = s.owner_id
    where s.closed_at is null order by s.name, s.id`.execute(db);
  return rows;
}

/** What a slot is called, also when it is closed. */
export async function selectSlotName(db: Db, id: number): Promise<string | null> {
  return (await db.selectFrom('slots').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null;
}

/** Which days of which slots have their piece. */
export async function selectFilledDays(db: Db, from: Day, to: Day): Promise<{ slot: number; day: Day }[]> {
  const { rows } = await sql<{ slot: number; day: Day }>`
    select slot_id as slot, slot_day as day from pieces where slot_id is not null and slot_day between ${from} and ${to} and state <> 'discarded'`.execute(
    db,
  );
  return rows;
}
