import { useWords } from '#ui/words.tsx';
import { Brand } from './brand.tsx';
import { usePortal } from './portal.ts';

/** The institution's own data, and what this place does and does not do with its readers. */
export function Foot() {
  const { say } = useWords();
  const portal = usePortal();
  if (!portal) return null;
  const { address, phone, email } = portal.institution;
  return (
    <footer className="foot">
      <div className="foot-in">
        <div>
          <Brand />
          {address && <address>{address}</address>}
        </div>
        <dl>
          {phone && (
            <>
              <dt>{say('portal.phone')}</dt>
              <dd>
                <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
              </dd>
            </>
          )}
          {email && (
            <>
              <dt>{say('portal.email')}</dt>
              <dd>
                <a href={`mailto:${email}`}>{email}</a>
              </dd>
            </>
          )}
        </dl>
        <ul>
          <li>
            <a href="/news">{say('news.news')}</a>
          </li>
          <li>
            <a href="/press">{say('news.press')}</a>
          </li>
          <li>
            <a href="/plan">{say('portal.how_we_go')}</a>
          </li>
          <li>
            <a href="/accessibility">{say('portal.accessibility')}</a>
          </li>
          <li>
            <a href="/verify">{say('memos.verify.title')}</a>
          </li>
          <li>
            <a href="/sitemap.xml">{say('portal.sitemap')}</a>
          </li>
        </ul>
        <ul>
          <li>
            <a href="/subscription">{say('audiences.portal.title')}</a>
          </li>
          <li>
            <a href="/newsletters">{say('newsletters.archive')}</a>
          </li>
          <li>
            <a href="/feed.rss">{say('news.by_rss')}</a>
          </li>
          <li>
            <a href="/workspace" rel="nofollow">
              {say('portal.come_in')}
            </a>
          </li>
        </ul>
      </div>
      <p className="colophon">
        <span>{say('portal.no_tracking')}</span>
      </p>
    </footer>
  );
}
