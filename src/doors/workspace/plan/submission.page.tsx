import { moveInput, submitVersion } from '#domains/plan/index.ts';
import { planHandle } from './crumbs.ts';
import { VersionMove } from './version-move.tsx';
import { loadVersion, moves } from './version-moves.ts';

export const handle = planHandle('versions');
export const loader = loadVersion;
export const action = moves(moveInput, submitVersion);

export default function Submission() {
  return <VersionMove move="submit" />;
}
