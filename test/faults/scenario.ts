import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, ask, post } from "../asking.ts";
import type { Installation } from "./installation.ts";
import { madeUpAddress, signFields } from "./signer.ts";

/** Something that happens to a running Tribune, which must answer again by itself afterwards. */
export type Scenario = {
  name: string;
  /** @returns what was seen, for the report. @throws when the server did not behave */
  run: (installation: Installation) => Promise<string>;
  /** Why it cannot be played on this machine. */
  impossible?: () => string | undefined;
  /** Whether it needs an installation of its own. */
  alone?: boolean;
};

let signatures = 0;

/** Signs once as somebody new, or as `email`. */
export async function signOnce(
  { url, letter }: Installation,
  email = `scenario-${++signatures}@example.org`,
): Promise<Answer> {
  const from = madeUpAddress(8_000_000 + ++signatures);
  return post(url, `/letters/${letter.slug}/sign`, await signFields(email), { "X-Forwarded-For": from });
}

/** Many sign at the same moment. @returns the status of each and the longest wait among those told to come back */
export async function signAtOnce(installation: Installation, many: number) {
  const answers = await Promise.all(
    Array.from({ length: many }, async () => {
      const started = performance.now();
      const { status } = await signOnce(installation);
      return { status, ms: performance.now() - started };
    }),
  );
  const refused = answers.filter(({ status }) => status === 503);
  return {
    signed: answers.filter(({ status }) => status === 303).length,
    refused: refused.length,
    longestRefusal: Math.round(Math.max(0, ...refused.map(({ ms }) => ms))),
  };
}

/** Asks until it is so, `patience` milliseconds at most. @returns how long it took, in seconds with one decimal */
export async function comesTo(
  what: string,
  isSo: () => Promise<boolean>,
  patience = 15_000,
): Promise<string> {
  const started = performance.now();
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - started > patience) throw new Error(`${what} not within ${patience / 1000} s`);
    await sleep(50);
  }
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** A page, a signature and readiness: what everybody must get again. @returns the seconds until they did */
export async function answersAgain(installation: Installation, patience?: number): Promise<string> {
  const { url, letter } = installation;
  return comesTo(
    "page, signature and readiness are answered",
    async () =>
      (await ask(url, `/letters/${letter.slug}`)).status === 200 &&
      (await signOnce(installation)).status === 303 &&
      (await ask(url, "/readyz")).status === 200,
    patience,
  );
}

/** @throws in words unless `is` holds */
export function expect(is: boolean, words: string): void {
  if (!is) throw new Error(words);
}

/** An answer with the milliseconds it took. */
export async function timed(asked: Promise<Answer>): Promise<Answer & { ms: number }> {
  const started = performance.now();
  return { ...(await asked), ms: Math.round(performance.now() - started) };
}
