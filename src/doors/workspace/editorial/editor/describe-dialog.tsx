import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { Dialog } from '#ui/dialog.tsx';
import { Choice, TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Picture, type PlacedImage } from './picture.tsx';
import type { ShownFile } from './shown-file.ts';

interface Props {
  readonly editor: Editor;
  /** The position of what is described. */
  readonly at: number;
  readonly fileOf: (asset: number) => ShownFile | undefined;
  readonly onClose: () => void;
}

/** The words of a picture, of each of a gallery, or of a video, audio or file, where it stands. */
export function DescribeDialog({ editor, at, fileOf, onClose }: Props) {
  const { say } = useWords();
  const node = editor.state.doc.nodeAt(at);
  const [images, setImages] = useState<readonly PlacedImage[]>(() => imagesOf(node?.type.name, node?.attrs));
  const [title, setTitle] = useState<string>(() => (node?.attrs.title as string) ?? '');
  if (!node) return null;
  const change = (index: number, words: Partial<PlacedImage>) =>
    setImages((all) => all.map((image, here) => (here === index ? { ...image, ...words } : image)));
  const keep = () => {
    const attrs = node.type.name === 'image' ? { ...images[0] } : node.type.name === 'gallery' ? { images } : { title };
    editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attrs }));
    onClose();
  };
  return (
    <Dialog
      open
      title={say(images.length > 0 ? 'writing.describe_title' : 'writing.title_of_file')}
      onClose={onClose}
      actions={
        <>
          <button className="button primary" type="submit" form="describe">
            {say('writing.keep_words')}
          </button>
          <button className="button quiet" type="button" onClick={onClose}>
            {say('writing.leave_it')}
          </button>
        </>
      }
    >
      <form
        id="describe"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        {images.map((image, index) => (
          <fieldset key={index} className="described">
            <legend className="sr">{say('writing.image_number', { number: index + 1 })}</legend>
            <Picture file={fileOf(image.asset)} image={{ ...image, alt: '' }} />
            <TextAreaField
              name={`alt-${index}`}
              label={say('writing.alt')}
              hint={say('writing.alt_hint')}
              rows={3}
              maxLength={1000}
              value={image.alt}
              disabled={image.decorative}
              onChange={(event) => change(index, { alt: event.target.value })}
            />
            <Choice
              label={say('writing.decorative')}
              more={say('writing.decorative_hint')}
              checked={image.decorative ?? false}
              onChange={(event) => change(index, { decorative: event.target.checked })}
            />
            <TextField
              name={`caption-${index}`}
              label={say('writing.caption')}
              optional
              maxLength={1000}
              value={image.caption ?? ''}
              onChange={(event) => change(index, { caption: event.target.value })}
            />
            {node.type.name === 'gallery' && images.length > 1 && (
              <button
                className="button quiet small"
                type="button"
                onClick={() => setImages((all) => all.filter((_, here) => here !== index))}
              >
                {say('writing.take_image')}
              </button>
            )}
          </fieldset>
        ))}
        {images.length === 0 && (
          <TextField
            name="title"
            label={say('writing.file_title')}
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}

function imagesOf(type: string | undefined, attrs: Readonly<Record<string, unknown>> | undefined): readonly PlacedImage[] {
  if (type === 'image') return attrs ? [attrs as Record<string, unknown> & PlacedImage] : [];
  return type === 'gallery' ? (attrs?.images as readonly PlacedImage[]) : [];
}
