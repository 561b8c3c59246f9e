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
export { mailCarrier } from './mail-carrier.ts';
export { type LetterWanted, type MailSnapshot, type WhyWritten, writeLetter } from './letter-writing.ts';
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
export { approveMailing } from './mailings/approving.ts';
export { mailingWork } from './mailings/engine.ts';
export { type Mailing, type MailingMove, type RecipientCounts, recipientStates, type RecipientState } from './mailings/mailing.ts';
export { type MailingState, mailingStates, stateAfter as mailingAfter } from './mailings/mailing-states.ts';
export { type Drafted, draftMailing, reviseMailingOf } from './mailings/mailings.ts';
export {
  approvalInput as mailingApprovalInput,
  mailingInput,
  mailingsFilterInput,
  recipientsFilterInput,
  revisedInput as revisedMailingInput,
  scheduleInput as scheduledMailingInput,
  startInput as startedMailingInput,
  steerInput as steeredMailingInput,
  testInput as testedMailingInput,
  unknownInput,
} from './mailings/mailings.input.ts';
export { type MailingStanding } from './mailings/mailings.queries.ts';
export { pageOfOneClick, unsubscribe } from './mailings/one-click.ts';
export { type Preview, previewMailing, testMailing } from './mailings/previewing.ts';
export {
  everyMailing,
  everyRecipient,
  listMailings,
  mailingCard,
  type MailingCard,
  mailingNames,
  mailingsAtOnce,
  mailingsOf,
  recipientOfMailing,
  recipientsOfMailing,
} from './mailings/reading.ts';
export { type Recipient } from './mailings/recipients.queries.ts';
export { noteReturned } from './mailings/returning.ts';
export { settleUnknownRecipients } from './mailings/settling.ts';
export { scheduleMailing, startMailing } from './mailings/starting.ts';
export { holdMailings, releaseMailings, steerMailing } from './mailings/steering.ts';
