import { Link, useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { placesOf } from './settings.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('organization.settings') }] };

export const loader = load(({ visit }) => ({ places: placesOf(visit.actor) }));

export default function Settings() {
  const { places } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.settings')} · Pregón`}</title>
      <Head name={say('organization.settings')} voice={say('organization.settings.voice')} />
      <ul className="plain-rows">
        {places.map((place) => (
          <li key={place}>
            <span>
              <Link to={`/workspace/settings/${place}`}>{say(`organization.place.${place}`)}</Link>
              <small>{say(`organization.place_does.${place}`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
