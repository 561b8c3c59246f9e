import { useLoaderData } from 'react-router';
import { brandShape, editBrand, institutionOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Emblem } from '#ui/emblem.tsx';
import { Head } from '#ui/head.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { BrandForm } from './brand-form.tsx';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('organization.settings'), to: '/workspace/settings' },
    { name: say('organization.place.institution') },
  ],
  topics: () => ['institution'],
};

export const loader = load(async ({ ctx, visit }) => ({
  institution: await institutionOf(ctx),
  edits: mayEdit(visit.actor, 'institution.edit', null),
  places: placesOf(visit.actor),
  zones: Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('America/')),
}));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(brandShape, typed.fields);
  if (isRefusal(input)) return input;
  const [emblem] = typed.files.emblem ?? [];
  const result = await perform(async (ctx) => {
    if (!emblem) return editBrand(ctx, input);
    const { files } = visit.app;
    const kept = await files.keep(ctx, { name: emblem.name, content: emblem.content(), accepts: ['image/'], limit: 5_000_000 });
    if (isRefusal(kept)) return { ...kept, field: 'emblem' };
    await files.publish(ctx, kept.id);
    return editBrand(ctx, input, kept.id);
  });
  return isRefusal(result) ? result : redirect('/workspace/settings/institution?done=institution.edit');
});

export default function Institution() {
  const { institution, edits, places, zones } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.institution')} · Pregón`}</title>
      <Head
        name={say('organization.place.institution')}
        voice={say(institution.emblem_file ? 'organization.institution.voice' : 'organization.institution.voice_no_emblem', {
          name: `${institution.kind} ${institution.name}`.trim(),
        })}
      />
      <SettingsTabs places={places} />
      <Done />
      {edits ? (
        <BrandForm institution={institution} zones={zones} />
      ) : (
        <>
          <Emblem file={institution.emblem_file} name={institution.name} />
          <Facts
            rows={[
              [say('organization.institution.name'), `${institution.kind} ${institution.name}`],
              [say('organization.institution.address'), institution.address || say('organization.empty')],
              [say('organization.institution.phone'), institution.phone || say('organization.empty')],
              [say('organization.person.email'), institution.email || say('organization.empty')],
              [say('organization.institution.zone'), institution.zone],
              [say('organization.institution.works_saturdays'), say(institution.works_saturdays ? 'organization.yes' : 'organization.no')],
            ]}
          />
        </>
      )}
    </main>
  );
}
