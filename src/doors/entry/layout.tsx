import { Link, Outlet, useLoaderData, useLocation } from 'react-router';
import { institutionOf, isSetUp } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { Emblem } from '#ui/emblem.tsx';
import { Mark } from '#ui/mark.tsx';
import { useWords } from '#ui/words.tsx';
import sheet from '#ui/styles/entry-door.css?url';

export const handle = { script: false };

export const links = () => [{ rel: 'stylesheet', href: sheet }];

export const loader = load(async ({ ctx }) => {
  if (!(await isSetUp(ctx.db))) return { institution: null };
  const { kind, name, emblem_file: emblem } = await institutionOf(ctx);
  return { institution: { kind, name, emblem } };
});

/** The doorstep: who we are above, one question in the middle. Each page brings its own foot. */
export default function Doorstep() {
  const { institution } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <>
      <a className="skip" href="#contenido">
        {say('entry.skip')}
      </a>
      <header className="top">
        {institution ? (
          <Link className="brand" to="/" reloadDocument>
            <Emblem file={institution.emblem} name={institution.name} />
            <span>
              {institution.kind} <b>{institution.name}</b>
            </span>
          </Link>
        ) : (
          <span className="mark">
            <Mark />
          </span>
        )}
        <p className="ways-out">
          {institution && (
            <Link className="small" to="/" reloadDocument>
              {say('entry.to_portal')}
            </Link>
          )}
          <OtherLanguage />
        </p>
      </header>
      <Outlet />
    </>
  );
}

function OtherLanguage() {
  const { locale, say } = useWords();
  const { pathname, search } = useLocation();
  const other = locale === 'es' ? 'en' : 'es';
  return (
    <Link
      className="small"
      to={`/language/${other}?next=${encodeURIComponent(pathname + search)}`}
      reloadDocument
      lang={other}
      hrefLang={other}
    >
      {say('entry.language')}
    </Link>
  );
}
