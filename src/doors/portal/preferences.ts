import { readCookie } from '#platform/http/cookies.ts';

export const preferences = ['larger', 'contrast'] as const;
export type Preference = (typeof preferences)[number];

/** How this reader wants the pages: what the cookie `prefs` names, such as `larger.contrast`. */
export function preferencesOf(request: Request): Preference[] {
  const chosen = readCookie(request, 'prefs')?.split('.') ?? [];
  return preferences.filter((name) => chosen.includes(name));
}
