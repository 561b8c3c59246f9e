import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useWords } from '#ui/words.tsx';

export type Asked = 'link' | 'source' | 'image' | 'gallery' | 'video' | 'audio' | 'document' | 'snippet';

interface Tool {
  readonly name: string;
  readonly face?: ReactNode;
  readonly on?: boolean;
  readonly run: () => void;
}

/** The tools of the text: one stop of the tabulator, arrows inside (WAI-ARIA, toolbar). */
export function Tools({ editor, ask, words }: { editor: Editor; ask: (what: Asked) => void; words: number }) {
  const { say } = useWords();
  const [more, setMore] = useState(false);
  const [stop, setStop] = useState(0);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading', { level: 2 }),
      subheading: now.isActive('heading', { level: 3 }),
      list: now.isActive('bulletList'),
      steps: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      callout: now.isActive('callout'),
      link: now.isActive('link'),
      source: now.isActive('source'),
    }),
  });
  // At once, and not with the next frame as the editor's own command does: the next key already belongs to the text.
  const chain = () => {
    editor.view.focus();
    return editor.chain();
  };
  const first: Tool[] = [
    { name: 'bold', face: <b>B</b>, on: on.bold, run: () => chain().toggleBold().run() },
    { name: 'italic', face: <i>I</i>, on: on.italic, run: () => chain().toggleItalic().run() },
    { name: 'heading', on: on.heading, run: () => chain().toggleHeading({ level: 2 }).run() },
    { name: 'list', on: on.list, run: () => chain().toggleBulletList().run() },
    { name: 'steps', on: on.steps, run: () => chain().toggleOrderedList().run() },
    { name: 'quote', on: on.quote, run: () => chain().toggleQuote().run() },
    { name: 'link', on: on.link, run: () => ask('link') },
    { name: 'image', run: () => ask('image') },
    { name: 'source', on: on.source, run: () => ask('source') },
  ];
  const rest: Tool[] = [
    { name: 'subheading', on: on.subheading, run: () => chain().toggleHeading({ level: 3 }).run() },
    { name: 'callout', on: on.callout, run: () => chain().toggleCallout().run() },
    { name: 'table', run: () => chain().insertTable({ rows: 3, columns: 3 }).run() },
    { name: 'gallery', run: () => ask('gallery') },
    { name: 'video', run: () => ask('video') },
    { name: 'audio', run: () => ask('audio') },
    { name: 'file', run: () => ask('document') },
    { name: 'snippet', run: () => ask('snippet') },
    { name: 'rule', run: () => chain().setHorizontalRule().run() },
    { name: 'undo', run: () => chain().undo().run() },
    { name: 'redo', run: () => chain().redo().run() },
  ];
  const tools = [...first, { name: more ? 'less' : 'more', run: () => setMore(!more) }, ...(more ? rest : [])];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step !== undefined ? (stop + step + tools.length) % tools.length : { Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === 'Escape') editor.view.focus();
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="tools" role="toolbar" aria-label={say('writing.format')} aria-controls="manuscript-text" tabIndex={-1} onKeyDown={move}>
      {tools.map(({ name, face, on: pressed, run }, at) => (
        <button
          key={name === 'less' ? 'more' : name}
          type="button"
          tabIndex={at === stop ? 0 : -1}
          aria-pressed={pressed}
          aria-expanded={name === 'more' || name === 'less' ? more : undefined}
          title={say(`writing.tool_keys.${name}`)}
          onFocus={() => setStop(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {face ? (
            <>
              {face}
              <span className="sr">{say(`writing.tool.${name}`)}</span>
            </>
          ) : (
            say(`writing.tool.${name}`)
          )}
        </button>
      ))}
      <span className="push muted small">{say('writing.count', { count: words, minutes: Math.max(1, Math.round(words / 200)) })}</span>
    </div>
  );
}
