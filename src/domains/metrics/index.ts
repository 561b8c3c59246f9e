export { collector, findMeasure, measures, readsItself, type Measure, type Stage } from './catalogue.ts';
export { recordFacts, type Belongings, type Fact } from './facts.ts';
export { belongsShape } from './counting.ts';
export { factReactions } from './fact-reactions.ts';
export { recordPlays, tellPlays } from './facts-of-screens.ts';
export { recordLetterCounts, tellLetterCounts } from './facts-of-letters.ts';
export { figureSlides } from './figure-slides.ts';
export { type ListedMeasure, listMeasures, type MeasureAsked, type MeasureCard, measureCard, measureRecords } from './measure-card.ts';
export { measureInput } from './measure-card.input.ts';
export type { PartName } from './records.queries.ts';
export type { MadeOf } from './records.ts';
export { type Board, type BoardFilter, type BoardPart, type Lights, planBoard, workedBoard } from './board.ts';
export type { BoardRow } from './board-rows.ts';
export { type Light, thresholds } from './traffic-light.ts';
export { readingDays } from './owed-readings.ts';
export { Collector, type View } from './traffic/collector.ts';
export { forgetVisitors } from './traffic/visit-day.ts';
export { tellVisits } from './traffic/told-visits.ts';
export { VisitIntake, type Sender } from './traffic/visit-intake.ts';
export { visitInput } from './traffic/visit.input.ts';
export { metricsPolicy } from './policy.ts';
export { metricsHearings } from './hearings.ts';
export { type TrafficAsked, trafficInput, visitOrigins, windows } from './traffic/board.input.ts';
export { type SiteOption, type TrafficBoard, everyVisitRow, trafficBoard, visitRows, visitRowsAtOnce } from './traffic/board.ts';
export { sources } from './traffic/sources.ts';
export { visitColumns } from './traffic/import-columns.ts';
export type { VisitFault } from './traffic/import-rows.ts';
export { visitImportWork } from './traffic/import-work.ts';
export { matchedVisitImportInput, visitImportIdInput, visitImportsFilterInput, visitImportStates } from './traffic/imports.input.ts';
export type { VisitImport, VisitImportState } from './traffic/imports.queries.ts';
export {
  beginVisitImport,
  everyVisitImport,
  getVisitImport,
  listVisitImports,
  lookAtVisitImport,
  runVisitImport,
  stopVisitImport,
  visitFaults,
  visitFaultsPage,
  visitImportLimit,
  visitImportsAtOnce,
  type VisitLook,
} from './traffic/imports.ts';
export { recordVisits } from './traffic/told-visits.ts';
export {
  addSite,
  closeSite,
  editSite,
  everySite,
  listSites,
  reopenSite,
  siteCard,
  siteOptions,
  sitesAtOnce,
  snippetOf,
} from './traffic/sites.ts';
export { editedSiteInput, newSiteInput, siteInput, sitesFilterInput, siteStates, writtenRules } from './traffic/sites.input.ts';
export type { ListedSite, Site } from './traffic/sites.queries.ts';
export { activitiesVoice, activityVoice, boardVoice, figureVoice, homeVoice, type Sentence } from './voice.ts';
export { indicatorCard, type IndicatorCard } from './indicator.ts';
export { type Direction, directions, directionsBoard, type DirectionsBoard, directionsVoice } from './directions.ts';
export { overdueReading } from './owed-readings.ts';
export { type Commitment, home } from './home.ts';
export { measuresVoice, measureVoice } from './measure-voice.ts';
