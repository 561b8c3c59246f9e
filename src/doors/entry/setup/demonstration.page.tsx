import { demonstration } from '#wiring';
import { isSetUp } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';

export const loader = load(() => redirect('/setup'));

export const action = act(async ({ visit }) => {
  if (!(await isSetUp(visit.app.database.primary))) await demonstration.load(visit.app);
  return redirect('/sign-in');
});
