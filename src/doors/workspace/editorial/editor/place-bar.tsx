import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useWords } from '#ui/words.tsx';

const tones = ['note', 'warning', 'help'] as const;

/** What can be said or done of the quote, callout or table in which the caret is. */
export function PlaceBar({ editor }: { editor: Editor }) {
  const { say } = useWords();
  const { quote, callout, table } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      quote: now.isActive('blockquote') ? String(now.getAttributes('blockquote').who ?? '') : null,
      callout: now.isActive('callout') ? String(now.getAttributes('callout').tone ?? 'note') : null,
      table: now.isActive('table'),
    }),
  });
  if (quote === null && callout === null && !table) return null;
  return (
    <div className="place-bar">
      {quote !== null && (
        <label>
          {say('writing.who_said')}
          <input
            className="input"
            value={quote}
            maxLength={200}
            onChange={(event) => editor.commands.updateAttributes('blockquote', { who: event.target.value })}
          />
        </label>
      )}
      {callout !== null && (
        <label>
          {say('writing.tone')}
          <select
            className="input"
            value={callout}
            onChange={(event) => editor.commands.updateAttributes('callout', { tone: event.target.value })}
          >
            {tones.map((tone) => (
              <option key={tone} value={tone}>
                {say(`writing.tone.${tone}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {table &&
        (['addRow', 'addColumn', 'takeRow', 'takeColumn', 'turnHeaderRow', 'takeTable'] as const).map((command) => (
          <button key={command} className="button quiet small" type="button" onClick={() => editor.chain().focus()[command]().run()}>
            {say(`writing.table.${command}`)}
          </button>
        ))}
    </div>
  );
}
