import type { Contact } from '#domains/audiences/index.ts';
import { SelectField, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly contact?: Contact;
  /** What its region is called. */
  readonly region?: string;
  readonly kinds: readonly string[];
  /** Names to choose from: those of the departments. */
  readonly regions: readonly string[];
  readonly answer?: Answer | undefined;
}

export function ContactFields({ contact, region, kinds, regions, answer }: Props) {
  const { say } = useWords();
  return (
    <>
      <TextField name="name" label={say('audiences.contact.name')} defaultValue={contact?.name} maxLength={200} required answer={answer} />
      <SelectField
        name="kind"
        label={say('audiences.contact.kind')}
        options={kinds.map((kind) => ({ value: kind, label: say(`audiences.kind.${kind}`) }))}
        defaultValue={contact?.kind}
        answer={answer}
      />
      <TextField
        name="email"
        inputMode="email"
        label={say('audiences.contact.email')}
        hint={say('audiences.contact.way_hint')}
        optional
        defaultValue={contact?.email ?? ''}
        maxLength={254}
        answer={answer}
      />
      <TextField
        name="phone"
        type="tel"
        label={say('audiences.contact.phone')}
        optional
        defaultValue={contact?.phone ?? ''}
        maxLength={30}
        answer={answer}
      />
      <TextField
        name="organization"
        label={say('audiences.contact.organization')}
        hint={say('audiences.contact.organization_hint')}
        optional
        defaultValue={contact?.organization}
        maxLength={200}
        answer={answer}
      />
      <TextField
        name="region"
        label={say('audiences.contact.region')}
        hint={say('audiences.contact.region_hint')}
        optional
        defaultValue={region ?? ''}
        list="region-names"
        maxLength={100}
        answer={answer}
      />
      <datalist id="region-names">
        {regions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SelectField
        name="language"
        label={say('audiences.contact.language')}
        options={(['es', 'en'] as const).map((language) => ({ value: language, label: say(`audiences.language.${language}`) }))}
        defaultValue={contact?.language}
        answer={answer}
      />
      <TextField
        name="interests"
        label={say('audiences.contact.interests')}
        hint={say('audiences.contact.interests_hint')}
        optional
        defaultValue={contact?.interests.join('; ')}
        maxLength={1000}
        answer={answer}
      />
      <TextAreaField
        name="attributes"
        label={say('audiences.contact.attributes')}
        hint={say('audiences.contact.attributes_hint')}
        optional
        rows={3}
        defaultValue={attributeLines(contact?.attributes ?? {})}
        answer={answer}
      />
    </>
  );
}

export const attributeLines = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
