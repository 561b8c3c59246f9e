import { useLoaderData } from 'react-router';
import { publicPlan, publicVersions } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx, params }) => {
  const { plan } = await publicPlan(ctx, params.code!);
  const versions = await publicVersions(ctx, plan.id);
  return {
    code: plan.code,
    title: plan.title,
    versions: versions.map(({ number, inForceFrom, inForceUntil, state }) => ({
      number,
      from: inForceFrom!,
      until: inForceUntil,
      inForce: state === 'in_force',
    })),
  };
});

export default function Versions() {
  const { code, title, versions } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <Page
      title={`${say('portal.versions')} · ${title}`}
      here={say('portal.versions')}
      crumbs={[
        { to: '/plan', name: say('portal.how_we_go') },
        { to: `/plan/${code}`, name: title },
      ]}
    >
      <header className="head">
        <p className="kicker">{title}</p>
        <h1 className="title">{say('portal.versions')}</h1>
      </header>
      <table>
        <caption className="sr">{say('portal.versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('portal.version.one')}</th>
            <th scope="col">{say('portal.version.from')}</th>
            <th scope="col">{say('portal.version.until')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.number}>
              <th scope="row">{version.inForce ? <a href={`/plan/${code}/text`}>{version.number}</a> : version.number}</th>
              <td>{format.day(version.from)}</td>
              <td>{version.inForce ? say('portal.version.in_force') : version.until && format.day(version.until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
