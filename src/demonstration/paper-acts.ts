import { accepted } from '#platform/refusal.ts';
import { declareNonWorking, publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { addDays, parseDay } from '#platform/clock/day.ts';
import { periodsBetween } from '#platform/clock/period.ts';
import type { Papers, Town } from './data.ts';
import { keepPaper } from './evidence.ts';
import type { Times } from './times.ts';
import type { Act } from './world.ts';

/** The agreements as they were published and signed: some renewed, one expired, two never signed. */
export function agreementActs(papers: Papers, town: Town, times: Times): Act[] {
  return papers.texts.flatMap((text, at): Act[] => {
    const published = times.day(text.published);
    return [
      {
        at: times.at(published),
        who: 'marcela.ospina',
        does: async (ctx) => accepted(await publishAgreement(ctx, { title: text.title, body: text.body.trim(), months: text.months })),
      },
      ...town.people
        .filter(({ key, until }) => signs(papers, key, at) && until === undefined)
        .map((person, place): Act => {
          const came = person.since ? addDays(times.month(person.since), 2) : published;
          const day = addDays(came > published ? came : published, 1 + ((place * 5) % 17));
          // A newer text was there already when this person came.
          const late = at === 0 && papers.texts[1] !== undefined && day >= times.day(papers.texts[1].published);
          return {
            at: times.at(times.workday(day), 30 + place * 7),
            who: person.key,
            story: person,
            does: async (ctx) => (late ? undefined : signAgreement(ctx, { text: at + 1, name: person.name, code: '' }, 5)),
          };
        }),
    ];
  });
}

function signs({ expired, unsigned }: Papers, key: string, text: number): boolean {
  return !unsigned.includes(key) && (text === 0 || !expired.includes(key));
}

/** The days of the town's own, each year by its act, told some weeks before. */
export function calendarActs(town: Town, times: Times): Act[] {
  const years = periodsBetween('year', times.plan.startsOn, times.today).map(({ startsOn }) => startsOn.slice(0, 4));
  const days = years.flatMap((year) => town.own_days.map((own) => ({ ...own, year, day: parseDay(`${year}-${own.on}`) })));
  return days
    .filter(({ day }) => day > addDays(times.plan.startsOn, 14))
    .map(({ year, day, lasts, name, act: said, unit }): Act => {
      const act = said.replace('{year}', year);
      return {
        at: times.at(addDays(day, -13)),
        who: 'esteban.cogollo',
        does: async (ctx, world) => {
          const file = await keepPaper(ctx, world, {
            kind: 'pdf',
            name: `${act}, ${year}`,
            title: act,
            paragraphs: [`Por el cual se declara día no laborable: ${name}.`, `Rige el ${day}.`],
          });
          return declareNonWorking(ctx, { starts_on: day, ends_on: addDays(day, lasts - 1), name, act, unit }, file);
        },
      };
    });
}
