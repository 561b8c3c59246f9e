export { audiencesPolicy } from './policy.ts';
export { type Contact, contactsTopic } from './contact.ts';
export {
  addContact,
  alikeContacts,
  changeContact,
  contactNames,
  contactStanding,
  type ContactPage,
  countedTo,
  everyContact,
  getContact,
  listContacts,
  mergeContacts,
} from './contacts.ts';
export {
  allKinds,
  changedContactInput,
  contactFilterInput,
  contactIdInput,
  contactKinds,
  type ContactKind,
  mergeInput,
  newContactInput,
} from './contacts.input.ts';
export {
  acts,
  type Act,
  listedActs,
  type ListInput,
  listFields,
  listInput,
  newInteractionInput,
  removedInteractionInput,
} from './interactions.input.ts';
export { aboutName, interactionsOf, interactionSubjects, noteInteraction, removeInteraction } from './interactions.ts';
export type { DoneThing, Interaction, InteractionSubject } from './interactions.queries.ts';
export { forgetVisits, rememberVisits, visitSeconds, whoVisits } from './visit-consent.ts';
export { VisitMemory } from './visit-memory.ts';
export { foundIn } from './contacts.queries.ts';
export { keepStaff } from './staff.ts';
export {
  addPurpose,
  closePurpose,
  consentsOf,
  consentStanding,
  giveConsent,
  publishPurposeText,
  purposesNow,
  setRetention,
  stopReturned,
  stopWriting,
  withdrawByOneClick,
  withdrawConsent,
  writeAgain,
} from './consents.ts';
export {
  givenConsentInput,
  linkInput,
  preferencesInput,
  purposeClosingInput,
  purposeInput,
  purposeTextInput,
  retentionInput,
  stoppedInput,
  subscriptionInput,
  toldBy,
  withdrawnConsentInput,
} from './consents.input.ts';
export type { Consent, Purpose } from './consents.queries.ts';
export { preferencesOf, preferencesPath, sendPreferencesLink, setPreferences, stopByLink } from './preferences.ts';
export { askSubscription, confirmSubscription, readSubscription } from './subscriptions.ts';
export {
  answerDataRequest,
  askAboutOwnData,
  askToComplete,
  completeDataRequest,
  extendDataRequest,
  getDataRequest,
  listDataRequests,
  noteDataRequest,
  ownData,
} from './data-requests.ts';
export {
  completedInput,
  completionInput,
  dataAnswerInput,
  dataRequestChannels,
  dataRequestFilterInput,
  dataRequestKinds,
  extensionInput,
  newDataRequestInput,
  ownDataRequestInput,
} from './data-requests.input.ts';
export type { DataRequest } from './data-requests.queries.ts';
export { audienceJobs } from './jobs.ts';
export { sendingKinds } from './sendings.ts';
export type { SendingKind } from './sendings.queries.ts';
export { audiencesHearings } from './hearings.ts';
export {
  beginImport,
  everyFault,
  faultsOf,
  faultsPage,
  getImport,
  type ImportLook,
  importLimit,
  listImports,
  lookAtImport,
  resumeImport,
  sampleOf,
  startImport,
  stopImport,
  undoImport,
} from './imports.ts';
export { columnTargets, importIdInput, importRules, matchedImportInput } from './imports.input.ts';
export type { ContactImport, FaultRow } from './imports.queries.ts';
export { importWork } from './import-work.ts';
export { addSegment, changeSegment, countRule, getSegment, listSegments, removeSegment, segmentNames, segmentOptions } from './segments.ts';
export { changedSegmentInput, countedRuleInput, newSegmentInput, segmentCodeInput } from './segments.input.ts';
export { type Rule, type RuleDraft, ruleFields, type RuleField, ruleShape, ruleValues, draftOfForm } from './segment-rule.ts';
export type { Counted, Segment } from './segments.queries.ts';
export { adoptPublics, startingSegments } from './starting-segments.ts';
export { addresseesNow, checkWanted, countRecipients, recipientsOf, someRecipients, type Wanted } from './recipients.ts';
export { type Addressee, type WhomCount } from './recipients.queries.ts';
export { agreeToPush, takeBackPush } from './push-consents.ts';
