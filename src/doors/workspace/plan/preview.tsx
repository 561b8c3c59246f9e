import { Form, Link } from 'react-router';
import type { PlanFile, Said } from '#domains/plan/index.ts';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

export interface Previewed {
  readonly voice: Said;
  readonly counts: Readonly<Record<string, number>>;
  readonly units: readonly { code: string; name: string; matched: string | null }[];
  readonly plan: PlanFile['plan'];
  readonly text: string;
}

/** What a file would bring, before it does. */
export function Preview({ voice, counts, units, plan, text }: Previewed) {
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.upload')} · Pregón`}</title>
      <Head
        name={say('plan.preview_name')}
        voice={say(voice.key, voice.vars)}
        actions={
          <Form method="post" className="actions">
            <textarea name="text" defaultValue={text} hidden readOnly />
            <Link className="button" to="/workspace/plans/new" reloadDocument>
              {say('plan.other_file')}
            </Link>
            <button className="button primary" name="intent" value="import">
              {say('plan.import', { title: plan.title })}
            </button>
          </Form>
        }
      />
      <div className="two">
        <Section title={say('plan.units')} count={format.number(units.length)}>
          <Table
            caption={say('plan.units')}
            rows={units}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', name: say('plan.field.unit'), phone: 'lead', cell: ({ name }) => name },
              {
                key: 'matched',
                name: say('plan.here'),
                phone: 'second',
                cell: ({ matched }) => matched ?? <span className="badge">{say('plan.created')}</span>,
              },
            ]}
          />
        </Section>
        <aside>
          <Section title={say('plan.brings')}>
            <Facts
              rows={[
                [say('plan.period'), `${format.day(plan.starts_on)} – ${format.day(plan.ends_on)}`],
                ...Object.entries(counts).map(([list, count]) => [say(`plan.list.${list}`), format.number(count)] as const),
              ]}
            />
          </Section>
        </aside>
      </div>
    </main>
  );
}
