import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly error: string;
  readonly failed_at: Date | null;
}

/** Jobs that failed as often as they may, the last first. They live in the job queue's own schema, kept by pg-boss. */
export async function selectFailedJobs(db: Db, limit: number): Promise<FailedJob[]> {
  if (!(await hasQueue(db))) return [];
  const { rows } = await sql<FailedJob>`
    select id, name, retry_count + 1 as attempts, coalesce(output->>'message', output::text, '') as error, completed_on as failed_at
    from jobs.job where state = 'failed' order by completed_on desc limit ${limit}`.execute(db);
  return rows;
}

/** As pg-boss itself retries (plans.js, retryJobs). @returns the job's name, undefined when it has not failed */
export async function retryJob(db: Db, id: string): Promise<string | undefined> {
  if (!(await hasQueue(db))) return undefined;
  const { rows } = await sql<{ name: string }>`
    update jobs.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = null
    where id = ${id} and state = 'failed' returning name`.execute(db);
  return rows[0]?.name;
}

async function hasQueue(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(db);
  return rows[0]!.there;
}
