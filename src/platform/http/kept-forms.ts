import { createHash, randomBytes } from 'node:crypto';
import { spoolFolder } from '#platform/files/open.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { bodyLimits, withForm } from './body.ts';
import { readCookie } from './cookies.ts';
import { withoutSecrets, type Typed } from './form.ts';
import { deleteKeptForm, insertKeptForm, selectKeptForm } from './kept-forms.queries.ts';
import { limit } from './rate-limit.ts';
import type { Visit } from './visit.ts';

export const keptFormCookie = 'pregon-kept';
export const keptFormSeconds = 60 * 60;

/** How many wait at most, of up to 1 MB each: whoever sends them has not signed in. */
const most = 500;
const longest = 32 * 1024 * 1024;

/**
 * Keeps the fields of a form that came without a session, for an hour; files and passwords are not kept.
 * @returns the token for the browser, or null when there is nothing to keep or no room.
 */
export async function keepForm(visit: Visit, request: Request, path: string): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? longest + 1) > longest) return null;
  if (await limit(visit, 'public_form', visit.addressKey)) return null;
  return withForm(request, spoolFolder(visit.app.config), bodyLimits, async ({ fields, files }) => {
    if (Object.keys(fields).length === 0) return null;
    const token = randomBytes(32).toString('base64url');
    const kept = await insertKeptForm(
      visit.app.database.primary,
      {
        tokenHash: hash(token),
        path,
        fields: withoutSecrets(fields),
        hadFiles: Object.keys(files).length > 0,
        expires: new Date(visit.now.getTime() + keptFormSeconds * 1000),
      },
      visit.now,
      most,
    );
    return kept ? token : null;
  });
}

export interface KeptForm {
  readonly typed: Typed;
  readonly refusal: Refusal;
}

/** What this browser had typed on this page before its session was gone. */
export async function keptForm(visit: Visit, request: Request, path: string): Promise<KeptForm | null> {
  const token = readCookie(request, keptFormCookie);
  const row = token && (await selectKeptForm(visit.app.database.primary, hash(token), path, visit.now));
  if (!row) return null;
  return {
    typed: { fields: row.fields as Typed['fields'], files: {} },
    refusal: refuse(row.had_files ? 'form.kept_without_files' : 'form.kept'),
  };
}

/** The page was posted again: what was kept has served. */
export async function forgetKeptForm(visit: Visit, request: Request, path: string): Promise<void> {
  const token = readCookie(request, keptFormCookie);
  if (token) await deleteKeptForm(visit.app.database.primary, hash(token), path);
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex');
