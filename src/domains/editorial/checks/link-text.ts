import { at, type ContentCheck } from './checked.ts';
import { folded, passagesOf, type Passage } from './passages.ts';

const empty =
  /^(aqui|aca|alli|clic|click|haga clic|haga clic aqui|clic aqui|de clic aqui|pulse aqui|pinche aqui|mas|ver|ver mas|leer mas|mas informacion|conozca mas|siga leyendo|este enlace|este link|en este enlace|enlace|link|here|click here|read more|more)$/;

/** A link says by itself where it leads (WCAG 2.2, 2.4.4). */
export const linkText: ContentCheck = {
  check: 'link_text',
  look: (subject) => ({
    found: passagesOf(subject).flatMap((passage) =>
      linksIn(passage).flatMap(({ text }) => {
        const said = folded(text)
          .replace(/[\s.,:;«»"()→›>]+/g, ' ')
          .trim();
        if (said === '') return [at(passage.block, text, 'blank')];
        if (empty.test(said)) return [at(passage.block, text, 'says_nothing')];
        return /^https?:\/\/\S{20,}$/.test(text.trim()) ? [at(passage.block, text, 'address')] : [];
      }),
    ),
  }),
};

/** Links of a line, each whole although part of it is bold. */
function linksIn({ text, marks }: Passage): { text: string; href: string }[] {
  const links: { from: number; to: number; href: string }[] = [];
  for (const { mark, from, to } of marks) {
    if (mark.type !== 'link') continue;
    const last = links.at(-1);
    if (last && last.to === from && last.href === mark.attrs.href) last.to = to;
    else links.push({ from, to, href: mark.attrs.href });
  }
  return links.map(({ from, to, href }) => ({ text: text.slice(from, to), href }));
}
