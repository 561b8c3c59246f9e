import { HOLIDAY_YEARS, holidaysOf } from '#domains/organization/index.ts';
import { BadArgument, command } from './command.ts';

const { first, last } = HOLIDAY_YEARS;

await command(
  {
    name: 'holidays',
    help: `bin/holidays AÑO…      escribe en JSON los días festivos de Colombia de cada año, de ${first} a ${last}:
                       {"2026":["2026-01-01",…]}; dos festivos que caen el mismo día son un día`,
    positionals: true,
  },
  async ({ positionals }) => {
    if (positionals.length === 0) throw new BadArgument('Falta el año: bin/holidays 2026 2027');
    console.log(JSON.stringify(Object.fromEntries(positionals.map((year) => [year, daysOf(year)]))));
  },
);

function daysOf(text: string): string[] {
  const year = Number(text);
  if (!/^\d{4}$/.test(text)) throw new BadArgument(`«${text}» no es un año: escríbalo con cuatro cifras, como 2026.`);
  if (year < first || year > last) throw new BadArgument(`No hay festivos de ${text}: el año va de ${first} a ${last}.`);
  return [...new Set(holidaysOf(year).map((holiday) => holiday.day))];
}
