import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { listVersions } from "#app/letters/read-letter.server.ts";
import { signNewVersion, stayOnVersion } from "#app/signatures/answer-version.server.ts";
import { readOwnSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, revise, sign } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

let people = 0;
/** A letter in version 2 with a signature on version 1. */
async function onOldText() {
  const letter = await makeLetter(author);
  const email = `signer-${++people}@answer.example`;
  const token = await sign(letter.slug, email);
  await revise(author, letter.slug);
  return { ...letter, email, token };
}
const standing = async (token: string) => {
  const found = await readOwnSignature(token);
  return found && [found.state, found.version, found.answered];
};
const events = async (id: number) =>
  (
    await sql<{ event: string; version: number }[]>`
      select event, version_number as version from signature_events where letter_id = ${id} order by id`
  ).map(({ event, version }) => `${event} ${version}`);
const mailsTo = async (email: string) => (await sql`select 1 from mails where to_address = ${email}`).count;
const perVersion = async (id: number) =>
  Object.fromEntries((await listVersions(id)).map(({ number, signatures }) => [number, signatures]));

describe("a signatory of an older text", () => {
  test("signs the new one, once however often they press, and gets a receipt of it", async () => {
    const { id, email, token } = await onOldText();
    const before = await mailsTo(email);
    const answers = await Promise.all([1, 2, 3].map(() => signNewVersion(token, 2, origin)));
    for (const answer of answers) expect(answer).toEqual({ outcome: "moved" });
    expect(await signNewVersion(token, 2, origin)).toEqual({ outcome: "moved" });
    expect(await standing(token)).toEqual(["confirmed", 2, 2]);
    expect(await events(id)).toEqual(["signed 1", "confirmed 1", "moved 2"]);
    expect(await mailsTo(email)).toBe(before + 1);
    const [newest] = await listVersions(id);
    const mail = await lastMailTo(email);
    expect(mail.kind).toBe("signature-receipt");
    expect(mail.body).toContain("version 2");
    expect(mail.body).toContain(newest?.sha256);
    expect(mail.body).toContain(`${origin}/signatures/`);
  });

  test("stays, once however often they press, and may still sign later", async () => {
    const { id, token } = await onOldText();
    await Promise.all([1, 2, 3].map(() => stayOnVersion(token, 2)));
    expect(await stayOnVersion(token, 2)).toEqual({ outcome: "stayed" });
    expect(await standing(token)).toEqual(["confirmed", 1, 2]);
    expect(await signNewVersion(token, 2, origin)).toEqual({ outcome: "moved" });
    expect(await stayOnVersion(token, 2), "there is no way back to a text that was left").toEqual({
      outcome: "moved",
    });
    expect(await events(id)).toEqual(["signed 1", "confirmed 1", "stayed 2", "moved 2"]);
  });

  test("who answers about a version that is not the newest any more is told, and nothing is done", async () => {
    const { slug, token } = await onOldText();
    await revise(author, slug);
    expect(await signNewVersion(token, 2, origin)).toEqual({ outcome: "version-changed" });
    expect(await stayOnVersion(token, 2)).toEqual({ outcome: "version-changed" });
    expect(await signNewVersion(token, 9, origin)).toEqual({ outcome: "version-changed" });
    expect(await standing(token)).toEqual(["confirmed", 1, 1]);
  });

  test("of a closed letter stays or withdraws, and cannot sign the new text", async () => {
    const { slug, token } = await onOldText();
    await closeLetter(slug, author.id);
    expect(await signNewVersion(token, 2, origin)).toEqual({ outcome: "letter-closed" });
    expect(await stayOnVersion(token, 2)).toEqual({ outcome: "stayed" });
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "withdrawn" });
    expect(await stayOnVersion(token, 2)).toEqual({ outcome: "not-standing" });
  });

  test("is answered the same while held", async () => {
    const { id, token } = await onOldText();
    await sql`update signatures set state = 'held', hold_reasons = array['burst'] where letter_id = ${id}`;
    expect(await stayOnVersion(token, 2)).toEqual({ outcome: "stayed" });
    expect(await signNewVersion(token, 2, origin)).toEqual({ outcome: "moved" });
    const [row] = await sql<{ state: string; version: number }[]>`
      select state, version_number as version from signatures where letter_id = ${id}`;
    expect(row).toEqual({ state: "held", version: 2 });
  });
});

test("what does not stand does not move: pending, withdrawn, unknown", async () => {
  const { slug } = await makeLetter(author);
  const pending = await sign(slug, "pending@answer.example", {}, false);
  await revise(author, slug);
  expect(await signNewVersion(pending, 2, origin)).toEqual({ outcome: "not-standing" });
  expect(await stayOnVersion(pending, 2)).toEqual({ outcome: "not-standing" });
  expect(await signNewVersion("unknown", 2, origin)).toEqual({ outcome: "unknown-token" });
  expect(await stayOnVersion("unknown", 2)).toEqual({ outcome: "unknown-token" });
});

test("each version counts those who stand on it, before and after the sequencer has come", async () => {
  const { id, slug } = await makeLetter(author);
  const tokens = [];
  for (const person of ["a", "b", "c"]) tokens.push(await sign(slug, `${person}@counts.example`));
  await countSignatures();
  await revise(author, slug);
  await signNewVersion(tokens[0] ?? "", 2, origin);
  await stayOnVersion(tokens[1] ?? "", 2);
  await withdrawSignature(tokens[2] ?? "", origin);
  expect(await perVersion(id)).toEqual({ 1: 1, 2: 1 });
  await countSignatures();
  expect(await perVersion(id)).toEqual({ 1: 1, 2: 1 });
});
