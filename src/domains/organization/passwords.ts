import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { commonWords } from './common-passwords.ts';

const derive = promisify(argon2);

// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19456, passes: 2, parallelism: 1, tagLength: 32 };

export const shortestPassword = 12;

/** The password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: asTyped(password), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(nonce)}$${bare(tag)}`;
}

/** Takes as long when there is no hash, so that time does not tell whether an account exists. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const [, , , costs = '', salt = '', expected = ''] = (hash ?? nobodysHash).split('$');
  const [memory, passes, parallelism] = costs.split(',').map((pair) => Number(pair.slice(2)));
  const tag = Buffer.from(expected, 'base64');
  const found = await derive('argon2id', {
    message: asTyped(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: tag.length,
    memory: memory!,
    passes: passes!,
    parallelism: parallelism!,
  });
  return timingSafeEqual(found, tag) && hash !== null;
}

/**
 * Why a password may not be chosen, or null. Length counts most; it may not be a common word with digits around, a run, or
 * the person's own name or mail (NIST SP 800-63B §5.1.1.2).
 */
export function weakness(password: string, person: { name: string; email: string }, field = 'password'): Refusal | null {
  if ([...password].length < shortestPassword) return refuse('password.short', { minimum: shortestPassword }, field);
  const letters = plain(password).replace(/[^a-z]/g, '');
  if (new Set(password).size < 5 || isRun(password) || commonWords.has(letters) || commonWords.has(plain(password)))
    return refuse('password.common', {}, field);
  const own = [...plain(person.name).split(/\s+/), plain(person.email).split('@')[0]!, ...plain(person.email).split(/[@.]/)].filter(
    (word) => word.length >= 4,
  );
  // What is left without one's own name must still be a password.
  const rest = own.sort((one, other) => other.length - one.length).reduce((left, word) => left.replaceAll(word, ''), plain(password));
  return rest.length < 8 ? refuse('password.own_name', {}, field) : null;
}

function isRun(password: string): boolean {
  const codes = [...password].map((letter) => letter.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => Math.abs(code - codes[index]!));
  return steps.filter((step) => step <= 1 || step === 9).length >= steps.length - 1;
}

const asTyped = (password: string) => password.normalize('NFKC');
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

const nobodysHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(Buffer.alloc(16, 1))}$${bare(Buffer.alloc(32, 1))}`;
