export { editorialPolicy } from './policy.ts';
export { type Block, type Body, emptyBody, largestBody, readBody } from './body.ts';
export { assetsIn, type Stretch, stretchesOf, textOf, wordsIn } from './body-text.ts';
export { contentHash } from './content-hash.ts';
export { findKind, kindCodes, kindOf, kinds } from './kinds.ts';
export { type Check, checks, type Kind, type KindField, type ReviewStep, reviewSteps } from './kind.ts';
export {
  contentLines,
  type ContentLine,
  type FieldAsset,
  type Fields,
  type InformationClass,
  informationClasses,
  isSecret,
  type Piece,
  type PieceState,
  pieceStates,
  pieceTopic,
} from './piece.ts';
export { createPiece, discardPiece, getPiece, type Saved, savePiece } from './pieces.ts';
export { editPieceDetails } from './piece-details.ts';
export { contentInput, discardInput, newPieceInput, pieceDetailsInput, writtenPieceInput } from './pieces.input.ts';
export { readerOf, type Reader } from './readers.ts';
export { noteShown } from './looks.ts';
export { classInput, readerInput, unnamedInput } from './classes.input.ts';
export { classifyPiece, nameReader, readersOf, unnameReader } from './classes.ts';
export { countOpenPieces, everyPiece, listPieces, piecesAtOnce, piecesCounted } from './piece-list.ts';
export { type PieceFilter, pieceFilterInput } from './piece-list.input.ts';
export type { ListedPiece } from './piece-list.queries.ts';
export { type CampaignOption, campaignOptions } from './campaign-options.ts';
export { piecesVoice } from './piece-voice.ts';
export { type Asset, assetKinds, type AssetKind, type AttachedFile, type Attachment, attachments } from './asset.ts';
export { assetProblemCodes, type AssetProblem, assetProblems } from './asset-problems.ts';
export {
  assetLimits,
  assetNames,
  assetsById,
  assetSurroundings,
  editAsset,
  everyAsset,
  getAsset,
  libraryStanding,
  libraryTags,
  listAssets,
  openAsset,
  restoreAsset,
  type Uploaded,
  uploadAsset,
  withdrawAsset,
} from './assets.ts';
export { assetFilterInput, assetInput, assetWithdrawalInput, attachmentInput, uploadInput, type AssetFilter } from './assets.input.ts';
export { attachToAsset, detachFromAsset } from './asset-attachments.ts';
export { type FileAccess, mayReadFile, noteLook } from './file-access.ts';
export { decideStep, type Decided } from './decisions.ts';
export {
  declareElectionWindow,
  type ElectionDay,
  electionWindowOn,
  type ElectionWindow,
  listElectionWindows,
  revokeElectionWindow,
} from './elections.ts';
export { electionWindowInput, revokedWindowInput } from './elections.input.ts';
export { remindReviewer } from './reminders.ts';
export { decisionInput, pieceInput, submissionInput } from './review.input.ts';
export { shortHash, type Step } from './review.ts';
export { roundState, type RoundState, roundStates, type StepState, stepStates } from './rounds.ts';
export { dismissStandIn, listStandIns, nameStandIn, type StandIn } from './stand-ins.ts';
export { endedStandInInput, standInInput } from './stand-ins.input.ts';
export { type PlannedStep, submissionOf, submitPiece, type Submitted, withdrawFromReview } from './submission.ts';
export { calendar, calendarBetween, calendarSpan, calendarVoice, movePiece } from './calendar.ts';
export {
  type CalendarFilter,
  calendarFilterInput,
  calendarStates,
  calendarViews,
  feedInput,
  movedPieceInput,
  spanInput,
} from './calendar.input.ts';
export { calendarFeed, calendarFeeds, makeCalendarFeed, revokeCalendarFeed } from './calendar-feeds.ts';
export type { DatedCampaign, DatedPiece } from './calendar.queries.ts';
export { crowd } from './crowding.ts';
export { slotDays } from './slot-days.ts';
export { closeSlot, listSlots, openSlot, owedSlots, type OwedSlot, type Slot } from './slots.ts';
export { closedSlotInput, newSlotInput, recurrences } from './slots.input.ts';
export {
  type OfficeRequest,
  type RequestMove,
  requestMoves,
  type RequestPile,
  requestPiles,
  type RequestState,
  requestStates,
  requestTopic,
} from './request.ts';
export {
  acceptInput,
  askInput,
  assignInput,
  finishInput,
  mergeInput,
  outsideAskInput,
  type RequestFilter,
  requestFilterInput,
  requestKinds,
  returnInput,
  sayInput,
  withdrawRequestInput,
} from './requests.input.ts';
export { askOffice, getRequest } from './requests.ts';
export { askChoices } from './ask-choices.ts';
export { acceptRequest, assignRequest, mergeRequest, returnRequest } from './request-decisions.ts';
export { sayInRequest, withdrawRequest } from './request-talk.ts';
export { finishRequest, finishRequests } from './request-finish.ts';
export { answerDays, answerDueOn } from './request-terms.ts';
export { countWaitingRequests, everyRequest, type ListedRequest, listRequests, ownRequests, requestAssignees } from './request-list.ts';
export { type RequestCard, requestCard } from './request-card.ts';
export { ladenFrom, listMakers, type Maker } from './request-makers.ts';
export { closeLink, listLinks, openLink, openLinkOf, type RequestLink } from './request-links.ts';
export { closeLinkInput, newLinkInput } from './request-links.input.ts';
export { askFromOutside, followRequest, outsider, sayByAddress, withdrawByAddress } from './outside-requests.ts';
export type { Part } from './body-difference.ts';
export { addComment, type Comment, reopenComment, replyToComment, resolveComment } from './comments.ts';
export { commentInput, replyInput, suggestionDecisionInput, suggestionInput, threadInput } from './comments.input.ts';
export { findPassage } from './passages.ts';
export { type FieldDifference, pieceDifference, type PieceDifference } from './piece-difference.ts';
export { type Reviewing, reviewOf, workingCopy } from './reviewing.ts';
export type { Run } from './runs.ts';
export { decideSuggestion, suggestChange, type Suggestion } from './suggestions.ts';
export { getPieceVersion, keepPieceVersion, listPieceVersions, restorePieceVersion, type VersionHead } from './versions.ts';
export { keptVersionInput, restoredVersionInput } from './versions.input.ts';
export { type AskedStep, countWaitingReviews, mostWaiting, type ReturnedPiece, waitingReviews } from './waiting.ts';
export { assetsVoice } from './assets-voice.ts';
export type { Alike, AssetUse } from './assets.queries.ts';
export { editorialCarriers, pieceSource, piecesGoOut } from './going-out.ts';
export { askForReviews, expirePieces } from './expiry.ts';
export { askedTerm, renewTerm, type TermAsked } from './terms-asked.ts';
export { editorialJobs } from './jobs.ts';
export { intranetChannel, type Made, portalChannel, type Publication, type PublicationImage, type PublicationPage } from './publication.ts';
export { publishInput, scheduleInput, termsInput, unscheduleInput, withdrawalInput } from './publishing.input.ts';
export { type PieceSnapshot, renderPiece } from './rendering.ts';
export { publishNow, schedulePiece, setTerms, unschedulePiece } from './scheduling.ts';
export { withdrawPiece } from './withdrawal.ts';
export { type OpenChannel, previewPiece, type PublicationDesk, publicationDesk } from './publication-desk.ts';
export { publicationVoice } from './publication-voice.ts';
export { belongingsOfPieces, campaignNames, pieceNames, publicPieces, requestNames } from './piece-names.ts';
export type { PublicPiece } from './piece-names.queries.ts';
export {
  houseAtOnce,
  houseCounted,
  houseFront,
  houseGone,
  houseNews,
  housePage,
  houseResources,
  resourceKinds,
  splashFor,
} from './house.ts';
export { houseFilterInput } from './house.input.ts';
export type { HouseGone, HouseItem } from './house.queries.ts';
export { besideLines, besidePiece, type Beside, type WayStep } from './beside-piece.ts';
export { blockingChecks, checkPiece, type CheckedPiece } from './check-piece.ts';
export type { Found, Waived } from './checks/checked.ts';
export type { PieceCheck } from './checks/look-at.ts';
export { deskVoice } from './desk-voice.ts';
export { drawnText } from './drawn-text.ts';
export { bePresent, presenceInput, presentIn, type Present } from './presences.ts';
export { type ChannelWords, renditionsOf, writeRendition } from './renditions.ts';
export { lettersIn, type RenditionField, renditionFields } from './rendition-fields.ts';
export { renditionInput } from './renditions.input.ts';
export { linesSaid, type SaidLine } from './said-lines.ts';
export { endedWaiverInput, waiverInput } from './waivers.input.ts';
export { isWaivable, unwaiveCheck, waiveCheck } from './waivers.ts';
export { changeTerm, everyTerm, getTerm, listTerms, removeTerm, writeTerm } from './terms.ts';
export {
  changedSnippetInput,
  changedTermInput,
  removedTermInput,
  snippetInput,
  termFilterInput,
  type TermFilter,
  termInput,
  type TermSort,
  termSorts,
} from './terms.input.ts';
export { importTerms, loadStartingTerms, startingTerms, type TermFault } from './terms-file.ts';
export { changeSnippet, listSnippets, removeSnippet, writeSnippet } from './snippets.ts';
export type { Snippet, Term } from './terms.queries.ts';
export {
  actionClasses,
  type ActionClass,
  actionModes,
  type Campaign,
  type CampaignMove,
  campaignMoves,
  type CampaignScope,
  campaignScopes,
  type CampaignState,
  campaignStates,
  campaignTopic,
  isCampaignOpen,
} from './campaign.ts';
export {
  actionInput,
  actionMoveInput,
  type CampaignFilter,
  campaignFilterInput,
  campaignInput,
  campaignMoveInput,
  campaignReportInput,
  editLineInput,
  lineInput,
  newCampaignInput,
  placeLineInput,
  removeLineInput,
  resultInput,
  spendInput,
  voidSpendInput,
} from './campaigns.input.ts';
export { createCampaign, editCampaign, getCampaign, moveCampaign, writeCampaignReport } from './campaigns.ts';
export { everyCampaign, type ListedCampaign, listCampaigns } from './campaign-list.ts';
export { type MessageLine, messageLines, placeLine, removeLine, writeLine } from './campaign-lines.ts';
export { type CampaignAction, campaignActions, type ClassSum, moveAction, planAction } from './campaign-actions.ts';
export { campaignSpends, noteSpend, type Spend, voidSpend } from './campaign-spends.ts';
export { type CampaignResult, campaignResults, noteResult } from './campaign-results.ts';
export { type PublicCampaign, publicCampaign, publicCampaigns } from './public-campaigns.ts';
export {
  campaignNews,
  countPublished,
  countSince,
  latestNews,
  listNews,
  newsAddresses,
  newsAtOnce,
  newsCounted,
  portalKinds,
  pressKinds,
  publicationAt,
  relatedNews,
  searchNews,
  wholeNews,
} from './news.ts';
export { type NewsFilter, newsFilterInput } from './news.input.ts';
export { addBlock, editBlock, homeOf, leadOf, moveBlock, removeBlock } from './home.ts';
export {
  editedBlockInput,
  type HomeBlock,
  type HomeBlockName,
  homeBlocks,
  movedBlockInput,
  newBlockInput,
  removedBlockInput,
} from './home.input.ts';
export { handCarrier } from './prints/hand-carrier.ts';
export { dispatchPrintPdf, piecePrintPdf, type ShownPrint, shownPrints } from './prints/prints.ts';
export { type Sheet } from './prints/print.ts';
export { sheetsFor, sheetsOf } from './prints/writing.ts';
export { campaignReportPdf } from './campaign-report.ts';
export { selectStepsNow as stepsNow } from './steps.ts';
export { editorialSubjects } from './review-subjects.ts';
export { coverage, type Coverage, coverageInput, coverageVoice } from './coverage.ts';
export { handOverDesk } from './handovers.ts';
export { editorialSlides } from './slides.ts';
export { editorialHearings } from './hearings.ts';
export { segmentChoices } from './segment-choices.ts';
export { letterDesk, type LetterDesk } from './letters/letter-desk.ts';
export { clippedAt, type LetterCheck, letterChecks } from './letters/letter-checks.ts';
export { letterFor, sampleOf, sendTestLetter } from './letters/letter-preview.ts';
export { mailPiece, remailPiece } from './letters/mailed-piece.ts';
export { letterLookInput, linksAskedInput, mailedPieceInput, remailedInput, testLetterInput } from './letters/letters.input.ts';
export { letterVoice } from './letters/letter-voice.ts';
export { askLinks, linkWork } from './letters/links.ts';
export type { LookedLink } from './letters/links.queries.ts';
export { pieceLetter, viewPathOf } from './letters/piece-letter.ts';
export { newsletterVoice } from './newsletters/newsletter-voice.ts';
export {
  editNewsletter,
  newsletterDesk,
  type NewsletterDesk,
  proposedBefore,
  proposeNewsletter,
  proposeTurn,
  proposeNewsletters,
} from './newsletters/newsletters.ts';
export { newsletterInput, proposedTurnInput } from './newsletters/newsletters.input.ts';
export { type FoundInEditorial, searchEditorial } from './search.ts';
export { addressMemo } from './memos/addressing.ts';
export { annulSignature } from './memos/annulling.ts';
export { type MemoDesk, memoDesk, memoText } from './memos/desk.ts';
export { memoDocument } from './memos/document.ts';
export { memosToSign, postOf } from './memos/heads.ts';
export { isMemoKind, type Memo, memoKinds, type MemoState, memoStates, readingMeans, spacedCode, verifyPath } from './memos/memo.ts';
export {
  addressingInput,
  annulmentInput,
  closedSeriesInput,
  memoPieceInput,
  memosFilterInput,
  memoSignatureInput,
  readersFilterInput,
  seriesInput,
  sheetCorrectionInput,
  sheetInput,
} from './memos/memos.input.ts';
export { memoNames } from './memos/memo-names.ts';
export { ownMemo, readMemo } from './memos/reading.ts';
export { remindReaders } from './memos/reminding.ts';
export {
  everyMemo,
  everyReader,
  getMemo,
  listMemos,
  memoReaders,
  memoReadings,
  memoReport,
  memoSheet,
  memosAtOnce,
  memosCounted,
  memoToNote,
} from './memos/report.ts';
export type { MemoReader } from './memos/readers.queries.ts';
export type { UnitReading } from './memos/report.queries.ts';
export type { WrittenSheet } from './memos/sheets.queries.ts';
export { sendMemo } from './memos/sending.ts';
export { closeSeries, memoSeries, openSeries } from './memos/series.ts';
export { correctSheet, noteReached } from './memos/sheets.ts';
export { memoPath, signMemo } from './memos/signing.ts';
export { type Verified, verifyMemo } from './memos/verifying.ts';
export { memoDeskVoice, memosVoice, memoVoice } from './memos/voice.ts';
