import { useState, useSyncExternalStore } from 'react';
import { TextAreaField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

/** The line that the pages of a site carry: marked whole when it is entered, and copied by a button where a browser can. */
export function Snippet({ text }: { text: string }) {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  // Only a browser on a safe connection has one, and on the server nobody knows.
  const copies = useSyncExternalStore(
    () => () => undefined,
    () => 'clipboard' in navigator,
    () => false,
  );
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="form">
      <TextAreaField
        name="snippet"
        label={say('traffic.snippet_label')}
        hint={say('traffic.snippet_how')}
        defaultValue={text}
        readOnly
        rows={2}
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {copies && (
        <p className="actions">
          <button type="button" className="button" onClick={copy}>
            {say('traffic.copy')}
          </button>
          <span role="status">{copied && say('traffic.copied')}</span>
        </p>
      )}
    </div>
  );
}
