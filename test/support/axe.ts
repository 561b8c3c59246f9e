import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const whole = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
const axe = readFileSync(whole, 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
  }[];
}
declare const window: {
  axe?: { configure(how: object): void; run(where: Document, how: object): Promise<Found> };
};

/** What in a page and its frames is not WCAG 2.2 AA. A document learns axe once, and tells what is wrong with it and nothing else: that is half the time. */
export async function violationsOf(page: Page): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  await Promise.all([teach(page.mainFrame()), ...frames.map((frame) => Promise.race([teach(frame).catch(() => undefined), soon()]))]);
  return page.evaluate(async (tags) => {
    const how = { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } };
    const { violations } = await window.axe!.run(document, how);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`),
    );
  }, standard);
}

async function teach(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => window.axe !== undefined)) return;
  await frame.evaluate(axe);
  // Frames tell the page about themselves, wherever they come from.
  await frame.evaluate(() => window.axe!.configure({ allowedOrigins: ['<unsafe_all_origins>'] }));
}

/** A frame may be gone by now, not loaded as long as nobody sees it, or let no script in. */
const soon = () => new Promise((done) => setTimeout(done, 300));
