import { AsyncLocalStorage } from "node:async_hooks";
import type { Sql } from "./sql.ts";

declare global {
  var tribuneReading: AsyncLocalStorage<Sql> | undefined;
}

/** On `globalThis`: the server's own files and the built application are two module graphs of one process. */
const reading = () => (globalThis.tribuneReading ??= new AsyncLocalStorage<Sql>());

/** The copy that questions are asked of here, when there is one. */
export const copyHere = (): Sql | undefined => reading().getStore();

/** Does `work` with each of its questions asked of `copy`; transactions are the primary's all the same. */
export const readingFrom = <Result>(copy: Sql, work: () => Promise<Result>): Promise<Result> =>
  reading().run(copy, work);

/** Does `work` on the primary, whoever it is done for: what is remembered for everybody is not read from a copy. */
export const onPrimary = <Result>(work: () => Promise<Result>): Promise<Result> => reading().exit(work);
