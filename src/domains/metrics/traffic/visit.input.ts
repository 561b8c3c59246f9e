import { z } from 'zod';

/** What the script on a page sends: some views, under a name of their own so that what is sent again counts once. */
export const visitInput = z.object({
  site: z.string().min(1).max(60),
  /** Of the page, with its port. */
  host: z.string().min(1).max(260).toLowerCase(),
  id: z.string().regex(/^[\w-]{8,64}$/),
  views: z
    .array(
      z.object({
        path: z.string().max(2_000),
        /** The page that led here; the browser may say nothing. */
        from: z.string().max(2_000).default(''),
        medium: z.string().max(40).default(''),
      }),
    )
    .min(1)
    .max(50),
});
export type VisitInput = z.output<typeof visitInput>;
