import { Link } from 'react-router';
import { brief } from '#ui/brief.ts';
import { Filters } from '#ui/filters.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import type { ListedMails } from './listed.ts';
import { MailStateOf } from './mail-state.tsx';

/** The left of the mail program: whom to, what about, when; the one that is open is marked. */
export function MailList({ listed, open }: { listed: ListedMails; open?: number }) {
  const { mails, total, search, page } = listed;
  const { say, format, now } = useWords();
  const asked = (number: number) =>
    new URLSearchParams({ ...(search ? { q: search } : {}), ...(number > 1 ? { page: String(number) } : {}) });
  const at = (number: number) => `/workspace/outbox?${asked(number)}`;
  return (
    <nav className="mails" aria-label={say('me.outbox.title')}>
      <Filters search={say('me.outbox.search')} />
      {mails.length === 0 && <Empty slim title={say(search ? 'me.outbox.nothing' : 'me.outbox.empty')} />}
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              to={`/workspace/outbox/${mail.id}?${asked(page)}`}
              aria-current={mail.id === open ? 'true' : undefined}
              preventScrollReset
            >
              <b>{mail.to}</b>
              <time dateTime={new Date(mail.at).toISOString()}>{brief(format, mail.at, now)}</time>
              <span>{mail.subject}</span>
              <MailStateOf state={mail.state} />
            </Link>
          </li>
        ))}
      </ul>
      {total > 50 && (
        <Pages
          says={say('me.outbox.page', { page, count: total })}
          previous={page > 1 ? at(page - 1) : null}
          next={page * 50 < total ? at(page + 1) : null}
        />
      )}
    </nav>
  );
}
