import { Form } from 'react-router';
import type { Asset, Attachment } from '#domains/editorial/index.ts';
import { TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

const takes: Readonly<Record<Attachment, string>> = {
  release: '.pdf,image/*',
  guardian: '.pdf,image/*',
  captions: '.vtt,.srt',
};

/** The files that lie beside it: who is seen said yes, and what is heard can be read. */
export function Attachments({ asset }: { asset: Asset }) {
  const { say } = useWords();
  const heard = asset.kind === 'video' || asset.kind === 'audio';
  const shown = [
    ...(asset.peopleShown || asset.release ? (['release'] as const) : []),
    ...(asset.minorsShown || asset.guardian ? (['guardian'] as const) : []),
    ...(heard ? (['captions'] as const) : []),
  ];
  if (shown.length === 0) return null;
  return (
    <Section title={say('assets.beside')} id="beside">
      <ul className="plain-rows">
        {shown.map((as) => (
          <li key={as}>
            <One asset={asset} as={as} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ asset, as }: { asset: Asset; as: Attachment }) {
  const { say } = useWords();
  const said = useAnswer('attach');
  const file = asset[as];
  if (file)
    return (
      <>
        <span>
          <b>{say(`assets.${as}`)}</b>
          <small>
            <a href={`/files/${file.id}`}>{file.name}</a>
          </small>
        </span>
        <Form method="post">
          <input type="hidden" name="as" value={as} />
          <button className="button small" name="intent" value="detach" aria-label={say('assets.detach_of', { what: say(`assets.${as}`) })}>
            {say('assets.detach')}
          </button>
        </Form>
      </>
    );
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="as" value={as} />
      <TextField
        name={as}
        type="file"
        required
        accept={takes[as]}
        label={say(`assets.${as}`)}
        hint={say(`assets.${as}_hint`)}
        answer={said?.typed.as === as ? said : undefined}
      />
      <button className="button" name="intent" value="attach">
        {say('assets.attach')}
      </button>
    </Form>
  );
}
