import { writeFile } from 'node:fs/promises';
import { command } from './command.ts';
import { compiledLetter, letterTemplate } from './letter-template.ts';

await command(
  {
    name: 'letters',
    help: 'bin/letters   hace templates/email/letter.html, la carta que sale, de templates/email/letter.mjml',
  },
  async () => {
    await writeFile(letterTemplate.html, await compiledLetter());
    console.log('templates/email/letter.html');
  },
);
