import { load, redirect } from '#platform/http/page.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { VerifyForm } from './verify-form.tsx';

/** A code that was typed has an address of its own. */
export const loader = load(({ url }) => {
  const typed = url.searchParams.get('code')?.trim().slice(0, 40);
  if (typed) throw redirect(`/verify/${encodeURIComponent(typed)}`);
  return null;
});

/** Whether a printed document came from this institution. */
export default function Verify() {
  const { say } = useWords();
  const title = say('memos.verify.title');
  return (
    <Page className="verify" title={title} here={title} description={say('memos.verify.lede')}>
      <h1 className="title">{title}</h1>
      <p className="lede">{say('memos.verify.lede')}</p>
      <VerifyForm />
    </Page>
  );
}
