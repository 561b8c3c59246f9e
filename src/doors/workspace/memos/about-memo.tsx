import { Link } from 'react-router';
import type { Memo, WrittenSheet } from '#domains/editorial/index.ts';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { MemoStateMark } from './memo-state.tsx';
import { took } from './took.ts';
import { whom } from './whom.ts';

interface Props {
  readonly memo: Memo;
  readonly sheets: readonly WrittenSheet[];
  readonly names: ReadonlyMap<number, string>;
  readonly hash: string;
  readonly verify: string;
  readonly hours: number | null;
}

/** What was signed, by whom and how, to whom it went, and the lists that were noted. */
export function AboutMemo({ memo, sheets, names, hash, verify, hours }: Props) {
  const { say, format } = useWords();
  return (
    <>
      <Section title={say('memos.about')}>
        <Facts
          rows={[
            [say('memos.what'), <b key="label">{memo.label}</b>],
            [say('memos.state'), <MemoStateMark key="state" state={memo.state} />],
            memo.reason !== '' && [say('memos.reason'), memo.reason],
            [say('memos.unit'), memo.unitName],
            [
              say('memos.verify.signed_by'),
              [`${memo.signedName}, ${memo.post}`, memo.actingForName && say('memos.for', { who: memo.actingForName })]
                .filter(Boolean)
                .join(', '),
            ],
            [say('memos.signed_on'), format.instant(memo.signedAt)],
            [say('memos.proved'), say(`memos.means.${memo.means}`)],
            [say('memos.to'), whom(memo, names, say, format)],
            hours !== null && [say('memos.took'), took(hours, say)],
            memo.state === 'sent' && [
              say('memos.next_reminder'),
              memo.remindOn === null ? say('memos.no_more_reminders') : format.day(memo.remindOn),
            ],
            [say('memos.hash'), <code key="hash">{hash}</code>],
            [
              say('memos.code'),
              <a key="code" href={verify}>
                <code>{verify.split('/').at(-1)}</code>
              </a>,
            ],
          ]}
        />
      </Section>
      {sheets.length > 0 && (
        <Section title={say('memos.sheets')} count={sheets.length}>
          <ul className="wires">
            {sheets.map((sheet) => (
              <li key={sheet.id}>
                <Link className="quiet" to={`/workspace/memos/${memo.id}/sheets/${sheet.id}`}>
                  <b>
                    {sheet.people === 0
                      ? say('memos.sheet_back', { unit: sheet.unitName })
                      : say('memos.sheet_said', { unit: sheet.unitName, count: sheet.people })}
                  </b>
                </Link>
                <small>
                  {say('memos.sheet_by', {
                    means: say(`memos.by.${sheet.means}`),
                    day: format.day(sheet.heldOn),
                    who: sheet.writtenByName ?? '',
                  })}{' '}
                  {sheet.note}
                </small>
                {sheet.file && <a href={`/files/${sheet.file}`}>{say('memos.sheet_file')}</a>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
