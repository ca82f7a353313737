import { type Fragment, sql } from "#db/sql.ts";

/** Which signatures, called `s`, are an address's: those given with it, and those of the account that has it now. */
export const givenBy = (email: string): Fragment => sql`
  s.email <> '' and s.origin = 'form'
  and (s.email = ${email} or s.account_id = (select id from accounts where email = ${email}))`;
