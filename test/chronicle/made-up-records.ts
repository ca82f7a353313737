import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { DeliveryForm, ReplyForm, UpdateForm } from "#app/chronicle/record.ts";
import { recordOfficial } from "#app/identity/official.server.ts";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import { sql } from "#db/sql.ts";
import { makeAccount } from "../made-up.ts";

export const updateForm = (wish: Record<string, string> = {}) =>
  UpdateForm.parse({ key: randomUUID(), title: "We were heard", body: "On *Monday*.", ...wish });

export const deliveryForm = (wish: Record<string, string> = {}) =>
  DeliveryForm.parse({ key: randomUUID(), addressee: "The minister", day: todayInParis(), ...wish });

export const replyForm = (wish: Record<string, string> = {}) =>
  ReplyForm.parse({
    key: randomUUID(),
    name: "Iris Minister",
    office: "Minister of clouds",
    day: todayInParis(),
    body: "Dear authors,\n\nyes.",
    ...wish,
  });

/** An account that ProConnect vouched for. @param publicBody what the register has said of the body; null for nothing yet */
export async function makeOfficial(publicBody: boolean | null = true): Promise<Account> {
  const account = await makeAccount();
  const vouched = { siret: "13002526500013", issuer: "https://proconnect.gouv.fr/api/v2" };
  await sql.begin((tx) => recordOfficial(tx, account.id, vouched));
  await sql`
    update officials set body_name = 'Direction des nuages', public_body = ${publicBody} where account_id = ${account.id}`;
  return account;
}

/** A calendar day so many days from today in Paris. */
export function dayFromNow(days: number): string {
  const moment = new Date(`${todayInParis()}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
