import { z } from 'zod';
import { blank, line, rowId, version } from '#platform/http/fields.ts';
import type { PathRule } from './path-rules.ts';

/** Hosts, a line each or parted by commas; a whole address is taken for its host. */
const hosts = z.preprocess(
  (value) => [
    ...new Set(
      [value ?? []]
        .flat()
        .flatMap((one) => String(one).split(/[\s,;]+/))
        .filter((one) => one !== ''),
    ),
  ],
  z
    .array(z.string())
    .min(1, 'input.required')
    .max(20)
    .transform((given, ctx) => [
      ...new Set(
        given.map((one) => {
          const address = URL.parse(/^https?:\/\//i.test(one) ? one : `http://${one}`);
          if (address && /^([a-z0-9-]+\.)+[a-z0-9-]+$|^localhost$/.test(address.hostname)) return address.host;
          ctx.addIssue({ code: 'custom', message: 'site.host', params: { host: one.slice(0, 80) } });
          return '';
        }),
      ),
    ]),
);

const mostRules = 100;

/** `/tramites/* = Trámites`, a line each, or the rules themselves. */
const rules = z
  .preprocess(
    (value) => (Array.isArray(value) && value.every((one) => typeof one === 'object') ? value : linesOf(value).map(ruleOf)),
    z.array(z.object({ path: z.string(), section: z.string().trim() })).max(mostRules),
  )
  .superRefine((given: readonly PathRule[], ctx) => {
    given.forEach(({ path, section }, at) => {
      if (!/^\/\S*$/.test(path) || path.length > 300 || section === '' || section.length > 60 || section === '*')
        ctx.addIssue({ code: 'custom', message: 'site.rule', params: { line: at + 1 } });
    });
  });

const linesOf = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .flatMap((one) => String(one).split('\n'))
    .map((one) => one.trim())
    .filter((one) => one !== '');

function ruleOf(text: string): PathRule {
  const at = text.lastIndexOf('=');
  return at < 0 ? { path: text, section: '' } : { path: text.slice(0, at).trim(), section: text.slice(at + 1).trim() };
}

const described = { name: line(120), hosts, rules, unit: blank(rowId) };

export const newSiteInput = z.object(described);
export const editedSiteInput = z.object({ site: rowId, version, ...described });
export const siteInput = z.object({ site: rowId });
/** `waiting`: nothing has been counted there yet. */
export const siteStates = ['counting', 'waiting', 'closed'] as const;
export const sitesFilterInput = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  state: z.enum(siteStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type SitesFilter = z.output<typeof sitesFilterInput>;
export type NewSite = z.output<typeof newSiteInput>;

/** Rules as they are written in a form. */
export const writtenRules = (those: readonly PathRule[]): string => those.map(({ path, section }) => `${path} = ${section}`).join('\n');
