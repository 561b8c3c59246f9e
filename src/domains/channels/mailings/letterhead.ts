import type { Ctx } from '#platform/ctx.ts';
import type { App } from '#platform/http/visit.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { preferencesPath, type Addressee } from '#domains/audiences/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { PersonalValues } from '../letter.ts';
import { bounceAddress } from '../verp.ts';
import { signature, type Signer } from './dkim.ts';
import { mailbox, written, type Header } from './headers.ts';
import type { MailingWithLetter } from './mailing.ts';
import { readyLetter, type ReadyLetter } from './message.ts';
import { oneClickPath } from './one-click.ts';
import { signerOf } from './servers.ts';

/** Who writes, and from where. */
export interface House {
  readonly name: string;
  readonly origin: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly bounceDomain: string | null;
  readonly signer: Signer | null;
}

type Settings = Pick<App, 'config'>;

export async function houseOf(ctx: Ctx, { config }: Settings): Promise<House> {
  const { kind, name } = await institutionOf(ctx);
  const origin = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  return {
    name: `${kind} ${name}`.trim(),
    origin,
    from: config.SMTP_FROM ?? `pregon@${new URL(config.SMTP_URL ?? origin).hostname}`,
    replyTo: config.MAIL_REPLY_TO ?? null,
    bounceDomain: config.BOUNCE_DOMAIN ?? null,
    signer: signerOf(config),
  };
}

/** Everything of a mailing that is the same for all its recipients. */
export interface Prepared {
  readonly mailing: MailingWithLetter;
  readonly house: House;
  readonly vault: Vault;
  readonly letter: ReadyLetter;
  readonly steady: readonly Header[];
  readonly hasOneClick: boolean;
}

/** @throws BrokenLetter */
export function prepare(mailing: MailingWithLetter, house: House, vault: Vault): Prepared {
  const host = new URL(house.origin).hostname;
  const letter = readyLetter(mailing.letter, `=_pregon_${vault.mark('boundary', String(mailing.id)).slice(0, 24)}`);
  return {
    mailing,
    house,
    vault,
    letter,
    hasOneClick: mailing.purpose !== null,
    steady: [
      ['From', mailbox(house.name, house.from)],
      ...(house.replyTo === null ? [] : ([['Reply-To', `<${house.replyTo}>`]] as const)),
      ['MIME-Version', '1.0'],
      letter.contentType,
      // RFC 2919; RFC 3834 for what nobody typed.
      ['List-Id', `<${mailing.purpose ?? mailing.kind}.${host}>`],
      ['List-Owner', `<mailto:${house.replyTo ?? house.from}>`],
      ['Auto-Submitted', 'auto-generated'],
      ['Precedence', 'bulk'],
      ['Feedback-ID', `${mailing.id}:${mailing.purpose ?? mailing.kind}:${mailing.source.type}:pregon`],
    ],
  };
}

/** What stands in the holes for one contact. */
export function valuesOf({ mailing, house, vault, hasOneClick }: Prepared, recipient: number, to: Addressee): PersonalValues {
  const preferences = house.origin + preferencesPath({ vault }, to.id);
  return {
    name: to.name,
    first_name: to.name.trim().split(/\s+/)[0] ?? '',
    organization: to.organization,
    unit: to.unit,
    region: to.region ?? '',
    preferences,
    one_click: hasOneClick ? house.origin + oneClickPath(vault, recipient) : preferences,
    view: mailing.viewPath === null ? '' : house.origin + mailing.viewPath,
  };
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly message: readonly (Buffer | string)[];
}

/** One contact's own message, ready for the wire. @throws BrokenLetter */
export async function enveloped(prepared: Prepared, recipient: number, to: Addressee & { address: string }, now: Date): Promise<Envelope> {
  const { house, letter, mailing, vault } = prepared;
  const values = valuesOf(prepared, recipient, to);
  const body = letter.body(values);
  const own: Header[] = [
    ['To', mailbox(to.name, to.address)],
    ['Subject', letter.subject(values)],
    ['Date', now.toUTCString().replace('GMT', '+0000')],
    [
      'Message-ID',
      `<${mailing.id}.${recipient}.${vault.mark('message-id', `${recipient}`).slice(0, 16)}@${new URL(house.origin).hostname}>`,
    ],
    ...(prepared.hasOneClick
      ? ([
          ['List-Unsubscribe', `<${values.one_click}>`],
          ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        ] as const)
      : []),
  ];
  const headers = [...own, ...prepared.steady];
  const signed = house.signer ? [await signature(house.signer, headers, body, now)] : [];
  return {
    from: house.bounceDomain === null ? house.from : bounceAddress(vault, house.bounceDomain, recipient),
    to: to.address,
    message: [`${written([...signed, ...headers])}\r\n`, ...body],
  };
}
