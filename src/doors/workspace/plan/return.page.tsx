import { moveInput, returnVersion } from '#domains/plan/index.ts';
import { planHandle } from './crumbs.ts';
import { VersionMove } from './version-move.tsx';
import { loadVersion, moves } from './version-moves.ts';

export const handle = planHandle('versions');
export const loader = loadVersion;
export const action = moves(moveInput, returnVersion);

export default function Return() {
  return <VersionMove move="return" />;
}
