import { Link } from 'react-router';
import type { Mailing, MailingCard } from '#domains/channels/index.ts';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly mailing: Mailing;
  /** Whom it would reach now; null once it is fixed. */
  readonly whom: MailingCard['whom'];
  readonly names: { readonly segments: string; readonly excluded: string; readonly purpose: string | null };
  readonly authors: MailingCard['authors'];
  readonly approval: { readonly name: string } | null;
  /** Where who got it is listed, for whom may see it. */
  readonly list: string | null;
}

/** To whom a letter goes, by whose word, and what it is made of. */
export function MailingFacts({ mailing, whom, names, authors, approval, list }: Props) {
  const { say, format } = useWords();
  return (
    <Section title={say('mailings.facts')}>
      <Facts
        rows={[
          [say('mailings.segments'), names.segments],
          names.excluded !== '' && [say('mailings.except'), names.excluded],
          [say('mailings.kind'), say(`audiences.sending.${mailing.kind}`)],
          names.purpose !== null && [say('mailings.purpose'), names.purpose],
          whom !== null && [say('mailings.would'), format.number(whom.written)],
          whom !== null && whom.notAgreed > 0 && [say('mailings.not_agreed'), format.number(whom.notAgreed)],
          whom !== null && whom.stopped > 0 && [say('mailings.stopped'), format.number(whom.stopped)],
          whom !== null && whom.noMail > 0 && [say('mailings.no_mail'), format.number(whom.noMail)],
          mailing.fixedAt !== null && [
            say('mailings.recipients'),
            list === null ? (
              format.number(mailing.recipients)
            ) : (
              <Link key="r" to={list}>
                {format.number(mailing.recipients)}
              </Link>
            ),
          ],
          mailing.waves > 1 && [say('mailings.wave_now'), `${format.number(mailing.wave + 1)} / ${format.number(mailing.waves)}`],
          [say('mailings.who'), authors.map(({ name }) => name).join(', ')],
          [say('mailings.approved_by'), approval === null ? say('mailings.nobody_yet') : approval.name],
          mailing.dueAt !== null && mailing.state === 'scheduled' && [say('mailings.at'), format.instant(mailing.dueAt)],
          mailing.source.type === 'piece' && [
            say('mailings.source'),
            <Link key="s" to={`/workspace/pieces/${mailing.source.id}`}>
              {say('mailings.piece')}
            </Link>,
          ],
          [say('mailings.content'), <code key="h">{`${mailing.sha256.slice(0, 4)}…${mailing.sha256.slice(-3)}`}</code>],
        ]}
      />
    </Section>
  );
}
