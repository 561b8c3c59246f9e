import type { Day } from '#platform/clock/day.ts';
import type { Asset } from './asset.ts';

export const assetProblemCodes = ['alt', 'release', 'guardian', 'licence', 'captions', 'transcript', 'withdrawn'] as const;
export type AssetProblem = (typeof assetProblemCodes)[number];

type Known = Pick<
  Asset,
  'kind' | 'alt' | 'peopleShown' | 'minorsShown' | 'release' | 'guardian' | 'expiresOn' | 'captions' | 'transcript' | 'withdrawnAt'
>;

/**
 * What keeps an asset from being shown to anybody: an image without words for who does not see it (WCAG 2.2, 1.1.1), a video without
 * subtitles or text and a sound without text (1.2.1, 1.2.2; Resolución 1519 of 2020), people who did not authorise their image and
 * minors whose representative did not (Ley 1581 of 2012, article 7), a licence that ended before `today`.
 */
export function assetProblems(asset: Known, today: Day): AssetProblem[] {
  const problems: [AssetProblem, boolean][] = [
    ['alt', asset.kind === 'image' && asset.alt === ''],
    ['release', asset.peopleShown && asset.release === null],
    ['guardian', asset.minorsShown && asset.guardian === null],
    ['licence', asset.expiresOn !== null && asset.expiresOn < today],
    ['captions', asset.kind === 'video' && asset.captions === null],
    ['transcript', (asset.kind === 'video' || asset.kind === 'audio') && asset.transcript === ''],
    ['withdrawn', asset.withdrawnAt !== null],
  ];
  return problems.filter(([, is]) => is).map(([problem]) => problem);
}
