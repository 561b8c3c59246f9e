export { type Holiday, HOLIDAY_YEARS, holidaysOf } from './holidays.ts';
export { nonWorking } from './non-working.ts';
export { restingDays } from './resting-days.ts';
export { organizationSealed } from './sealed.ts';
export { forgetSealed } from './lost-key.ts';
export { organizationPolicy } from './policy.ts';
export { endOwnSession, endSessionsOf, identify, openSession, sessionSeconds, sessionsOf } from './sessions.ts';
export { deviceOf } from './device.ts';
export { type CameIn, countSignIn, signIn } from './sign-in.ts';
export { codeInput, forgottenInput, joinInput, signInInput } from './sign-in.input.ts';
export { accept, askReset, invite, readInvitation } from './invitations.ts';
export { institutionOf, isDemonstration, isSetUp, todayOf, wholeName, zoneOf } from './institution.ts';
export { isBeingFounded, lockFounding } from './setup.queries.ts';
export { searchOrganization } from './search.ts';
export { appoint, closeUnit, codeOf, createUnit, moveUnit, renameUnit, shiftUnit } from './units.ts';
export { appointmentShape, movedUnitShape, newUnitShape, renamedUnitShape, shiftedUnitShape } from './units.input.ts';
export { findUnits, unitOptions, unitTree, unitWithin, type FoundUnit, type UnitOption, type UnitRow } from './unit-tree.ts';
export { addPerson, editPerson } from './people.ts';
export { departureShape, editedPersonShape, newPersonShape, peopleFilterShape } from './people.input.ts';
export { comeBack, leave } from './departures.ts';
export { everyPerson, listPeople, peopleOptions, personCard, type PeopleFilter, type PersonOption, type PersonRow } from './directory.ts';
export { endRole, giveRole } from './grants.ts';
export { endRoleShape, grantShape } from './grants.input.ts';
export {
  completeSetup,
  countSetupCode,
  enterSetup,
  installationCode,
  keepAdministrator,
  keepInstitution,
  keepStart,
  readSetup,
  type Setup,
} from './setup.ts';
export { firstAdministratorInput, firstUnitInput, newInstitutionInput, setupCodeInput, zones } from './setup.input.ts';
export { inviteToJoin } from './joining.ts';
export {
  beginSecondFactor,
  confirmSecondFactor,
  countCode,
  giveCode,
  pendingSignIn,
  removeSecondFactor,
  secondFactorOf,
} from './second-factor.ts';
export { editBrand } from './brand.ts';
export { brandShape } from './institution.input.ts';
export { historyOf, lastChange } from './audit.ts';
export { type Readiness, readiness } from './readiness.ts';
export {
  agreementSignature,
  agreementTexts,
  currentAgreement,
  publishAgreement,
  signAgreement,
  type CurrentAgreement,
} from './agreements.ts';
export { agreementTextShape, registerFilterShape, signatureShape } from './agreements.input.ts';
export { agreementRegister, everySignature, type RegisterFilter, type RegisterRow, type SignatureState } from './agreement-register.ts';
export { addPasskey, beginPasskey, beginPasskeySignIn, namePasskey, passkeysOf, removePasskey, signInWithPasskey } from './passkeys.ts';
export { beginOwnPasskey, type ProofMeans, proofsOf, proveByCode, proveByPasskey } from './proving.ts';
export { newPasskeyInput, passkeyInput, passkeyNameInput, usedPasskeyInput } from './passkeys.input.ts';
export { beginSingleSignOn, claimsOf, signInWithProvider } from './single-sign-on.ts';
export { forgetDevice, forgetDeviceOf, forgetDevices, type TrustedDevice, trustedDevicesOf, trustSeconds } from './trusted-devices.ts';
export { changePassword, countPassword } from './own-password.ts';
export { changedPasswordInput } from './own-password.input.ts';
export { declareNonWorking, nonWorkingDaysOf, ownDaysOf, revokeNonWorking, type OwnDays } from './non-working-days.ts';
export { nonWorkingDaysShape, revocationShape } from './non-working-days.input.ts';
export { foundDemonstration, lendPassword } from './demonstration.ts';
export { issueKey, listKeys, withdrawKey } from './api-keys.ts';
export { keyRevocationShape, newKeyShape } from './api-keys.input.ts';
export { auditPage, everyEntry, type AuditEntry, type AuditFilter } from './audit.ts';
export { subjectNames, type NamedSubject } from './subject-names.ts';
export { auditFilterShape } from './audit.input.ts';
export { verifyAudit, type Fault, type Verdict } from './audit-chain.ts';
export { failedWork, retryWork } from './failed-work.ts';
export { retryShape } from './failed-work.input.ts';
export { importPeople, previewPeople, type ImportFault, type ImportPreview } from './people-import.ts';
export { importShape } from './people-import.input.ts';
export { noticeJobs, mailNotices } from './notice-mails.ts';
export {
  chooseNotices,
  mailChoices,
  noticeChoiceInput,
  noticeChoices,
  noticeGroups,
  noticeInput,
  notify,
  noticesDone,
  type Notice,
  type NoticeKind,
  ownNotices,
  readAllNotices,
  readNotice,
  unpushedNotices,
  unreadNotices,
} from './notifications.ts';
export { forgetView, forgottenViewInput, saveView, savedViewInput, savedViews } from './saved-views.ts';
export type { SavedView } from './saved-views.queries.ts';
export { departments, findRegions, municipalitiesOf, namedRegions, readRegions, type Region, regionName, regionOf } from './regions.ts';
export { regionMap, type RegionMap, type RegionShape } from './region-shapes.ts';
export { organizationHearings } from './hearings.ts';
