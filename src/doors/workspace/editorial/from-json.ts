import { refuse, type Refusal } from '#platform/refusal.ts';

/** A text of two hundred thousand letters with all its marks, and what it grew from. */
const most = 8 * 1024 * 1024;

/**
 * The object that a script of the desk sent as JSON. It is no form, so that nothing of it is kept for whoever signs in next: the desk
 * keeps its own. Refuses `form.too_long` and `form.broken`.
 */
export async function jsonOf(request: Request): Promise<Record<string, unknown> | Refusal> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= most)) return refuse('form.too_long');
  try {
    const read: unknown = await request.json();
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : refuse('form.broken');
  } catch {
    return refuse('form.broken');
  }
}
