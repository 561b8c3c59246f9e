/** A kind of file that the house takes. `group` tells which lies of a name do no harm: a .jpg that is a PNG is an image all the same. */
export interface Kind {
  readonly type: string;
  readonly extensions: readonly [string, ...string[]];
  readonly group: 'image' | 'document' | 'media' | 'text';
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

const kinds: readonly Kind[] = [
  { type: 'image/png', extensions: ['png'], group: 'image' },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], group: 'image' },
  { type: 'image/webp', extensions: ['webp'], group: 'image' },
  { type: 'image/avif', extensions: ['avif'], group: 'image' },
  { type: 'image/gif', extensions: ['gif'], group: 'image' },
  { type: 'application/pdf', extensions: ['pdf'], group: 'document' },
  { type: `${office}.wordprocessingml.document`, extensions: ['docx'], group: 'document' },
  { type: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], group: 'document' },
  { type: `${office}.presentationml.presentation`, extensions: ['pptx'], group: 'document' },
  { type: `${open}.text`, extensions: ['odt'], group: 'document' },
  { type: `${open}.spreadsheet`, extensions: ['ods'], group: 'document' },
  { type: `${open}.presentation`, extensions: ['odp'], group: 'document' },
  { type: 'video/mp4', extensions: ['mp4'], group: 'media' },
  { type: 'video/webm', extensions: ['webm'], group: 'media' },
  { type: 'audio/mpeg', extensions: ['mp3'], group: 'media' },
  { type: 'audio/mp4', extensions: ['m4a'], group: 'media' },
  { type: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], group: 'media' },
  { type: 'audio/wav', extensions: ['wav'], group: 'media' },
  { type: 'text/vtt', extensions: ['vtt'], group: 'text' },
  { type: 'application/x-subrip', extensions: ['srt'], group: 'text' },
  { type: 'text/csv', extensions: ['csv', 'tsv'], group: 'text' },
  { type: 'text/plain', extensions: ['txt'], group: 'text' },
  { type: 'application/json', extensions: ['json'], group: 'text' },
];

// The sniffer's names for what we write in one way.
const alike: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'image/apng': 'image/png',
};

export function kindOfType(said: string): Kind | undefined {
  const type = said.split(';')[0]!;
  return kinds.find((kind) => kind.type === (alike[type] ?? type));
}
export const kindOfExtension = (extension: string): Kind | undefined => kinds.find((kind) => kind.extensions.includes(extension));

/** Whether a name that says `said` may hold what `is`: only within images and within sound and video. */
export function agree(said: Kind, is: Kind): boolean {
  return said === is || (said.group === is.group && (is.group === 'image' || is.group === 'media'));
}

/** Whether a place that takes these media types or prefixes (`image/`) takes this one. */
export function isTaken(type: string, accepts: readonly string[] | undefined): boolean {
  return accepts === undefined || accepts.some((accepted) => (accepted.endsWith('/') ? type.startsWith(accepted) : type === accepted));
}
