export { type Channel, channelCodes, listChannels, type Means } from './channels.ts';
export { type Carrier, type Carrying, type Outcome, type SourceKeeper } from './carriers.ts';
export { type Dispatch, type DispatchMove, dispatchTopic, type Snapshot, type Source } from './dispatch.ts';
export { type DispatchState, dispatchStates, stateAfter } from './dispatch-states.ts';
export {
  type Scheduled,
  cancelDispatches,
  channelsFor,
  expireDispatches,
  scheduleDispatches,
  type Withdrawn,
  withdrawDispatches,
} from './dispatches.ts';
export { carriedInput, dispatchesFilterInput, dispatchInput, settledInput, steeredInput } from './dispatches.input.ts';
export { deliverDue, deliverWithin } from './delivery.ts';
export { nextDispatchDue } from './due.ts';
export { mailCarrier, mailPreview } from './mail-carrier.ts';
export { channelsPolicy } from './policy.ts';
export { carryDispatch, settleUnknown, steerDispatch } from './steering.ts';
export {
  deliveriesOf,
  dispatchCard,
  type DispatchCard,
  dispatchesAtOnce,
  dispatchNames,
  dispatchesOf,
  everyDispatch,
  listDispatches,
} from './reading.ts';
export { type ListedDispatch, type Standing as DispatchesStanding } from './dispatches.queries.ts';
export { type Delivery, type MailCounts } from './deliveries.queries.ts';
export { receive, receiptsOf, type ReceiptKind } from './receipts.ts';
export { channelsHearings } from './hearings.ts';
export {
  BrokenLetter,
  brokenHole,
  cut,
  fill,
  type Filled,
  type Hole,
  htmlOf,
  type Letter,
  personalFields,
  type PersonalField,
  type PersonalValues,
  plainOf,
} from './letter.ts';
export { bounceAddress, recipientOfBounce } from './verp.ts';
