import { useWords } from '#ui/words.tsx';

/** Asks for the code that is printed on a document: a form that needs no script. */
export function VerifyForm({ typed = '', button = 'primary' }: { typed?: string; button?: 'primary' | 'plain' }) {
  const { say } = useWords();
  return (
    <form method="get" action="/verify" className="form">
      <div className="field">
        <label htmlFor="code">{say('memos.verify.code')}</label>
        <span className="hint" id="code-hint">
          {say('memos.verify.code_hint')}
        </span>
        <input
          className="input"
          id="code"
          name="code"
          aria-describedby="code-hint"
          defaultValue={typed}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
      </div>
      <p className="actions">
        <button className={button === 'primary' ? 'button primary' : 'button'}>{say('memos.verify.do')}</button>
      </p>
    </form>
  );
}
