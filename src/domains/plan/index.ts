export * from './plan.ts';
export { planPolicy } from './policy.ts';
export { findItem, findPlan, findRow, getPlan, getVersion, getVersionByNumber, listPlans, listVersions, planInForce, rowHistory, versionDocument, versionTree } from './reading.ts';
export { branch, childKind, inTreeOrder, parentKind } from './tree.ts';
export { searchPlans } from './search.ts';
