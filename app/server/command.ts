// What every command of the command line does alike.

/** Ends a command; its message is for whoever runs it. `code` is the exit code: 1 nothing could be done, 2 wrong usage. */
export class Stop extends Error {
  readonly code: number;
  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Writes a line of what the command was asked for. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** Writes a line beside that: a note, a refusal. */
export const warn = (line: string) => void process.stderr.write(`${line}\n`);
