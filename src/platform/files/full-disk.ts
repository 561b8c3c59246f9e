/**
 * Whether something failed because a disk has no room left: ours (ENOSPC, EDQUOT; POSIX, errno.h) or the database's (53100;
 * PostgreSQL, «Error Codes»). Nothing is lost by it: what was being written is rolled back or taken away.
 */
export function isFullDisk(cause: unknown): boolean {
  for (let at = cause; at instanceof Error; at = at.cause) {
    if (['ENOSPC', 'EDQUOT', '53100'].includes(String((at as { code?: unknown }).code))) return true;
  }
  return false;
}
