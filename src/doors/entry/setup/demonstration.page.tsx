import { isSetUp } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';

export const loader = load(() => redirect('/setup'));

// It takes a while, and people press again: the second press waits for the first.
let loading: Promise<void> | undefined;

export const action = act(async ({ visit }) => {
  if (!(await isSetUp(visit.app.database.primary))) {
    await (loading ??= visit.app.demonstration.load(visit.app).finally(() => {
      loading = undefined;
    }));
  }
  return redirect('/sign-in');
});
