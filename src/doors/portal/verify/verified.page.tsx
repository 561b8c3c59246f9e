import { useLoaderData } from 'react-router';
import { spacedCode, verifyMemo, type Verified } from '#domains/editorial/index.ts';
import { data, load } from '#platform/http/page.ts';
import { limit, timesLeft } from '#platform/http/rate-limit.ts';
import { Facts } from '#ui/section.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { VerifyForm } from './verify-form.tsx';

/** Only codes that are of nothing are counted: whoever guesses is stopped, whoever has papers is not. */
export const loader = load(async ({ ctx, visit, params }) => {
  const typed = (params.code ?? '').slice(0, 40);
  const guessed = (await timesLeft(visit, 'verification', visit.addressKey)) <= 0;
  const found = guessed ? null : await verifyMemo(ctx, typed);
  if (found) return { typed, found, minutes: 0 };
  const tooMany = await limit(visit, 'verification', visit.addressKey);
  const minutes = guessed ? Number(tooMany?.details['minutes'] ?? 1) : 0;
  return data({ typed, found: null, minutes }, { status: guessed ? 429 : 404 });
});

/** What anybody may know of a document that has a code: whether it is authentic, and who signed it. Not a word of what it says. */
export default function VerifiedPage() {
  const { typed, found, minutes } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const title = say('memos.verify.title');
  if (found) return <Document found={found} />;
  const name = say(minutes > 0 ? 'memos.verify.wait' : 'memos.verify.unknown');
  return (
    <Page className="verify" title={name} here={name} crumbs={[{ to: '/verify', name: title }]} unlisted>
      <h1 className="title">{name}</h1>
      <p className="lede">{minutes > 0 ? say('memos.verify.wait_how', { count: minutes }) : say('memos.verify.unknown_how')}</p>
      {minutes === 0 && <VerifyForm typed={typed} />}
    </Page>
  );
}

function Document({ found }: { found: Verified }) {
  const { say, format } = useWords();
  const { label, state, endedAt, whole, sha256 } = found;
  const title = say('memos.verify.title');
  const says = !whole ? 'altered' : state === 'sent' ? 'good' : state;
  return (
    <Page className="verify" title={`${label}: ${title}`} here={label} crumbs={[{ to: '/verify', name: title }]} unlisted>
      <h1 className="title sr">{title}</h1>
      <Voice sentence={say(`memos.verify.${says}`, { label, at: endedAt ? format.instant(endedAt) : '' })} />
      <Facts
        rows={[
          [say('memos.verify.kind'), <b key="label">{label}</b>],
          found.title !== null && [say('memos.verify.subject'), found.title],
          [say('memos.verify.unit'), found.unitName],
          [say('memos.verify.signed_by'), `${found.signedName}, ${found.post}`],
          [say('memos.verify.at'), format.instant(found.signedAt)],
          [say('memos.verify.code'), <code key="code">{spacedCode(found.code)}</code>],
          [say('memos.verify.hash'), <code key="hash">{sha256}</code>],
        ]}
      />
      <p className="prose">{say('memos.verify.compare')}</p>
      {found.title === null && <p className="prose muted">{say('memos.verify.private')}</p>}
      <p>
        <a href="/verify">{say('memos.verify.again')}</a>
      </p>
    </Page>
  );
}
