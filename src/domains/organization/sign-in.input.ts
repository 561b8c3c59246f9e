import { z } from 'zod';
import { line, mail } from '#platform/http/fields.ts';

/** A password may have spaces at its ends; 256 characters are enough for any phrase. */
export const passwordField = z.string('input.required').min(1, 'input.required').max(256);

export const signInInput = z.object({ email: mail, password: passwordField });
export type SignInInput = z.output<typeof signInInput>;

export const codeInput = z.object({
  code: line(40),
  trust: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
});

export const forgottenInput = z.object({ email: mail });

export const joinInput = z.object({ password: passwordField });
