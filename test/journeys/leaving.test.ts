import { expect, test } from 'vitest';
import { password, seatCast } from '#test/support/cast.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';
import { rulingPlan } from '#test/support/town-plan.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
await rulingPlan(cast);

test('who leaves loses the access at once, and the trace stays', async () => {
  const leaver = await journey.visitor();
  await signIn(leaver, cast.mail('julian'), password, '/workspace/settings/people');
  await scan(leaver);

  const administrator = await journey.visitor();
  await signIn(administrator, cast.mail('esteban'), password, '/workspace/settings/people');
  await administrator.getByRole('link', { name: 'Julián Restrepo' }).click();
  await administrator.getByText('Se va de la institución').click();
  await scan(administrator);
  await administrator.getByRole('button', { name: 'Retirar a Julián Restrepo' }).click();
  await administrator.getByText('Se fue: perdió el acceso y su rastro queda.').waitFor();
  await scan(administrator);

  // The page that was left open goes away by itself.
  await leaver.waitForURL('**/sign-in?*');
  await leaver.getByLabel('Correo institucional').fill(cast.mail('julian'));
  await leaver.getByLabel('Clave').fill(password);
  await leaver.getByRole('button', { name: 'Entrar' }).click();
  await leaver.getByText('La clave no es esa.').waitFor();
  await scan(leaver);

  await administrator.goto('/workspace/settings/audit');
  const log = administrator.getByRole('table');
  await log.getByText('retiró a Julián Restrepo').first().waitFor();
  await administrator.goto('/workspace/settings/audit?q=Julian');
  await log.getByText('envió a revisión la versión').waitFor();
  expect(await log.innerText()).toContain('Julián Restrepo');
  await scan(administrator);
  await leaver.context().close();
  await administrator.context().close();
});
