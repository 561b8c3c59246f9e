import { z } from 'zod';
import {
  addSite,
  closeSite,
  editedSiteInput,
  editSite,
  listSites,
  newSiteInput,
  reopenSite,
  siteCard,
  siteInput,
  sitesFilterInput,
  snippetOf,
  trafficBoard,
  trafficInput,
  visitRows,
} from '#domains/metrics/index.ts';
import { made } from './answers/parts.ts';
import * as answer from './answers/traffic.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const moveInput = siteInput.extend({ act: z.enum(['close', 'reopen'], 'input.choice') });

/** The web sites of the institution, and what was looked at there. */
export const trafficEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/sites',
    says: 'The other sites of the institution, by name or host and by state, with what was counted there in thirty days; by name, fifty a page.',
    action: 'traffic.read',
    input: sitesFilterInput,
    answer: answer.sites,
    run: async ({ ctx, input }) => {
      const { sites: items, ...rest } = await listSites(ctx, input);
      return { items, ...rest };
    },
  }),
  endpoint({
    method: 'post',
    path: '/sites',
    says: 'Counts another site: its hosts, and which section a path is of (`rules`, the first that fits holds).',
    action: 'sites.write',
    input: newSiteInput,
    answer: answer.madeSite,
    run: ({ ctx, input }) => addSite(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/sites/{site}',
    says: 'One site, with the line that its pages carry.',
    action: 'traffic.read',
    input: siteInput,
    answer: answer.oneSite,
    run: async ({ ctx, input, visit }) => {
      const site = await siteCard(ctx, input.site);
      return { ...site, snippet: snippetOf(site, visit.origin) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/sites/{site}',
    says: 'Says anew what it is; its code never changes.',
    action: 'sites.write',
    input: editedSiteInput,
    answer: made,
    run: ({ ctx, input }) => editSite(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/sites/{site}/moves',
    says: 'Retires it or takes it up again: of a closed one nothing more is taken, and what was counted stays.',
    action: 'sites.write',
    input: moveInput,
    answer: made,
    run: ({ ctx, input: { act, site } }) => ({ close: closeSite, reopen: reopenSite })[act](ctx, { site }),
  }),
  endpoint({
    method: 'get',
    path: '/traffic',
    says: 'Views and sessions of a period by day, section, source, site and host, with the period before; `period` is a window or a month (`2026-11`), `site` a code (`portal` is our own).',
    action: 'traffic.read',
    input: trafficInput,
    answer: answer.board,
    run: ({ ctx, input }) => trafficBoard(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/traffic/rows',
    says: 'The rows that those figures are made of, the newest first; a hundred a page.',
    action: 'traffic.read',
    input: trafficInput,
    answer: answer.rows,
    run: async ({ ctx, input }) => {
      const { rows: items, ...rest } = await visitRows(ctx, input);
      return { items, ...rest };
    },
  }),
];
