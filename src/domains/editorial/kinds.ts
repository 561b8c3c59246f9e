import type { Check, Kind, KindField } from './kind.ts';
import { sheets } from './prints/print.ts';

const lead: KindField = { code: 'lead', type: 'text', required: true, maximum: 400 };
const image: KindField = { code: 'image', type: 'image' };
const audience: KindField = { code: 'audience', type: 'choice', options: ['everyone', 'servants', 'contractors', 'unit'] };
const always: readonly Check[] = ['missing_field', 'alt_text', 'class', 'image_rights', 'slogans', 'candidates'];
const heard: readonly Check[] = [...always, 'captions', 'transcript'];
const plain = [['approval']] as const;
const edited = [['editor'], ['approval']] as const;
const known = [['unit'], ['approval']] as const;

const kind = (
  code: string,
  group: Kind['group'],
  fields: readonly KindField[],
  rest: Partial<Omit<Kind, 'code' | 'group' | 'fields'>> = {},
): Kind => ({
  code,
  group,
  fields,
  blocks: always,
  review: edited,
  means: ['portal', 'intranet', 'screen'],
  prints: [],
  words: null,
  counts: [],
  ...rest,
});

export const kinds: readonly Kind[] = [
  kind(
    'press_release',
    'press',
    [
      lead,
      { code: 'place', type: 'line', required: true, maximum: 120 },
      { code: 'contact', type: 'line', required: true, maximum: 200 },
      { code: 'spokesperson', type: 'line', maximum: 200 },
      image,
    ],
    {
      review: [['unit', 'editor'], ['approval']],
      means: ['portal', 'intranet', 'mail', 'screen'],
      prints: ['card'],
      words: 600,
      counts: ['release'],
    },
  ),
  kind('news', 'news', [lead, { ...image, required: true }, { code: 'topic', type: 'line', maximum: 80 }], {
    review: known,
    prints: sheets,
    words: 800,
    counts: ['news'],
  }),
  kind('bulletin', 'internal', [{ code: 'number', type: 'number', required: true }, lead, image], {
    means: ['intranet', 'mail', 'screen'],
    prints: ['card'],
    words: 1500,
    counts: ['bulletin'],
  }),
  kind('newsletter', 'news', [{ code: 'number', type: 'number', required: true }, lead, image], {
    means: ['portal', 'intranet', 'mail'],
    counts: ['newsletter'],
  }),
  kind('success_story', 'news', [lead, { code: 'who', type: 'line', required: true, maximum: 200 }, { ...image, required: true }], {
    review: known,
    prints: sheets,
    counts: ['story'],
  }),
  kind(
    'case_study',
    'news',
    [
      lead,
      { code: 'problem', type: 'text', required: true, maximum: 1000 },
      { code: 'result', type: 'text', required: true, maximum: 1000 },
      image,
    ],
    { review: known, counts: ['story'] },
  ),
  kind(
    'sector_report',
    'news',
    [
      lead,
      { code: 'period', type: 'line', required: true, maximum: 80 },
      { code: 'source', type: 'line', required: true, maximum: 300 },
      { code: 'document', type: 'document' },
      image,
    ],
    {
      review: [['unit', 'planning'], ['approval']],
    },
  ),
  kind(
    'speech',
    'press',
    [
      { code: 'speaker', type: 'line', required: true, maximum: 200 },
      { code: 'occasion', type: 'line', required: true, maximum: 200 },
      { code: 'day', type: 'day', required: true },
      { code: 'place', type: 'line', maximum: 200 },
      { ...lead, required: false },
    ],
    { review: [['spokesperson'], ['approval']] },
  ),
  kind(
    'infographic',
    'audiovisual',
    [
      lead,
      { ...image, required: true },
      { code: 'description', type: 'text', required: true, maximum: 4000 },
      { code: 'source', type: 'line', required: true, maximum: 300 },
    ],
    { review: known, prints: ['card', 'poster'], counts: ['infographic'] },
  ),
  kind('video', 'audiovisual', [lead, { code: 'video', type: 'video', required: true }, image], {
    blocks: heard,
    review: known,
    counts: ['audiovisual'],
  }),
  kind(
    'video_tutorial',
    'audiovisual',
    [lead, { code: 'video', type: 'video', required: true }, { code: 'platform', type: 'line', maximum: 120 }, image],
    {
      blocks: heard,
      review: known,
      counts: ['audiovisual', 'tutorial'],
    },
  ),
  kind('audio', 'audiovisual', [lead, { code: 'audio', type: 'audio', required: true }, image], { blocks: heard, counts: ['audiovisual'] }),
  kind('photo_gallery', 'audiovisual', [lead, { code: 'day', type: 'day' }, { code: 'place', type: 'line', maximum: 200 }, image], {
    counts: ['audiovisual'],
  }),
  kind(
    'guide',
    'guide',
    [lead, { code: 'platform', type: 'line', required: true, maximum: 120 }, { code: 'minutes', type: 'number' }, image],
    {
      review: known,
      prints: ['card', 'leaflet'],
      counts: ['guide'],
    },
  ),
  kind(
    'service_card',
    'guide',
    [
      lead,
      { code: 'platform', type: 'line', required: true, maximum: 120 },
      { code: 'who_may', type: 'line', required: true, maximum: 300 },
      { code: 'how_to', type: 'address' },
      image,
    ],
    { review: known, prints: sheets, counts: ['service'] },
  ),
  // Resolución 1519 of 2020, annex 2: the ten sections of the transparency menu.
  kind(
    'disclosure',
    'news',
    [
      {
        code: 'section',
        type: 'choice',
        required: true,
        options: [
          'entity',
          'rules',
          'contracts',
          'planning',
          'procedures',
          'take_part',
          'open_data',
          'interest_groups',
          'reports',
          'taxes',
        ],
      },
      lead,
      { code: 'period', type: 'line', maximum: 80 },
      { code: 'document', type: 'document' },
    ],
    { review: known, means: ['portal'] },
  ),
  // Numbered, signed by the head and sent down the tree (memos/): nobody types its number, and its means are the intranet and screens.
  kind('memo', 'internal', [{ code: 'to', type: 'line', required: true, maximum: 300 }], { means: ['intranet', 'screen'], review: plain }),
  kind(
    'circular',
    'internal',
    [
      { code: 'to', type: 'line', required: true, maximum: 300 },
      { ...lead, required: false },
    ],
    {
      means: ['intranet', 'screen'],
      review: [['legal'], ['approval']],
    },
  ),
  kind('notice_board_card', 'internal', [lead, image], { means: ['intranet', 'screen', 'by_hand'], prints: sheets, words: 120 }),
  kind(
    'splash_notice',
    'internal',
    [
      lead,
      { code: 'starts_on', type: 'day', required: true },
      { code: 'ends_on', type: 'day', required: true },
      { code: 'link', type: 'address' },
      image,
      audience,
    ],
    { means: ['intranet', 'screen'], prints: ['card', 'poster'], words: 120, review: plain },
  ),
  kind(
    'leaflet',
    'print',
    [lead, { code: 'size', type: 'choice', options: ['letter', 'half_letter', 'a4', 'a5'], required: true }, image],
    { means: ['portal', 'by_hand'], prints: ['leaflet'], words: 600 },
  ),
  kind('poster', 'print', [lead, { code: 'size', type: 'choice', options: ['letter', 'tabloid', 'a4', 'a3'], required: true }, image], {
    means: ['portal', 'screen', 'by_hand'],
    prints: ['poster'],
    words: 120,
  }),
  kind(
    'social_post',
    'social',
    [
      { code: 'network', type: 'choice', options: ['x', 'facebook', 'instagram', 'linkedin', 'tiktok', 'whatsapp'], required: true },
      { code: 'post', type: 'text', required: true, maximum: 2200 },
      image,
    ],
    {
      means: ['by_hand'],
      words: 120,
    },
  ),
];

const byCode = new Map(kinds.map((one) => [one.code, one]));

export const kindCodes = kinds.map(({ code }) => code);

export function findKind(code: string): Kind | undefined {
  return byCode.get(code);
}

/** @throws Error when the code is none of ours: shapes refuse it before. */
export function kindOf(code: string): Kind {
  const found = byCode.get(code);
  if (!found) throw new Error(`no kind ${code}`);
  return found;
}
