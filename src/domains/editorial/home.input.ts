import { z } from 'zod';
import { href } from './body.ts';
import { kindCodes } from './kinds.ts';
import { blank, rowId } from '#platform/http/fields.ts';

export const homeBlocks = ['lead', 'news', 'notice', 'campaign', 'plan', 'press', 'text', 'links'] as const;
export type HomeBlockName = (typeof homeBlocks)[number];

const count = z.coerce.number('input.choice').int().min(1, 'input.choice').max(12, 'input.choice').catch(4);
const said = z.string('input.required').trim().min(1, 'input.required').max(2000);

/** Lines such as `Pagar el predial | https://…`: what the link says, and where it leads. */
const links = z
  .string('input.required')
  .trim()
  .min(1, 'input.required')
  .max(4000)
  .transform((text, context) => {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const read = lines.map((line) => {
      const [label = '', to = ''] = line.split('|').map((part) => part.trim());
      return { label, href: to };
    });
    if (read.length > 12 || read.some(({ label, href: to }) => label === '' || !href.safeParse(to).success)) {
      context.addIssue({ code: 'custom', message: 'home.bad_links' });
      return z.NEVER;
    }
    return read;
  });

/** What each block needs besides its title. */
export const blockOptions = {
  lead: z.object({ piece: blank(rowId) }),
  news: z.object({ count, kind: blank(z.enum(kindCodes, 'input.choice')) }),
  notice: z.object({ text: said }),
  campaign: z.object({ code: z.string('input.choice').regex(/^[a-z0-9-]{1,120}$/, 'input.choice') }),
  plan: z.object({}),
  press: z.object({ count }),
  text: z.object({ text: said }),
  links: z.object({ links }),
} as const satisfies Record<HomeBlockName, z.ZodObject>;

const title = z.string().trim().max(120).default('');
const id = z.coerce.number().int().positive();

export const newBlockInput = z.object({ block: z.enum(homeBlocks, 'input.choice'), title });
export const editedBlockInput = z.object({ id, title });
export const movedBlockInput = z.object({ id, way: z.enum(['up', 'down'], 'input.choice') });
export const removedBlockInput = z.object({ id });

type Options = { [Name in HomeBlockName]: z.output<(typeof blockOptions)[Name]> };
/** One block of the portal's first page. */
export type HomeBlock = {
  [Name in HomeBlockName]: { readonly id: number; readonly block: Name; readonly title: string; readonly options: Options[Name] };
}[HomeBlockName];
