import { z } from 'zod';
import { passwordField } from './sign-in.input.ts';

export const changedPasswordInput = z.object({ present_password: z.string().max(256).default(''), new_password: passwordField });
export type ChangedPasswordInput = z.output<typeof changedPasswordInput>;
