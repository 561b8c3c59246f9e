import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport, reportLimit } from './report.ts';
import { worstOf } from './return-rule.ts';

const crlf = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'));

/** As Postfix writes it. */
const notDelivered = crlf([
  'Return-Path: <>',
  'Delivered-To: b-7-0123456789abcdef0123@puertoclaro.gov.co',
  'From: MAILER-DAEMON@example.org (Mail Delivery System)',
  'Subject: Undelivered Mail Returned to Sender',
  'To: b-7-0123456789abcdef0123@puertoclaro.gov.co',
  'Auto-Submitted: auto-replied',
  'Message-Id: <20261122150000.A1@mx.example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status;',
  '\tboundary="A1.1511/mx.example.org"',
  '',
  'This is a MIME-encapsulated message.',
  '',
  '--A1.1511/mx.example.org',
  'Content-Type: text/plain; charset=us-ascii',
  '',
  'This is the mail system at host mx.example.org.',
  '',
  '--A1.1511/mx.example.org',
  'Content-Description: Delivery report',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  'Arrival-Date: Sun, 22 Nov 2026 10:00:00 -0500 (-05)',
  '',
  'Final-Recipient: rfc822; Nadie@Example.org',
  'Original-Recipient: rfc822;nadie@example.org',
  'Action: failed',
  'Status: 5.1.1',
  'Remote-MTA: dns; in.example.org',
  'Diagnostic-Code: smtp; 550 5.1.1 <nadie@example.org>: Recipient address',
  '    rejected: User unknown',
  '',
  '--A1.1511/mx.example.org',
  'Content-Type: message/rfc822',
  '',
  'Return-Path: <b-7-0123456789abcdef0123@puertoclaro.gov.co>',
  'Subject: Puerto al dia',
  '',
  'Hola',
  '--A1.1511/mx.example.org--',
]);

/** RFC 5965, appendix B.2. */
const complaint = crlf([
  'From: <abusedesk@example.com>',
  'Date: Thu, 8 Mar 2005 17:40:36 EDT',
  'Subject: FW: Earn money',
  'To: <abuse@example.net>',
  'Message-ID: <fbl-1@example.com>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=feedback-report;',
  '     boundary="part1_13d.2e68ed54_boundary"',
  '',
  '--part1_13d.2e68ed54_boundary',
  'Content-Type: text/plain; charset="US-ASCII"',
  '',
  'This is an email abuse report.',
  '',
  '--part1_13d.2e68ed54_boundary',
  'Content-Type: message/feedback-report',
  '',
  'Feedback-Type: abuse',
  'User-Agent: SomeGenerator/1.0',
  'Version: 1',
  'Original-Mail-From: <b-9-0123456789abcdef0123@puertoclaro.gov.co>',
  'Original-Rcpt-To: <user@example.com>',
  '',
  '--part1_13d.2e68ed54_boundary',
  'Content-Type: message/rfc822',
  '',
  'From: <somespammer@example.net>',
  'Subject: Earn money',
  '',
  'Spam',
  '--part1_13d.2e68ed54_boundary--',
]);

describe('what came back', () => {
  test('says whom it did not reach and why', () => {
    const report = readReport(notDelivered);
    expect(report.kind).toBe('delivery');
    expect(report.statuses).toEqual([
      {
        address: 'nadie@example.org',
        action: 'failed',
        status: '5.1.1',
        diagnostic: 'smtp; 550 5.1.1 <nadie@example.org>: Recipient address rejected: User unknown',
      },
    ]);
    expect(report.places).toContain('b-7-0123456789abcdef0123@puertoclaro.gov.co');
    expect(worstOf(report).returned).toBe('hard');
  });

  test('as a complaint says of which mail', () => {
    const report = readReport(complaint);
    expect(report).toMatchObject({ kind: 'complaint', feedback: 'abuse' });
    expect(report.places).toContain('<b-9-0123456789abcdef0123@puertoclaro.gov.co>');
  });

  test('as an answer of somebody who is away is only that', () => {
    const away = crlf(['From: ana@example.org', 'Auto-Submitted: auto-replied', 'Subject: Estoy de vacaciones', '', 'Vuelvo el lunes.']);
    expect(readReport(away).kind).toBe('auto_reply');
  });

  test('in an encoding of the net is read as well', () => {
    const status = 'Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n';
    const encoded = crlf([
      'Content-Type: multipart/report; boundary=x',
      '',
      '--x',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(status).toString('base64'),
      '--x--',
    ]);
    expect(readReport(encoded).statuses[0]).toMatchObject({ status: '5.1.1', address: 'a@example.org' });
  });

  test('is the same mail each time that it comes in, and another when it is another', () => {
    expect(readReport(notDelivered).fingerprint).toBe(readReport(Buffer.from(notDelivered)).fingerprint);
    expect(readReport(notDelivered).fingerprint).not.toBe(readReport(complaint).fingerprint);
  });
});

describe('whatever comes in', () => {
  test('is read without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        expect(readReport(bytes).fingerprint).toHaveLength(64);
      }),
      { numRuns: 300 },
    );
  });

  test('cut, doubled and shuffled, keeps to its bounds', () => {
    const lines = `${notDelivered}\r\n${complaint}`.split('\r\n');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 200 }), fc.string({ maxLength: 40 }), (some, odd) => {
        const report = readReport(crlf([...some, odd, ...some]));
        expect(report.statuses.length).toBeLessThanOrEqual(50);
        expect(report.places.length).toBeLessThanOrEqual(40);
        for (const { status, diagnostic } of report.statuses) {
          expect(status).toMatch(/^$|^[245]\.\d{1,3}\.\d{1,3}$/);
          expect(diagnostic.length).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of any size is read in little time', () => {
    const started = performance.now();
    for (const unit of ['--x\r\n', 'a:b\r\n', ' \t', '\r\n\r\n', 'Content-Type: multipart/report; boundary=x\r\n', '=3D=\r\n'])
      readReport(Buffer.from(`Content-Type: multipart/report; boundary=x\r\n\r\n${unit.repeat(reportLimit / unit.length)}`));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
