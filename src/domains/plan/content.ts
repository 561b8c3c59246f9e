import { createHash } from 'node:crypto';
import { canonical } from '#platform/text/canonical.ts';
import type { Row, VersionDocument } from './plan.ts';

/**
 * The SHA-256 (hex) of all that a version says: its plan's head, text, publics, channels, tree and targets, as JSON with
 * sorted keys. Who wrote it and when, names of people and dependencies, and its state do not count; nor does who answers for a
 * row, because somebody may leave after the approval and hand his work over, which the audit log tells.
 */
export function contentHash(document: VersionDocument): string {
  return createHash('sha256')
    .update(canonical(contentOf(document)))
    .digest('hex');
}

function contentOf({ plan, units, sections, segments, channels, rows }: VersionDocument) {
  const { code, title, summary, unit, parent, startsOn, endsOn } = plan;
  return {
    plan: { code, title, summary, unit, parent, startsOn, endsOn },
    units: units.map((named) => named.id),
    sections,
    segments,
    channels,
    rows: rows.map(saidBy),
  };
}

function saidBy(row: Row) {
  const {
    unitName: _,
    person: __,
    personName: ___,
    revision: ____,
    changedBy: _____,
    changedByName: ______,
    changedAt: _______,
    ...said
  } = row;
  return said;
}
