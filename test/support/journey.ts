import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { openTestHouse, type OpenHouse } from './house.ts';

export interface Journey {
  readonly house: OpenHouse;
  readonly browser: Browser;
  /** Time goes by for the house. */
  pass(seconds: number): void;
  /** A browser of somebody's own: a page in Spanish, in Bogotá, whose every complaint is remembered for `scan`. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
}

// A Wednesday morning in Bogotá, from which the clock goes on.
const morning = Date.parse('2026-11-18T15:00:00Z');

/** A whole house on 18 November 2026 and a Chromium, shared by the tests of a file. */
export async function openJourney(options: Parameters<typeof openTestHouse>[0] = {}): Promise<Journey> {
  const began = Date.now();
  let ahead = 0;
  const clock = () => new Date(morning + Date.now() - began + ahead);
  const house = await openTestHouse({ clock, ...options });
  const browser = await openBrowser();
  return {
    house,
    browser,
    pass: (seconds) => {
      ahead += seconds * 1000;
    },
    visitor: async (own = {}) => {
      const context = await browser.newContext({
        baseURL: house.origin,
        locale: 'es-CO',
        timezoneId: 'America/Bogota',
        viewport: { width: 1280, height: 900 },
        ...own,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      listen(page, house.origin);
      if (own.javaScriptEnabled === false)
        twins.set(
          page,
          lazily(async () => {
            const beside = await browser.newContext({
              ...own,
              baseURL: house.origin,
              locale: own.locale ?? 'es-CO',
              javaScriptEnabled: true,
            });
            context.on('close', () => void beside.close().catch(() => undefined));
            return beside.newPage();
          }),
        );
      return page;
    },
  };
}

/** axe is a script: a page without script is looked at in a browser beside it that has the same cookies. */
const twins = new WeakMap<Page, () => Promise<Page>>();

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const complaints = new WeakMap<Page, string[]>();

function listen(page: Page, origin: string): void {
  const heard: string[] = [];
  complaints.set(page, heard);
  // A refused form answers 4xx, which the console tells too: what must not be missing is looked at below.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) heard.push(`asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    const part = !['document', 'fetch', 'eventsource'].includes(response.request().resourceType());
    if (response.status() >= 500 || (part && response.status() >= 400)) heard.push(`${response.status()} ${response.url()}`);
  });
}

/**
 * Comes in as the form does, and waits for the workspace or for the second step. The form itself is filled in where it is what is tried: opening
 * it for everyone who comes in is a tenth of what journeys take.
 */
export async function signIn(page: Page, email: string, password: string, to = '/workspace'): Promise<void> {
  const door = `/sign-in?next=${encodeURIComponent(to)}`;
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await page.request.post(door, { form: { email, password }, headers, maxRedirects: 0 });
  const { location } = answer.headers();
  if (location) return void (await page.goto(location));
  await page.goto(door);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button.primary').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' || url.search === '');
}

/** A key that its browser holds and that answers by itself. */
export async function virtualKey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** With script, a page answers only once React is awake: its first click before that is a plain form's. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'));
  });
}

/** WCAG 2.2 AA; one h1 and a title; nothing sideways on the narrowest phone; no complaint and no other host so far. */
export async function scan(page: Page): Promise<void> {
  const twin = twins.get(page);
  if (!twin) return look(page, page);
  const scripted = await twin();
  await scripted.context().clearCookies();
  await scripted.context().addCookies(await page.context().cookies());
  await scripted.goto(page.url());
  await look(scripted, page);
}

async function look(page: Page, own: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  expect(await violationsOf(page), `accessibility of ${where}`).toEqual([]);
  expect(await page.locator('h1').count(), `one h1 on ${where}`).toBe(1);
  expect((await page.title()).trim(), `title of ${where}`).not.toBe('');
  expect(await sidewaysAt(page, 320), `sideways at 320 px on ${where}`).toEqual([]);
  expect(complaints.get(own), `complaints up to ${where}`).toEqual([]);
}

/** The parts that make a page wider than the screen, when there are any. */
async function sidewaysAt(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width, height: 640 });
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const over = [...document.body.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1);
    return [
      `${root.scrollWidth} px`,
      ...over.slice(0, 5).map((part) => `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''}`),
    ];
  });
  await page.setViewportSize(before);
  return wide;
}
