import { Form, useLoaderData, useSearchParams } from 'react-router';
import { declinePush, offersPush, ownDevices, pushDeviceInput, turnOffDevice } from '#domains/channels/index.ts';
import {
  chooseNotices,
  mailChoices,
  noticeChoiceInput,
  noticeChoices,
  noticeGroups,
  noticeInput,
  ownNotices,
  readAllNotices,
  readNotice,
} from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { localPath } from '#platform/http/local-path.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { SelectField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Pages } from '#ui/table.tsx';
import { PushForm } from '#ui/push-form.tsx';
import { PushOffer } from '#ui/push-offer.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { PushDevices } from './push-devices.tsx';
import { heldPush, shownPushKey, turnOnDevice } from './turn-on-device.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('me.notices.title') }], topics: () => ['notices'] };

export const loader = load(async ({ ctx, visit, url, request }) => {
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
  const [list, choices, devices, offer] = await Promise.all([
    ownNotices(ctx, visit.locale, page),
    noticeChoices(ctx),
    ownDevices(ctx, heldPush(request)),
    offersPush(ctx),
  ]);
  return { ...list, page, choices, devices, offer, pushKey: await shownPushKey(visit), groups: noticeGroups, mails: mailChoices };
});

export const action = act(async ({ typed, perform, request, visit }) => {
  const { intent, notice } = typed.fields;
  if (intent === 'choose') {
    const input = parse(noticeChoiceInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => chooseNotices(ctx, input));
    return redirect('/workspace/notices');
  }
  if (intent === 'push-on') return turnOnDevice({ typed, perform, request, visit });
  if (intent === 'push-off') {
    const input = parse(pushDeviceInput, typed.fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => turnOffDevice(ctx, input));
    return redirect('/workspace/notices');
  }
  if (intent === 'push-no') {
    await perform(declinePush);
    // Who was asked elsewhere goes back there.
    return redirect(localPath(typeof typed.fields.next === 'string' ? typed.fields.next : null) ?? '/workspace/notices');
  }
  if (intent === 'read-all') {
    await perform(readAllNotices);
    return redirect('/workspace/notices');
  }
  const input = parse(noticeInput, { notice });
  if (isRefusal(input)) return input;
  const path = await perform((ctx) => readNotice(ctx, input.notice));
  return isRefusal(path) ? path : redirect(path);
});

/** What one should know, each with one click to the thing, and how one wants it by mail. */
export default function Notices() {
  const { notices, unread, more, page, choices, groups, mails, devices, offer, pushKey } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const pushed = useAnswer('push-on');
  const to = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('me.notices.title')} · Pregón`}</title>
      <Head
        name={say('me.notices.title')}
        voice={say('me.notices.voice', { count: unread })}
        actions={
          unread > 0 && (
            <Form method="post">
              <button className="button" name="intent" value="read-all">
                {say('me.notices.read_all')}
              </button>
            </Form>
          )
        }
      />
      <div className="two">
        <div>
          {offer && (
            <PushOffer says={say('push.offer')}>
              <PushForm pushKey={pushKey} intent="push-on" does={say('push.turn_on')} answer={pushed} />
            </PushOffer>
          )}
          {notices.length === 0 ? (
            <Empty title={say('me.notices.none')}>{say('me.notices.none_how')}</Empty>
          ) : (
            <ul className="lines notices">
              {notices.map((notice) => (
                <li key={notice.id} className={notice.readAt ? 'read' : undefined}>
                  <Form method="post" className="what">
                    <input type="hidden" name="notice" value={notice.id} />
                    <button className="link" name="intent" value="read">
                      {notice.says}
                      {!notice.readAt && <span className="sr"> ({say('me.notices.unread')})</span>}
                    </button>
                  </Form>
                  <time className="muted" dateTime={new Date(notice.createdAt).toISOString()}>
                    {format.instant(notice.createdAt)}
                  </time>
                </li>
              ))}
            </ul>
          )}
          <Pages says="" previous={page > 1 ? to(page - 1) : null} next={more ? to(page + 1) : null} />
        </div>
        <aside>
          <PushDevices devices={devices} pushKey={pushKey} offered={offer} answer={pushed} />
          <Section title={say('me.notices.choices')}>
            <Form method="post" className="form">
              <p className="hint">{say('me.notices.choices_hint')}</p>
              {groups.map((group) => (
                <SelectField
                  key={group}
                  name={group}
                  label={say(`me.notices.group.${group}`)}
                  options={mails.map((mail) => ({ value: mail, label: say(`me.notices.choice.${mail}`) }))}
                  defaultValue={choices[group]}
                />
              ))}
              <Choices
                name="push"
                several
                legend={say('push.groups')}
                hint={say('push.groups_hint')}
                chosen={choices.push}
                options={groups.map((group) => ({ value: group, label: say(`me.notices.group.${group}`) }))}
              />
              <p className="actions">
                <button className="button" name="intent" value="choose">
                  {say('me.notices.save_choices')}
                </button>
              </p>
            </Form>
          </Section>
        </aside>
      </div>
    </main>
  );
}
