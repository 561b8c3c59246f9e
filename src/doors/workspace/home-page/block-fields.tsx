import type { HomeBlockName } from '#domains/editorial/index.ts';
import { type Answer, SelectField, TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly block: HomeBlockName;
  readonly title: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly campaigns: readonly { readonly code: string; readonly name: string }[];
  readonly kinds: readonly string[];
  readonly answer?: Answer | undefined;
}

/** What each block of the front page asks besides its title. */
export function BlockFields({ block, title, options, campaigns, kinds, answer }: Props) {
  const { say } = useWords();
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return (
    <>
      {block !== 'lead' && (
        <TextField
          name="title"
          label={say('news.home.title')}
          hint={say('news.home.title_hint')}
          defaultValue={title}
          maxLength={120}
          answer={answer}
          optional
        />
      )}
      {block === 'lead' && (
        <TextField
          name="piece"
          inputMode="numeric"
          label={say('news.home.piece')}
          hint={say('news.home.piece_hint')}
          defaultValue={text(options.piece)}
          answer={answer}
          optional
        />
      )}
      {(block === 'news' || block === 'press') && (
        <TextField
          name="count"
          type="number"
          min={1}
          max={12}
          label={say('news.home.count')}
          defaultValue={text(options.count) || '4'}
          answer={answer}
        />
      )}
      {block === 'news' && (
        <SelectField
          name="kind"
          label={say('news.home.kind')}
          blank={say('news.home.any_kind')}
          options={kinds.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) }))}
          defaultValue={text(options.kind)}
          answer={answer}
          optional
        />
      )}
      {block === 'campaign' && (
        <SelectField
          name="code"
          label={say('news.home.code')}
          options={campaigns.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={text(options.code)}
          answer={answer}
        />
      )}
      {(block === 'notice' || block === 'text') && (
        <TextAreaField name="text" label={say('news.home.text')} rows={4} defaultValue={text(options.text)} answer={answer} required />
      )}
      {block === 'links' && (
        <TextAreaField
          name="links"
          label={say('news.home.links')}
          hint={say('news.home.links_hint')}
          rows={6}
          defaultValue={(Array.isArray(options.links) ? (options.links as { label: string; href: string }[]) : [])
            .map(({ label, href }) => `${label} | ${href}`)
            .join('\n')}
          answer={answer}
          required
        />
      )}
    </>
  );
}
