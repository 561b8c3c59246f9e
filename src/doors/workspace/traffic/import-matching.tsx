import { Form } from 'react-router';
import type { VisitImport, VisitLook } from '#domains/metrics/index.ts';
import { useAnswer } from '#ui/answer.ts';
import { ColumnMatching } from '#ui/column-matching.tsx';
import { FormRefusal, SelectField } from '#ui/field.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { VisitImportFaults } from './import-faults.tsx';

interface Props {
  readonly asked: VisitImport;
  readonly sites: readonly { readonly id: number; readonly name: string }[];
  readonly targets: readonly string[];
  readonly look: VisitLook | undefined;
  /** What had been chosen when it was looked at. */
  readonly chosen: Readonly<Record<string, string | string[]>> | undefined;
}

/** Whose export it is, of which site, and what each column is; then a look, then it begins. */
export function VisitImportMatching({ asked, sites, targets, look, chosen }: Props) {
  const { say } = useWords();
  const refused = useAnswer();
  const answer = refused ?? (chosen && { typed: chosen, problems: {}, refusal: null });
  const typed = answer?.typed.columns;
  const columns = typed === undefined ? asked.columns : [typed].flat();
  return (
    <Form method="post" className="stack">
      <FormRefusal answer={refused} />
      <SelectField
        name="origin"
        label={say('traffic.import.origin')}
        options={(['matomo', 'umami', 'csv'] as const).map((value) => ({ value, label: say(`traffic.origin.${value}`) }))}
        defaultValue={asked.origin}
        answer={answer}
      />
      <SelectField
        name="site"
        label={say('traffic.site')}
        hint={say('traffic.import.site_hint')}
        options={[{ value: '0', label: say('traffic.portal') }, ...sites.map(({ id, name }) => ({ value: String(id), label: name }))]}
        defaultValue={String(sites[0]?.id ?? 0)}
        answer={answer}
      />
      <ColumnMatching
        heads={asked.heads}
        columns={columns}
        targets={targets.map((value) => ({ value, label: say(`traffic.column.${value}`) }))}
        answer={refused}
      />
      {look && <Look look={look} asked={asked} />}
      <p className="actions">
        <button className={look ? 'button' : 'button primary'} name="intent" value="look">
          {say('traffic.import.look')}
        </button>
        {look && (
          <button className="button primary" name="intent" value="start">
            {say('traffic.import.start')}
          </button>
        )}
      </p>
    </Form>
  );
}

function Look({ look, asked }: { look: VisitLook; asked: VisitImport }) {
  const { say, format } = useWords();
  return (
    <>
      <Section title={say('traffic.import.found', { count: look.rows })}>
        <Facts
          rows={[
            [say('traffic.views'), format.number(look.views)],
            [say('traffic.import.days'), look.from && look.to ? `${format.day(look.from)} – ${format.day(look.to)}` : '—'],
            ...look.sections.map(
              ({ section, views }) =>
                [section === 'home' ? say('traffic.home') : section || say('traffic.no_section'), format.number(views)] as const,
            ),
          ]}
        />
      </Section>
      {look.faults.length > 0 && <VisitImportFaults asked={asked} faults={look.faults} count={look.faulted} preview />}
    </>
  );
}
