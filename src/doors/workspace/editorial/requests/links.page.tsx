import { Form, useLoaderData, useSearchParams } from 'react-router';
import { closeLink, closeLinkInput, listLinks, newLinkInput, openLink } from '#domains/editorial/index.ts';
import { unitOptions, zoneOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { dayIn } from '#platform/clock/day.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('requests.requests'), to: '/workspace/requests' }, { name: say('requests.links') }],
  topics: () => ['request_links'],
};

export const loader = load(async ({ ctx, visit }) => {
  const [links, units, zone] = await Promise.all([listLinks(ctx), unitOptions(ctx), zoneOf(ctx)]);
  return {
    links: links.map((link) => ({
      ...link,
      address: `${visit.origin}/request/${link.code}`,
      openedOn: dayIn(link.createdAt, zone),
      closedOn: link.closedAt && dayIn(link.closedAt, zone),
    })),
    units: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
    today: dayIn(visit.now, zone),
  };
});

export const action = act(async ({ typed, perform }) => {
  if (typed.fields.intent === 'close') {
    const input = parse(closeLinkInput, typed.fields);
    const result = isRefusal(input) ? input : await perform((ctx) => closeLink(ctx, input));
    return isRefusal(result) ? result : redirect('/workspace/requests/links?done=link_closed');
  }
  const input = parse(newLinkInput, typed.fields);
  const result = isRefusal(input) ? input : await perform((ctx) => openLink(ctx, input));
  return isRefusal(result) ? result : redirect('/workspace/requests/links?done=link_opened');
});

/** The short public addresses by which somebody without an account asks. */
export default function Links() {
  const { links, units, today } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const answer = useAnswer('open');
  const done = params.get('done');
  return (
    <main className="page" id="contenido">
      <title>{`${say('requests.links')} · Pregón`}</title>
      <Head
        name={say('requests.links')}
        voice={say('requests.links_voice', { count: links.filter(({ closedOn }) => closedOn === null).length })}
      />
      {(done === 'link_opened' || done === 'link_closed') && <Banner tone="good">{say(`requests.done.${done}`)}</Banner>}
      <div className="two">
        <Table
          caption={say('requests.links')}
          rows={links}
          rowKey={({ id }) => id}
          empty={<Empty title={say('requests.links_none')}>{say('requests.links_none_how')}</Empty>}
          columns={[
            {
              key: 'name',
              name: say('requests.link_name'),
              phone: 'lead',
              cell: ({ name, unitName }) => (
                <>
                  <b>{name}</b>
                  {unitName && <small>{unitName}</small>}
                </>
              ),
            },
            {
              key: 'address',
              name: say('requests.link_address'),
              phone: 'under',
              cell: ({ address, code, closedOn }) =>
                closedOn ? (
                  <span className="muted">{say('requests.link_closed', { day: format.shortDay(closedOn, today) })}</span>
                ) : (
                  <a href={`/request/${code}`}>{address}</a>
                ),
            },
            { key: 'requests', name: say('requests.link_requests'), number: true, cell: ({ requests }) => format.number(requests) },
            { key: 'opened', name: say('requests.link_opened'), cell: ({ openedOn }) => format.shortDay(openedOn, today) },
            {
              key: 'close',
              name: <span className="sr">{say('requests.link_close')}</span>,
              phone: 'second',
              cell: ({ id, name, closedOn }) =>
                closedOn === null && (
                  <Form method="post">
                    <input type="hidden" name="link" value={id} />
                    <button className="button small" name="intent" value="close">
                      {say('requests.link_close')} <span className="sr">{name}</span>
                    </button>
                  </Form>
                ),
            },
          ]}
        />
        <aside>
          <Section title={say('requests.link_open')}>
            <Form method="post" className="form">
              <FormRefusal answer={answer} />
              <TextField
                name="name"
                label={say('requests.link_name')}
                hint={say('requests.link_name_hint')}
                maxLength={120}
                answer={answer}
              />
              <SelectField
                name="unit"
                label={say('requests.unit')}
                blank={say('requests.link_unit_none')}
                options={units}
                answer={answer}
              />
              <p className="actions">
                <button className="button primary" name="intent" value="open">
                  {say('requests.link_open')}
                </button>
              </p>
            </Form>
          </Section>
        </aside>
      </div>
    </main>
  );
}
