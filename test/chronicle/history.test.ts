import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { exportRecords } from "#app/chronicle/export-records.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { readHistory, readRecords } from "#app/chronicle/read-records.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { archiveLetter, unarchiveLetter } from "#app/letters/archive-letter.server.ts";
import { closeDueLetters, closeLetter, todayInParis } from "#app/letters/close-letter.server.ts";
import { reopenLetter } from "#app/letters/reopen-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, revise, sign } from "../made-up.ts";
import { dayFromNow, deliveryForm, makeOfficial, replyForm, updateForm } from "./made-up-records.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

test("all that happens to a letter is told once, the latest first, with why, by whom and until when", async () => {
  const { id, slug } = await makeLetter(author);
  await sign(slug, "one@history.example");
  await revise(author, slug, { reason: "The decree is out." });
  await publishUpdate(slug, author.id, updateForm({ title: "It is out" }), origin);
  await recordDelivery(slug, author.id, deliveryForm({ addressee: "The office" }));
  await recordReply(slug, (await makeOfficial()).id, replyForm(), origin);
  await closeLetter(slug, author.id);
  await closeLetter(slug, author.id);
  const until = dayFromNow(9);
  await reopenLetter(slug, author.id, { reason: "More wish to sign.", closesOn: until });
  await sql`update letters set closes_on = '2020-01-01' where id = ${id}`;
  await closeDueLetters();
  await closeDueLetters();
  await archiveLetter(slug, author.id);
  await unarchiveLetter(slug, author.id);
  const history = await readHistory(id);
  const today = todayInParis();
  expect(history.map(({ event, by }) => `${event} by ${by}`)).toEqual([
    "unarchived by author",
    "archived by author",
    "closed by clock",
    "reopened by author",
    "closed by author",
    "reply by official",
    "delivered by author",
    "update by author",
    "version by author",
    "published by author",
  ]);
  expect(new Set(history.map(({ day }) => day))).toEqual(new Set([today]));
  expect(history.map(({ recordedOn }) => recordedOn)).toEqual(history.map(() => null));
  const of = (event: string) => history.find((one) => one.event === event);
  expect(of("reopened")).toMatchObject({ words: "More wish to sign.", closesOn: until });
  expect(of("version")).toMatchObject({ id: 2, words: "The decree is out." });
  expect(of("delivered")).toMatchObject({ name: "The office", count: 1 });

  const shared = exportRecords("https://t.example/letters/x", await readRecords(id));
  expect(shared.history[3]).toEqual({
    ...{ event: "reopened", day: today, at: of("reopened")?.at, by: "author" },
    ...{ reason: "More wish to sign.", closesOn: until },
  });
  expect(shared.replies).toMatchObject([{ recordedBy: "official", official: { siret: "13002526500013" } }]);
  expect(JSON.stringify(shared)).not.toMatch(/account|submission|key/);
});

test("what was recorded later stands on the day it happened, and says when it was recorded", async () => {
  const { id, slug } = await makeLetter(author);
  await sql`update letters set published_at = now() - interval '5 days' where id = ${id}`;
  await recordDelivery(slug, author.id, deliveryForm({ addressee: "Before", day: dayFromNow(-3) }));
  await publishUpdate(slug, author.id, updateForm(), origin);
  await recordDelivery(slug, author.id, deliveryForm({ addressee: "Later", day: dayFromNow(-2) }));
  const history = await readHistory(id);
  expect(history.filter(({ event }) => event === "delivered")).toMatchObject([
    { name: "Later", day: dayFromNow(-2), recordedOn: todayInParis() },
    { name: "Before", day: dayFromNow(-3), recordedOn: todayInParis() },
  ]);
  expect(history[0]).toMatchObject({ event: "update" });
});
