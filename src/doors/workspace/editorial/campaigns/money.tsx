import { Section } from '#ui/section.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

/** What was spent against what there was. */
export function Money({ budget, spent }: { budget: number; spent: number }) {
  const { say, format } = useWords();
  const share = budget > 0 ? (spent / budget) * 100 : 0;
  return (
    <Section title={say('campaigns.spends')}>
      <div className="purse">
        <p>
          <b className="amount">{format.money(spent)}</b>{' '}
          <span className="muted">
            {budget > 0 ? say('campaigns.against_budget', { percent: format.percent(share) }) : say('campaigns.no_budget')}
          </span>
        </p>
        {budget > 0 && <Progress at={share} due={null} label={say('campaigns.against_budget', { percent: format.percent(share) })} />}
        {budget > 0 && (
          <p className={spent > budget ? 'late' : 'muted'}>
            {spent > budget
              ? say('campaigns.over', { amount: format.money(spent - budget) })
              : say('campaigns.left', { amount: format.money(budget - spent) })}
          </p>
        )}
      </div>
    </Section>
  );
}
