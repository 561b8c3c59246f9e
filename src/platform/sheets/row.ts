/** A row of a file, numbered as the spreadsheet shows it. `fault` says what cannot be read in it: a code and where. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: { readonly code: 'sheet.formula' | 'sheet.error_cell'; readonly cell: string };
}

/** The file is not what it says, or cannot be read whole; `code` is a refusal's. */
export class BadSheet extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: string, details: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
