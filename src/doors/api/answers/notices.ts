import { z } from 'zod';
import { id, instant } from './parts.ts';

export const notices = z.strictObject({
  items: z.array(z.strictObject({ id, says: z.string(), path: z.string(), createdAt: instant, readAt: instant.nullable() })),
  unread: z.int(),
  more: z.boolean(),
});
export const read = z.strictObject({ path: z.string() });
