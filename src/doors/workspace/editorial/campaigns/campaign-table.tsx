import type { ReactNode } from 'react';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

interface Props<Row> {
  /** Its words are `campaigns.<of>`, and `_none` and `_none_how` when it is empty. */
  readonly of: 'actions' | 'spends' | 'results';
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly more?: ReactNode;
}

/** What a campaign has of something, with how many. */
export function CampaignTable<Row extends { readonly id: number }>({ of, rows, columns, more }: Props<Row>) {
  const { say } = useWords();
  const name = say(`campaigns.${of}`);
  return (
    <Section title={name} count={rows.length} more={more}>
      <Table
        caption={name}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say(`campaigns.${of}_none`)}>
            {say(`campaigns.${of}_none_how`)}
          </Empty>
        }
        columns={columns}
      />
    </Section>
  );
}
