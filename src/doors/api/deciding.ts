import {
  declareElectionWindow,
  dismissStandIn,
  electionWindowInput,
  endedStandInInput,
  listElectionWindows,
  listStandIns,
  nameStandIn,
  revokedWindowInput,
  revokeElectionWindow,
  standInInput,
} from '#domains/editorial/index.ts';
import * as answer from './answers/deciding.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** Who stands in for whom, and the time before elections. */
export const decidingEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/stand-ins',
    says: 'Who stands in for the key’s owner and for whom he does, now or later.',
    action: 'stand_ins.name',
    answer: answer.standIns,
    run: async ({ ctx }) => ({ items: await listStandIns(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/stand-ins',
    says: 'Names who decides for somebody while he is away.',
    action: 'stand_ins.name',
    input: standInInput,
    answer: made,
    run: ({ ctx, input }) => nameStandIn(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/stand-ins/{id}',
    says: 'Ends a stand-in.',
    action: 'stand_ins.name',
    input: endedStandInInput,
    answer: made,
    run: ({ ctx, input }) => dismissStandIn(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/election-windows',
    says: 'The times before elections, those in force or to come first.',
    action: 'pieces.read',
    answer: answer.electionWindows,
    run: async ({ ctx }) => ({ items: await listElectionWindows(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/election-windows',
    says: 'Declares the time before an election: dates, act, kinds that pass the legal office, candidates.',
    action: 'election.declare',
    input: electionWindowInput,
    answer: made,
    run: ({ ctx, input }) => declareElectionWindow(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/election-windows/{window}',
    says: 'Revokes an election window.',
    action: 'election.declare',
    input: revokedWindowInput,
    answer: made,
    run: ({ ctx, input }) => revokeElectionWindow(ctx, input),
  }),
];
