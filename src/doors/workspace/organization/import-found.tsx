import { Form, Link } from 'react-router';
import type { ImportPreview } from '#domains/organization/index.ts';
import { Choice } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

/** What a file would bring: its faults row by row, or who comes in. */
export function ImportFound({ preview, file, name }: { preview: ImportPreview; file: string; name: string }) {
  const { say, format } = useWords();
  if (preview.faultCount > 0) {
    return (
      <Section title={name} count={format.number(preview.faultCount)}>
        <Table
          className="stacked"
          caption={say('organization.import.faults')}
          rows={preview.faults}
          rowKey={({ row, column }) => `${row} ${column}`}
          columns={[
            { key: 'row', name: say('organization.import.row'), cell: ({ row }) => format.number(row) },
            {
              key: 'column',
              name: say('organization.import.column'),
              cell: ({ column }) => (column ? say(`organization.import.column_${column}`) : ''),
            },
            {
              key: 'says',
              name: say('organization.import.wrong'),
              cell: ({ problem }) => say(`refusals.${problem.refused}`, problem.details),
            },
          ]}
        />
        {preview.faultCount > preview.faults.length && (
          <p className="muted small">{say('organization.import.more_faults', { count: preview.faultCount - preview.faults.length })}</p>
        )}
      </Section>
    );
  }
  return (
    <Section title={name} count={format.number(preview.rows)}>
      <Table
        className="stacked"
        caption={say('organization.import.first')}
        rows={preview.first}
        rowKey={({ row }) => row}
        columns={[
          {
            key: 'name',
            name: say('organization.person.name'),
            cell: (person) => (
              <>
                {person.name}
                <small>{person.email}</small>
              </>
            ),
          },
          { key: 'position', name: say('organization.person.position'), cell: (person) => person.position },
          {
            key: 'employment',
            name: say('organization.person.employment'),
            cell: (person) => say(`organization.person.${person.employment}`),
          },
          {
            key: 'roles',
            name: say('organization.person.roles'),
            cell: (person) => person.roles.map((role) => say(`organization.role.${role}`)).join(', '),
          },
        ]}
      />
      {preview.ready > preview.first.length && (
        <p className="muted small">{say('organization.import.more', { count: preview.ready - preview.first.length })}</p>
      )}
      {preview.known > 0 && <p className="muted small">{say('organization.import.known', { count: preview.known })}</p>}
      <Form method="post" className="form">
        <input type="hidden" name="file" value={file} readOnly />
        <Choice name="invite" label={say('organization.import.invite')} more={say('organization.import.invite_more')} />
        <p className="actions">
          <button className="button primary" disabled={preview.ready === 0}>
            {say('organization.import.do', { count: preview.ready })}
          </button>
          <Link className="button quiet" to="/workspace/settings/people/import" reloadDocument>
            {say('organization.import.another')}
          </Link>
        </p>
      </Form>
    </Section>
  );
}
