import type { Row, VersionDocument } from '../plan.ts';

/** A row of the plan's tree, with who answers for it as the reader may know it: a person's name within the house, a post outside. */
export type PrintedRow = Pick<
  Row,
  | 'item'
  | 'kind'
  | 'parent'
  | 'number'
  | 'code'
  | 'title'
  | 'description'
  | 'startsOn'
  | 'endsOn'
  | 'recurrence'
  | 'segments'
  | 'channels'
  | 'figureUnit'
  | 'frequency'
  | 'baseline'
  | 'targets'
  | 'unitName'
> & { readonly answers: string };

export interface Printed extends Omit<VersionDocument, 'rows'> {
  readonly rows: readonly PrintedRow[];
}

/** Lets other visitors in between two parts of a long document. */
export const breathe = () =>
  new Promise<void>((go) => {
    setImmediate(go);
  });
