import { useLoaderData } from 'react-router';
import { publicPlan } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { columns } from './open-data.ts';

export const loader = load(async ({ ctx, params }) => {
  const { plan } = await publicPlan(ctx, params.code!);
  return { code: plan.code, title: plan.title, columns };
});

export default function Data() {
  const { code, title, columns: names } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const at = `/plan/${code}`;
  return (
    <Page
      title={`${say('portal.data')} · ${title}`}
      description={say('portal.data.lede')}
      here={say('portal.data')}
      crumbs={[
        { to: '/plan', name: say('portal.how_we_go') },
        { to: at, name: title },
      ]}
    >
      <header className="head">
        <p className="kicker">{title}</p>
        <h1 className="title">{say('portal.data')}</h1>
        <p className="lede">{say('portal.data.lede')}</p>
      </header>
      <ul className="kit">
        {(
          [
            ['data.csv', 'csv'],
            ['data.xlsx', 'xlsx'],
            ['data.json', 'json'],
            ['data.schema.json', 'schema'],
            ['activities.csv', 'activities_csv'],
            ['activities.xlsx', 'activities_xlsx'],
            ['plan.xlsx', 'plan_xlsx'],
            ['plan.yaml', 'plan_yaml'],
            ['plan.pdf', 'plan_pdf'],
            ['plan.docx', 'plan_docx'],
          ] as const
        ).map(([file, key]) => (
          <li key={file}>
            <span>{say(`portal.data.${key}`)}</span>
            <a href={`${at}/${file}`}>{file}</a>
          </li>
        ))}
      </ul>
      <section className="section described" aria-labelledby="columnas">
        <header>
          <h2 id="columnas">{say('portal.data.columns')}</h2>
        </header>
        <table>
          <caption className="sr">{say('portal.data.columns')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('portal.data.column')}</th>
              <th scope="col">{say('portal.data.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{say(`portal.column.${name}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="prose small muted">{say('portal.data.rules')}</p>
    </Page>
  );
}
