export * from './plan.ts';
export { planPolicy } from './policy.ts';
export {
  findItem,
  findPlan,
  findRow,
  getPlan,
  getVersion,
  getVersionByNumber,
  listPlans,
  listVersions,
  planInForce,
  rowHistory,
  versionDocument,
  versionTree,
} from './reading.ts';
export { branch, childKind, inTreeOrder, parentKind } from './tree.ts';
export { planSubjects } from './subject-names.ts';
export { searchPlans } from './search.ts';
export { occurrences, type Occurrence } from './occurrences.ts';
export { type CalendarItem, planCalendar, weeksOf } from './calendar.ts';
export { calendarVoice as planCalendarVoice } from './calendar-voice.ts';
export { reportStates, standing, type Owed, type ReportState, type Standing } from './lateness.ts';
export { addRow, editRow, moveRow, removeRow } from './rows.ts';
export { addInput, editInput, moveRowInput, removeInput, targetsInput } from './rows.input.ts';
export { setTargets } from './targets.ts';
export { addSection, editSection, getSection, placeSection, removeSection } from './sections.ts';
export { addCoded, editCoded, getCoded, placeCoded, removeCoded } from './coded.ts';
export { codedInput, newCodedInput, placeCodedInput, removeCodedInput, type CodedKind } from './coded.input.ts';
export { newSectionInput, placeSectionInput, removeSectionInput, sectionInput } from './sections.input.ts';
export { alignableObjectives, type Alignment, alignedObjectives, objectivesServing } from './alignment.ts';
export {
  approveVersion,
  closeVersion,
  draftVersion,
  listAuthors,
  listMoves,
  putInForce,
  returnVersion,
  submitVersion,
  whoMayApprove,
} from './versions.ts';
export { draftInput, forceInput, moveInput } from './versions.input.ts';
export { allows, type MoveName, moves } from './moves.ts';
export { contentHash } from './content.ts';
export { workPolicy } from './work-policy.ts';
export { alignedWorks, type BareRow, type Look, type PlanWork, planWork, type Taken, type WorkRow } from './work.ts';
export { mayTakePart, workItem, type WorkItem } from './taking-part.ts';
export { reportProgress } from './reports.ts';
export { reportInput } from './reports.input.ts';
export { correctReading, decideReading, takeReading } from './readings.ts';
export { correctionInput, readingDecisionInput, readingInput } from './readings.input.ts';
export type { Reading } from './readings.queries.ts';
export { type Measured, measuredByPeriod } from './counted.ts';
export { annotate, withdrawAnnotation } from './annotations.ts';
export { annotationInput, withdrawalInput } from './annotations.input.ts';
export { activityHistory, indicatorNotes } from './history.ts';
export { noticeLateness } from './noticing.ts';
export { planJobs } from './jobs.ts';
export { assignActivity, handOverWork } from './handovers.ts';
export { assignmentInput } from './handovers.input.ts';
export { beginPlan } from './beginning.ts';
export { newPlanInput } from './beginning.input.ts';
export { type Imported, importPlan, previewImport } from './import.ts';
export type { Looked } from './import-look.ts';
export { exportVersion } from './export.ts';
export { type PlanFile, planFileFields } from './plan-file.ts';
export { type Fault, isFaulty } from './faults.ts';
export { writeYaml } from './plan-file-yaml.ts';
export { type ExplainWorkbook, writeWorkbook } from './plan-file-model.ts';
export { largestFile } from './read-plan-file.ts';
export * from './public.ts';
export { type ActivityPage, type PublicActivity, publicActivities, type PublicState, publicStates } from './public-activities.ts';
export { changeNames, ownWork, recentChanges, toDecide } from './mine.ts';
export { type Difference, difference, type FieldChange, type Named } from './difference.ts';
export { differenceVoice, importVoice, plansVoice, type Said, textVoice, timelineVoice, treeVoice, versionsVoice } from './voice.ts';
export { activityCard, type ActivityFilter, activityFilters, listActivities, rowsAbove } from './activities.ts';
export { planTemplate, planTemplates } from './templates.ts';
export { planPdf } from './documents/plan-pdf.ts';
export { planWord } from './documents/plan-word.ts';
export type { PrintedRow } from './documents/printed.ts';
export {
  activitiesInForce,
  type ActivityOption,
  channelsInForce,
  type SegmentOption,
  publicsInForce,
  segmentsInForce,
} from './in-force.ts';
export { planHearings } from './hearings.ts';
