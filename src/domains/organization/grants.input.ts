import { z } from 'zod';
import { roles } from '#platform/http/policy.ts';
import { blank, rowId } from '#platform/http/fields.ts';
import { unitRef } from './fields.input.ts';

export const role = z.enum(roles, 'input.choice');
export const grantShape = z.object({ role, unit: blank(unitRef) });
export const endRoleShape = z.object({ grant: rowId });
