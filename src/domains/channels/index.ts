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
export { keepReceipt, receive, receiptsOf, type ReceiptKind } from './receipts.ts';
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
export { type Drafted, draftMailing, mailingHere, reviseMailingOf } from './mailings/mailings.ts';
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
  whomInput,
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
export { type Recipient, recipientsCounted } from './mailings/recipients.queries.ts';
export { mailingResult, type MailingResult } from './mailings/mailing-result.ts';
export { dispatchOrigin, reachOf } from './reach.ts';
export { noteReturned } from './mailings/returning.ts';
export { settleUnknownRecipients } from './mailings/settling.ts';
export { scheduleMailing, startMailing } from './mailings/starting.ts';
export { holdMailings, releaseMailings, steerMailing } from './mailings/steering.ts';
export {
  adoptScreen,
  editScreen,
  everyScreen,
  excludeScreen,
  getScreen,
  listScreens,
  reloadScreen,
  revokeScreen,
  screenNames,
  screenOfToken,
  screensAtOnce,
  screensCounted,
} from './screens/screens.ts';
export {
  adoptionInput,
  editedGroupInput,
  editedScreenInput,
  exclusionInput,
  groupInput,
  groupsFilterInput,
  newGroupInput,
  pieceGroupsInput,
  screenInput,
  screensFilterInput,
} from './screens/screens.input.ts';
export { groupTopic, type Orientation, orientations, type Screen, type ScreenState, screenStates, screenTopic } from './screens/screen.ts';
export type { ScreenStanding } from './screens/screens.queries.ts';
export { beginPairing, fetchPlace } from './screens/pairing.ts';
export { pairingHtml } from './screens/pairing-html.ts';
export { beatInput, pairingInput, playsInput } from './screens/device.input.ts';
export { keepBeat, screenPicture } from './screens/beats.ts';
export { keepPlays, playedDays, untoldPlays } from './screens/plays.ts';
export type { PlayedDay } from './screens/plays.queries.ts';
export { drawnSlide, type Program, programOf, slideOf } from './screens/program.ts';
export {
  addScreenGroup,
  editScreenGroup,
  everyScreenGroup,
  getScreenGroup,
  groupsAtOnce,
  listScreenGroups,
  removeScreenGroup,
  screenGroupNames,
  screenGroupOptions,
  screenGroupsPage,
} from './screens/groups.ts';
export type { ScreenGroup } from './screens/groups.queries.ts';
export {
  addPlaylist,
  editPlaylist,
  getPlaylist,
  itemNames,
  listPlaylists,
  playlistNames,
  playlistsAtOnce,
  playlistsOf,
  removePlaylist,
} from './screens/playlists.ts';
export {
  editedPlaylistInput,
  itemKinds,
  type ItemKind,
  newPlaylistInput,
  type PlaylistItem,
  playlistInput,
  playlistsFilterInput,
  referredKinds,
} from './screens/playlists.input.ts';
export type { Playlist } from './screens/playlists.queries.ts';
export { clashesIn, playsAt, windowsFrom } from './screens/playing.ts';
export { choosePieceGroups, piecesOnScreens, screenCarrier, type ScreenPiece, screenPiecesAtOnce } from './screens/screen-carrier.ts';
export { coverOf, everyTakeover, giveBack, listTakeovers, takeoverNames, takeOver, takeoversAtOnce } from './screens/takeovers.ts';
export { givenBackInput, takeoverInput, takeoverKinds, type TakeoverKind, takeoversFilterInput } from './screens/takeovers.input.ts';
export type { Takeover } from './screens/takeovers.queries.ts';
export { screenJobs } from './screens/jobs.ts';
export { mailboxJob, readMailbox } from './returns/imap-intake.ts';
export { returnKinds, returnsFilterInput, toldReturnsInput } from './returns/returns.input.ts';
export {
  everyReturn,
  listReturns,
  type MailReturn,
  type ReturnKind,
  returnsAtOnce,
  returnsCounted,
  returnsStanding,
  takeReturn,
  takeTold,
} from './returns/returns.ts';
export { softDays, softMost } from './returns/return-rule.ts';
export { type Intake, openReturnIntake } from './returns/smtp-intake.ts';
export {
  countedAsMailing,
  type Counting,
  countLetter,
  countsOf,
  type MailingCounts,
  passCounted,
  untoldCounts,
} from './counting/counted-letters.ts';
export { stopRefused } from './returns/refused-addresses.ts';
export { pushCarrier } from './push/push-carrier.ts';
export { channelsSealed, pushKeys } from './push/keys.ts';
export { pushWork } from './push/push-work.ts';
export { countPushes, type PushState } from './push/messages.queries.ts';
export { pushDeviceInput, pushSubscriptionInput } from './push/subscriptions.input.ts';
export type { Device } from './push/subscriptions.queries.ts';
export {
  browserIsOn,
  declinePush,
  offersPush,
  ownDevices,
  subscribeBrowser,
  subscribeDevice,
  turnOffBrowser,
  turnOffDevice,
  turnOffHere,
} from './push/subscriptions.ts';
