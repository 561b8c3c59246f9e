import type { Editor } from '@tiptap/core';
import { useWords } from '#ui/words.tsx';
import { AssetDialog } from './asset-dialog.tsx';
import { hrefOf } from './href.ts';
import { LineDialog } from './line-dialog.tsx';
import type { ShownFile } from './shown-file.ts';
import { SnippetDialog, type Snippet } from './snippet-dialog.tsx';
import type { Asked } from './tools.tsx';

interface Props {
  readonly asked: Asked | { readonly field: string; readonly kind: ShownFile['kind'] };
  readonly editor: Editor;
  readonly piece: number;
  readonly snippets: readonly Snippet[];
  readonly onPicked: (files: readonly ShownFile[]) => void;
  readonly onClose: () => void;
}

/** The question that a tool of the text asks before it acts. */
export function AskedDialog({ asked, editor, piece, snippets, onPicked, onClose }: Props) {
  const { say } = useWords();
  const chain = () => editor.chain().focus();

  if (asked === 'link') {
    const href = String(editor.getAttributes('link').href ?? '');
    return (
      <LineDialog
        title={say('writing.link')}
        label={say('writing.link_to')}
        hint={say('writing.link_hint')}
        value={href}
        button={say('writing.link_keep')}
        fault={(typed) => (hrefOf(typed) ? null : 'piece.bad_link')}
        takeName={say('writing.link_take')}
        onTake={() => {
          chain().extendMarkRange('link').unsetLink().run();
          onClose();
        }}
        onKeep={(typed) => {
          const to = hrefOf(typed)!;
          if (editor.state.selection.empty && !href) {
            chain()
              .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href: to } }] })
              .run();
          } else chain().extendMarkRange('link').setLink({ href: to }).run();
          onClose();
        }}
        onClose={onClose}
      />
    );
  }
  if (asked === 'source') {
    const source = String(editor.getAttributes('source').source ?? '');
    return (
      <LineDialog
        title={say('writing.source')}
        label={say('writing.source_of')}
        hint={say(editor.state.selection.empty && !source ? 'writing.source_select' : 'writing.source_hint')}
        value={source}
        button={say('writing.source_keep')}
        fault={(typed) => (typed.trim() === '' ? 'input.required' : null)}
        takeName={say('writing.source_take')}
        onTake={() => {
          chain().extendMarkRange('source').unsetMark('source').run();
          onClose();
        }}
        onKeep={(typed) => {
          chain()
            .extendMarkRange('source')
            .setMark('source', { source: typed.trim().slice(0, 500) })
            .run();
          onClose();
        }}
        onClose={onClose}
      />
    );
  }
  if (asked === 'snippet')
    return (
      <SnippetDialog
        snippets={snippets}
        onPick={(text) => {
          chain()
            .insertContent(text.split(/\n+/).map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })))
            .run();
          onClose();
        }}
        onClose={onClose}
      />
    );
  const kind = typeof asked === 'object' ? asked.kind : asked === 'gallery' ? 'image' : asked;
  return (
    <AssetDialog
      kind={kind}
      piece={piece}
      several={asked === 'gallery'}
      onPick={(files) => {
        onPicked(files);
        if (typeof asked === 'string') chain().insertContent(blockOf(asked, files)).run();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function blockOf(asked: Asked, files: readonly ShownFile[]) {
  const [first] = files;
  if (asked === 'gallery') return { type: 'gallery', attrs: { images: files.map(({ id, alt }) => ({ asset: id, alt, caption: '' })) } };
  if (asked === 'image') return { type: 'image', attrs: { asset: first!.id, alt: first!.alt } };
  return { type: asked === 'document' ? 'file' : asked, attrs: { asset: first!.id, title: first!.title } };
}
