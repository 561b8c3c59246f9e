import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import { benchLetter } from './mail-letter.ts';

/**
 * What anybody writes first: a pool of nodemailer and a loop. The same letter, filled for each one, into the same sink. Forked with
 * `SMTP_URL MANY [KEY_FILE]`, it says how many seconds it took.
 */
const [url = '', many = '0', keyFile] = process.argv.slice(2);
const transport = nodemailer.createTransport({
  url,
  pool: true,
  maxConnections: 10,
  maxMessages: Infinity,
  ...(keyFile ? { dkim: { domainName: 'puertoclaro.gov.co', keySelector: 'pregon', privateKey: readFileSync(keyFile, 'utf8') } } : {}),
});
const fill = (text: string, n: number) =>
  text
    .replaceAll('{{first_name|vecino}}', `Ana ${n}`)
    .replaceAll('{{region|la ciudad}}', 'Lorica')
    .replaceAll('{{preferences}}', `https://www.puertoclaro.gov.co/subscription/mine/${n}`)
    .replaceAll('{{one_click}}', `https://www.puertoclaro.gov.co/hooks/unsubscribe/${n}`);
let next = 1;
const begun = performance.now();
await Promise.all(
  Array.from({ length: 20 }, async () => {
    for (let n = next++; n <= Number(many); n = next++)
      await transport.sendMail({
        from: { name: 'Alcaldía de Puerto Claro', address: 'prensa@puertoclaro.gov.co' },
        to: { name: `Ana ${n}`, address: `c${n}@correo.example` },
        subject: fill(benchLetter.subject, n),
        html: fill(benchLetter.html, n),
        text: fill(benchLetter.text, n),
        list: { unsubscribe: `https://www.puertoclaro.gov.co/hooks/unsubscribe/${n}`, id: 'boletin.puertoclaro.gov.co' },
        headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated' },
      });
  }),
);
process.send!({ seconds: (performance.now() - begun) / 1000 });
transport.close();
process.disconnect();
