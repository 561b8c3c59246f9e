import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = new URL('../../templates/email/', import.meta.url);
const compiler = 'mjml@5.4.1';

export const letterTemplate = { mjml: new URL('letter.mjml', folder), html: new URL('letter.html', folder) } as const;

/** The first line of the compiled template: what it was made from, and by what. */
export async function letterMark(): Promise<string> {
  const source = await readFile(letterTemplate.mjml);
  return `<!-- letter.mjml ${createHash('sha256').update(source).digest('hex')} ${compiler} -->`;
}

/**
 * The template of letters as HTML for programs that read mail. The compiler is fetched by whoever changes the template and is part of
 * nothing else (decision 9). @throws Error when the MJML is not right
 */
export async function compiledLetter(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'pregon-letters-'));
  try {
    const given = ['--config.validationLevel=strict', fileURLToPath(letterTemplate.mjml), '-o', `${out}/letter.html`];
    await promisify(execFile)('npm', ['exec', '--yes', `--package=${compiler}`, '--', 'mjml', ...given]);
    const html = await readFile(`${out}/letter.html`, 'utf8');
    const lines = html
      .replace(/<!--(?!\[if|<!\[| if | end )[\s\S]*?-->\n?/g, (comment) => (comment.includes('[endif]') ? comment : ''))
      .split('\n')
      .map((line) => line.trim());
    return `${[await letterMark(), ...lines.filter((line) => line !== '')].join('\n')}\n`;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
