import { expect, test } from 'vitest';
import { htmlOf } from './markdown.ts';

test('text, lists and links come through', () => {
  expect(htmlOf('Una **cosa**:\n\n- uno\n- dos')).toBe('<p>Una <strong>cosa</strong>:</p>\n<ul>\n<li>uno</li>\n<li>dos</li>\n</ul>\n');
  expect(htmlOf('[ley](https://x.gov.co)')).toContain('<a href="https://x.gov.co">ley</a>');
});

test('nothing that runs, paints or looks outside comes through', () => {
  const html = htmlOf(
    '<script>x()</script><img src="https://x" onerror="y()"><p style="color:red" onclick="z()">a</p>\n\n[b](javascript:c)',
  );
  expect(html).not.toMatch(/script|img|style|onclick|javascript/);
});

test('a heading stays below those of the page', () => {
  expect(htmlOf('# Alto')).toBe('<h3>Alto</h3>\n');
});
