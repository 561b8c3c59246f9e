import { z } from 'zod';
import { sheets } from './prints/print.ts';
import { code, rowId, several } from '#platform/http/fields.ts';

const words = z.string().max(10_000).default('');

/** What a channel says of a piece in words of its own; what is left empty is said as in the piece. */
export const renditionInput = z.object({
  piece: rowId,
  channel: code,
  revision: z.coerce.number().int().min(0).default(0),
  title: words,
  lead: words,
  greeting: words,
  text: words,
  call: words,
  when: words,
  where: words,
  address: words,
  /** On paper: which sheets; none: the usual one. */
  sheets: several(z.enum(sheets, 'input.choice'), sheets.length),
  x: words,
  facebook: words,
  instagram: words,
  linkedin: words,
});

type Later = 'call' | 'when' | 'where' | 'address' | 'sheets';
type Parsed = z.output<typeof renditionInput>;
export type RenditionInput = Omit<Parsed, Later> & Partial<Pick<Parsed, Later>>;
