/** What is told of a piece of work: never what somebody typed, an address or a name. */
export type Told = Record<string, string | number | boolean | undefined>;

/** `server`: work that is asked of us; `consumer`: a job of the queue; `client`: what we ask of others. */
export type Kind = "server" | "consumer" | "client";

/** Tells more of the work while it is done, and with `name` what it turned out to be. */
export type Note = (told: Told, name?: string) => void;

/** Does a piece of work and writes down how long it took and how it ended. */
export type Recorder = <Result>(
  kind: Kind,
  name: string,
  told: Told,
  work: (note: Note) => Promise<Result>,
) => Promise<Result>;

const unheard: Note = () => undefined;
let recorder: Recorder = (_kind, _name, _told, work) => work(unheard);

/** Has all work recorded from now on: app/server/traces.ts does when traces are asked for. */
export function recordSpansBy(other: Recorder): void {
  recorder = other;
}

/** Does a piece of work as a span of a trace, where traces are asked for; else just does it. */
export const inSpan: Recorder = (kind, name, told, work) => recorder(kind, name, told, work);
