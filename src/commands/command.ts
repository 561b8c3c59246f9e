import { parseArgs, type ParseArgsConfig } from 'node:util';

interface Description {
  readonly name: string;
  readonly help: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  readonly positionals?: boolean;
}

interface Given {
  readonly values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  readonly positionals: readonly string[];
}

/** An argument that cannot be; the message is the sentence that the person reads. */
export class BadArgument extends Error {}

/**
 * Runs a command of bin/: `--help` prints its help, a bad argument gets a sentence and exit code 2, and anything that
 * fails with a sentence of ours (an `Error` whose class is not plain `Error`) prints it and exits with 1.
 */
export async function command(description: Description, body: (given: Given) => Promise<void | number>): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean', short: 'h' }, ...description.options },
      allowPositionals: description.positionals ?? false,
    });
    if (values.help) {
      console.log(description.help);
      return;
    }
    process.exitCode = (await body({ values, positionals })) ?? 0;
  } catch (cause) {
    const bad = cause instanceof BadArgument || String((cause as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    if (bad) {
      console.error(`${(cause as Error).message}\nVea: bin/${description.name} --help`);
      process.exitCode = 2;
      return;
    }
    console.error(cause instanceof Error && cause.constructor !== Error && !(cause instanceof TypeError) ? cause.message : cause);
    process.exitCode = 1;
  }
}
