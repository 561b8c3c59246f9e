import { z } from 'zod';
import { line } from '#platform/http/fields.ts';

const base64url = z
  .string()
  .regex(/^[\w-]+$/, 'passkey.refused')
  .max(8000);
const extensions = z.record(z.string(), z.unknown()).default({});

const credential = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: extensions };

const parsed = <S extends z.ZodType>(shape: S) =>
  z
    .string('passkey.refused')
    .max(20_000)
    .transform((text, check) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        check.addIssue({ code: 'custom', message: 'passkey.refused' });
        return z.NEVER;
      }
    })
    .pipe(shape);

/** What the browser answers, as JSON in one field (WebAuthn Level 3, RegistrationResponseJSON). */
export const newPasskeyInput = z.object({
  step: z.string().max(100),
  name: line(60),
  credential: parsed(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url,
        attestationObject: base64url,
        transports: z.array(z.string().max(20)).max(10).optional(),
      }),
    }),
  ),
});
export type NewPasskeyInput = z.output<typeof newPasskeyInput>;

/** WebAuthn Level 3, AuthenticationResponseJSON. */
export const usedPasskeyInput = z.object({
  step: z.string().max(100),
  credential: parsed(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: base64url
          .optional()
          .nullable()
          .transform((handle) => handle ?? undefined),
      }),
    }),
  ),
});
export type UsedPasskeyInput = z.output<typeof usedPasskeyInput>;

export const passkeyNameInput = z.object({ passkey: base64url, name: line(60) });
export const passkeyInput = z.object({ passkey: base64url });
