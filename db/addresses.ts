/**
 * Where PostgreSQL itself is reached, for what needs a connection of its own that lasts: listening, locks of a session,
 * the job queue, migrations. `DATABASE_URL` may lead to a PgBouncer that hands a connection on after each transaction;
 * then `DATABASE_DIRECT_URL` leads past it. Empty when neither is set.
 */
export const directUrl = () => process.env.DATABASE_DIRECT_URL?.trim() || (process.env.DATABASE_URL ?? "");

/** Whether `DATABASE_URL` leads to a pooler: nothing that is set or prepared on a connection is there at the next question. */
export const isPooled = () => Boolean(process.env.DATABASE_DIRECT_URL?.trim());
