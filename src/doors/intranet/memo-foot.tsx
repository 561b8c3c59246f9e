import { Form } from 'react-router';
import type { ownMemo } from '#domains/editorial/index.ts';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';

type Own = NonNullable<Awaited<ReturnType<typeof ownMemo>>>;

/** Who signed a memo, and what it asks of whom it was sent to: one press, also on an old phone without script. */
export function MemoFoot({ memo }: { memo: Own }) {
  const { say, format } = useWords();
  const { label, signedName: who, post, signedAt, asks, readAt, means } = memo;
  return (
    <>
      <p>
        <Rich sentence={say('memos.signed_by', { label, who, post, at: format.instant(signedAt) })} />
      </p>
      {asks && readAt === null && (
        <Form method="post" className="box understood">
          <p>{say('memos.understood_why')}</p>
          <button className="button primary">{say('memos.understood')}</button>
        </Form>
      )}
      {readAt !== null && (
        <p>
          {means === 'intranet'
            ? say('memos.understood_at', { at: format.instant(readAt) })
            : say('memos.reached_at', { means: say(`memos.reached.${means}`), at: format.instant(readAt) })}
        </p>
      )}
      <p className="small">
        <a href={`/workspace/memos/${memo.id}/document.pdf`}>{say('memos.document')}</a>
      </p>
    </>
  );
}
