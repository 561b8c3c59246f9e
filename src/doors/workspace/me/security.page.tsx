import { useActionData, useLoaderData } from 'react-router';
import { z } from 'zod';
import {
  changedPasswordInput,
  changePassword,
  codeInput,
  countCode,
  countPassword,
  endOwnSession,
  endSessionsOf,
  forgetDevice,
  forgetDeviceOf,
  forgetDevices,
  namePasskey,
  passkeyInput,
  passkeyNameInput,
  passkeysOf,
  removePasskey,
  removeSecondFactor,
  secondFactorOf,
  sessionsOf,
  trustedDevicesOf,
} from '#domains/organization/index.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect, type Writing } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { DevicesSection } from './devices-section.tsx';
import { FactorSection, KeysSection, PasswordSection, SessionsSection } from './security-sections.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('me.title') }] };

const said = ['password', 'removed', 'passkey', 'passkey_removed', 'ended', 'others', 'forgotten'] as const;

export const loader = load(async ({ ctx, visit, url }) => {
  const me = visit.actor.id!;
  const [factor, keys, sessions, devices] = await Promise.all([
    secondFactorOf(ctx, me),
    passkeysOf(ctx, me),
    sessionsOf(ctx, me, visit.session),
    trustedDevicesOf(ctx, me),
  ]);
  return { factor, keys, sessions, devices, done: said.find((what) => what === url.searchParams.get('done')) ?? null };
});

const deviceInput = z.object({ device: z.coerce.number().int().positive() });
const sessionInput = z.object({ session: z.coerce.number().int().positive() });

/** What each button of this page asks for, by its `intent`. */
const intents: Readonly<Record<string, (asked: Writing) => Promise<Refusal | (typeof said)[number]>>> = {
  password: async ({ typed, perform, visit }) => {
    const input = parse(changedPasswordInput, typed.fields);
    if (isRefusal(input)) return input;
    const count = await perform(countPassword);
    if (isRefusal(count)) return count;
    const done = await perform((ctx) => changePassword(ctx, input, count.left, visit.session));
    return done ?? 'password';
  },
  remove_factor: async ({ typed, perform, visit }) => {
    const input = parse(codeInput, typed.fields);
    if (isRefusal(input)) return input;
    const count = await perform((ctx) => countCode(ctx, visit.actor.id!));
    if (isRefusal(count)) return count;
    const done = await perform((ctx) => removeSecondFactor(ctx, input, count.left));
    return done ?? 'removed';
  },
  name_key: async ({ typed, perform }) => {
    const input = parse(passkeyNameInput, typed.fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => namePasskey(ctx, input));
    return done ?? 'passkey';
  },
  remove_key: async ({ typed, perform }) => {
    const input = parse(passkeyInput, typed.fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => removePasskey(ctx, input));
    return done ?? 'passkey_removed';
  },
  end_session: async ({ typed, perform }) => {
    const input = parse(sessionInput, typed.fields);
    if (isRefusal(input)) return input;
    const done = await perform(async (ctx) => {
      await endOwnSession(ctx, input.session);
      await forgetDeviceOf(ctx, input.session);
    });
    return done ?? 'ended';
  },
  end_others: async ({ perform, visit }) => {
    const done = await perform(async (ctx) => {
      await endSessionsOf(ctx, visit.actor.id!, visit.session);
      await forgetDevices(ctx, visit.actor.id!, visit.session);
    });
    return isRefusal(done) ? done : 'others';
  },
  forget_device: async ({ typed, perform }) => {
    const input = parse(deviceInput, typed.fields);
    if (isRefusal(input)) return input;
    const done = await perform((ctx) => forgetDevice(ctx, input.device));
    return done ?? 'forgotten';
  },
};

export const action = act(async (asked) => {
  const intent = intents[String(asked.typed.fields.intent)];
  if (!intent) throw new NotFound('intent');
  const done = await intent(asked);
  return isRefusal(done) ? done : redirect(`/workspace/me/security?done=${done}`);
});

export default function Security() {
  const { factor, keys, sessions, devices, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  const voice = keys.length > 0 ? say('me.voice.passkey', { count: keys.length }) : say(factor ? 'me.voice.factor' : 'me.voice.bare');
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('me.title')} · Pregón`}</title>
      <Head
        name={say('me.title')}
        voice={voice}
        actions={
          <form method="post" action="/sign-out">
            <button className="button">{say('me.sign_out')}</button>
          </form>
        }
      />
      {done && !answer && <Banner tone="good">{say(`me.done.${done}`)}</Banner>}
      <FormRefusal answer={answer} />
      <FactorSection factor={factor} answer={answer?.typed.intent === 'remove_factor' ? answer : undefined} />
      <KeysSection keys={keys} answer={answer?.typed.intent === 'name_key' ? answer : undefined} />
      <PasswordSection answer={answer?.typed.intent === 'password' ? answer : undefined} />
      <SessionsSection sessions={sessions} others={sessions.length + devices.length > 1} />
      {devices.length > 0 && <DevicesSection devices={devices} />}
    </main>
  );
}
