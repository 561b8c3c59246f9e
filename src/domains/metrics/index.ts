export { collector, findMeasure, measures, readsItself, type Measure, type Stage } from './catalogue.ts';
export { recordFacts, type Fact } from './facts.ts';
export { planFacts } from './facts-of-plan.ts';
export { type Board, type BoardFilter, type BoardPart, type Lights, planBoard } from './board.ts';
export type { BoardRow } from './board-rows.ts';
export { type Light, thresholds } from './traffic-light.ts';
export { readingDays } from './owed-readings.ts';
export { Collector, forgetVisitors, type View } from './collector.ts';
