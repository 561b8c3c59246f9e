import { createHash } from 'node:crypto';
import { field, partsOf, readFields, readPart, typeOf, type Fields, type Part } from './mime.ts';

/** What a server says of one addressee (RFC 3464, §2.3). */
export interface DeliveryStatus {
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | '';
  /** Such as 5.1.1 (RFC 3463); empty when it says none. */
  readonly status: string;
  readonly diagnostic: string;
}

/** A mail that came back to the house, as far as it can be understood. */
export interface Report {
  readonly kind: 'delivery' | 'complaint' | 'auto_reply' | 'other';
  /** The same each time that the same mail comes in. */
  readonly fingerprint: string;
  readonly statuses: readonly DeliveryStatus[];
  /** Of a complaint: `abuse`, `fraud`, `not-spam`, … (RFC 5965, §7.3). */
  readonly feedback: string;
  /** Every place where an address of ours may stand that says whose mail it was, bounded. */
  readonly places: readonly string[];
  readonly subject: string;
}

/** More of a mail than this is not read: a report says what it says at its beginning. */
export const reportLimit = 512 * 1024;

/**
 * Reads what came back: a delivery status notification (RFC 3464), a complaint (RFC 5965), an automatic answer, or something else. Never
 * throws, whatever is in it; nothing in it is believed but what it says of itself, and whose mail it was is said by a signed address.
 */
export function readReport(raw: Uint8Array): Report {
  const text = Buffer.from(raw.subarray(0, reportLimit)).toString('latin1');
  const mail = readPart(text);
  const parts = partsOf(mail);
  const returned = parts.find(({ fields }) => /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/.test(typeOf(fields)));
  const inside = returned ? readPart(returned.body.trimStart()).fields : none;
  const feedback = parts.find(({ fields }) => typeOf(fields) === 'message/feedback-report');
  const delivery = parts.find(({ fields }) => /^message\/(global-)?delivery-status$/.test(typeOf(fields)));
  const told = feedback ? readFields(feedback.body) : none;
  const said = feedback ? 'complaint' : delivery ? 'delivery' : isAutoReply(mail.fields) ? 'auto_reply' : 'other';
  return {
    kind: said,
    fingerprint: fingerprintOf(mail, raw),
    statuses: said === 'delivery' ? statusesOf(delivery!) : [],
    feedback: feedback ? field(told, 'feedback-type').toLowerCase().slice(0, 40) : '',
    places: placesOf(mail.fields, told, inside),
    subject: field(mail.fields, 'subject').slice(0, 200),
  };
}

const none: Fields = new Map();

/** By its Message-ID; a mail without one by what it holds. */
function fingerprintOf({ fields }: Part, raw: Uint8Array): string {
  const id = field(fields, 'message-id');
  const from = id === '' ? raw : `id ${id}`;
  return createHash('sha256').update(from).digest('hex');
}

// RFC 3834, §5, and what servers say that do not know it.
const isAutoReply = (fields: Fields) =>
  /^auto-(replied|generated)/i.test(field(fields, 'auto-submitted')) ||
  field(fields, 'x-autoreply') !== '' ||
  /^(auto_reply|bulk|junk)$/i.test(field(fields, 'precedence'));

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const mostStatuses = 50;

/** One block of fields for the message, and one for each addressee. */
function statusesOf({ body }: Part): DeliveryStatus[] {
  const blocks = body.split(/\r?\n[ \t]*\r?\n/).map(readFields);
  return blocks
    .filter((fields) => fields.has('final-recipient') || fields.has('action'))
    .slice(0, mostStatuses)
    .map((fields) => {
      const said = field(fields, 'action').toLowerCase();
      return {
        address: bareAddress(field(fields, 'original-recipient') || field(fields, 'final-recipient')),
        action: actions.find((action) => said.startsWith(action)) ?? '',
        status: /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(field(fields, 'status'))?.[1] ?? '',
        diagnostic: readable(field(fields, 'diagnostic-code')).slice(0, 500),
      };
    });
}

/** `rfc822; ana@example.org` → `ana@example.org` */
const bareAddress = (said: string) =>
  readable(said.replace(/^[\w-]+\s*;/, ''))
    .replace(/[<>\s]/g, '')
    .toLowerCase()
    .slice(0, 320);

// eslint-disable-next-line no-control-regex
const readable = (words: string) => words.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();

/** Where servers put the address to which a report goes, or the envelope sender of what it is about. */
function placesOf(outer: Fields, told: Fields, inside: Fields): string[] {
  const names = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'x-failed-recipients'];
  return [
    ...names.flatMap((name) => outer.get(name) ?? []),
    ...(told.get('original-mail-from') ?? []),
    ...['return-path', 'x-mailer-envelope-from', 'sender'].flatMap((name) => inside.get(name) ?? []),
  ]
    .slice(0, 40)
    .map((place) => place.slice(0, 1_000));
}
