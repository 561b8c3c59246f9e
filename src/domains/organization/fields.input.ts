import { z } from 'zod';
import { code, rowId } from '#platform/http/fields.ts';

/** A person named by id or by mail, so that a form works without script and an API without looking up. */
export const personRef = z.union([z.uuid(), z.email()], 'input.person');
/** A dependency named by id or by code. */
export const unitRef = z.union([rowId, code], 'input.unit');
