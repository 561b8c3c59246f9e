import { useWords } from '#ui/words.tsx';
import { Page } from './page.tsx';
import { usePortal } from './portal.ts';

const parts = ['keyboard', 'script', 'letter', 'colour', 'documents'] as const;

export default function Accessibility() {
  const { say } = useWords();
  const email = usePortal()?.institution.email;
  return (
    <Page title={say('portal.accessibility')} description={say('portal.accessibility.lede')} here={say('portal.accessibility')}>
      <h1 className="title">{say('portal.accessibility')}</h1>
      <div className="prose">
        <p className="lede">{say('portal.accessibility.lede')}</p>
        <ul>
          {parts.map((part) => (
            <li key={part}>{say(`portal.accessibility.${part}`)}</li>
          ))}
        </ul>
        <h2>{say('portal.accessibility.trouble')}</h2>
        <p>
          {say('portal.accessibility.write')}
          {email && (
            <>
              {' '}
              <a href={`mailto:${email}`}>{email}</a>
            </>
          )}
        </p>
      </div>
    </Page>
  );
}
