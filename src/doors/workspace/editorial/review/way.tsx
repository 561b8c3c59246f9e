import type { Reviewing } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Steps, type Step } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useMoment } from './moments.ts';

type Seen = Pick<Reviewing, 'steps' | 'authors' | 'versions'> & { readonly piece: Pick<Reviewing['piece'], 'state' | 'publishedAt'> };

/** The way of a piece: written, each step of its review, and out. */
export function Way({ review, channels }: { review: Seen; channels: readonly string[] }) {
  const { say, format } = useWords();
  const moment = useMoment();
  const { piece, steps, authors, versions } = review;
  const underWay = piece.state === 'in_review';
  const done = ['approved', 'scheduled', 'published', 'expired', 'withdrawn'].includes(piece.state);
  const names = format.list(authors.map(({ name }) => name));
  const way: Step[] = [
    {
      name: say('review.written'),
      more: versions[0] ? say('review.written_by', { names, number: versions[0].number }) : names,
      stage: underWay || done ? 'done' : 'current',
    },
    ...steps.map((step): Step => ({
      name: say(`review.step.${step.step}`),
      more: says(step),
      stage: step.state === 'passed' ? 'done' : step.state === 'asked' ? 'current' : 'ahead',
    })),
    {
      name: say('review.out'),
      more:
        piece.publishedAt && piece.state === 'published'
          ? moment(piece.publishedAt)
          : channels.length > 0
            ? format.list(channels)
            : say('review.no_channel'),
      stage: piece.state === 'published' ? 'done' : done ? 'current' : 'ahead',
    },
  ];
  return (
    <Section title={say('review.way')}>
      <Steps steps={way} />
    </Section>
  );

  function says(step: Reviewing['steps'][number]): string {
    if (step.decidedAt)
      return say(`review.decided.${step.state === 'returned' ? 'returned' : 'passed'}`, {
        who: step.decidedByName ?? '',
        when: moment(step.decidedAt),
      });
    if (step.state === 'void') return say('review.decided.void');
    const who = step.standInName
      ? say('review.or_stand_in', { who: step.personName ?? '', other: step.standInName })
      : (step.personName ?? '');
    return step.dueAt ? say('review.before', { who, when: moment(step.dueAt) }) : who;
  }
}
