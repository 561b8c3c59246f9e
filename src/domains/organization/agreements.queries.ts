import type { Db } from '#platform/db/database.ts';

export function selectTexts(db: Db) {
  return db
    .selectFrom('agreement_texts as t')
    .leftJoin('people as p', 'p.id', 't.published_by')
    .select(['t.id', 't.number', 't.title', 't.body', 't.sha256', 't.months', 't.published_at', 'p.name as published_by'])
    .orderBy('t.number', 'desc');
}

export function selectCurrentText(db: Db) {
  return selectTexts(db).limit(1).executeTakeFirst();
}

interface NewText {
  number: number;
  title: string;
  body: string;
  sha256: string;
  months: number;
  by: string | null;
  now: Date;
}

export async function insertText(db: Db, { by, now, ...text }: NewText): Promise<number> {
  const { id } = await db
    .insertInto('agreement_texts')
    .values({ ...text, published_by: by, published_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface NewSignature {
  text: number;
  person: string;
  name: string;
  sha256: string;
  secondFactor: boolean;
  now: Date;
  expires: string;
}

export async function insertSignature(db: Db, it: NewSignature): Promise<number> {
  const { id } = await db
    .insertInto('agreement_signatures')
    .values({
      text_id: it.text,
      person_id: it.person,
      signed_name: it.name,
      sha256: it.sha256,
      second_factor: it.secondFactor,
      signed_at: it.now,
      expires_on: it.expires,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const signatures = (db: Db) =>
  db
    .selectFrom('agreement_signatures as s')
    .innerJoin('agreement_texts as t', 't.id', 's.text_id')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select([
      's.id',
      's.person_id',
      'p.name as person',
      's.signed_name',
      's.sha256',
      's.second_factor',
      's.signed_at',
      's.expires_on',
      't.number',
      't.title',
      't.body',
      't.sha256 as text_sha256',
    ]);

export function selectSignature(db: Db, id: number) {
  return signatures(db).where('s.id', '=', id).executeTakeFirst();
}

/** What a person signed last, and whether that is the text in force. */
export function selectLastSignature(db: Db, person: string) {
  return db
    .selectFrom('agreement_signatures as s')
    .innerJoin('agreement_texts as t', 't.id', 's.text_id')
    .select(({ not, exists, selectFrom }) => [
      's.id',
      's.second_factor',
      's.signed_at',
      's.expires_on',
      't.number',
      not(exists(selectFrom('agreement_texts as later').select('later.id').whereRef('later.number', '>', 't.number'))).as('current'),
    ])
    .where('s.person_id', '=', person)
    .orderBy('s.signed_at', 'desc')
    .executeTakeFirst();
}
