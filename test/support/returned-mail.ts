/** A report that a mail to this signed address did not arrive, as Postfix writes it. */
export const notDelivered = (to: string, { status = '5.1.1', id = crypto.randomUUID() }: { status?: string; id?: string } = {}): string =>
  [
    'Return-Path: <>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${id}@mx.example.org>`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; c1@x.co',
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} no`,
    '',
    '--b--',
    '',
  ].join('\r\n');

/** A complaint about a mail that left from this signed address (RFC 5965). */
export const complained = (from: string, type = 'abuse'): string =>
  [
    'To: <complaints@puertoclaro.gov.co>',
    `Message-ID: <${crypto.randomUUID()}@fbl.example.org>`,
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'Version: 1',
    `Original-Mail-From: <${from}>`,
    '',
    '--b--',
    '',
  ].join('\r\n');
