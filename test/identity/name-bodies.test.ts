import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readThread } from "#app/discussion/read-thread.server.ts";
import { nameBodies } from "#app/identity/name-bodies.server.ts";
import { readOfficial, recordOfficial, sweepOfficials } from "#app/identity/official.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";

useDatabase();

const siret = "13002526500013";
const issuer = "https://auth.proconnect.gouv.fr/api/v2";
let register: Server;
let answer: { status: number; body: string } | "never";
let asked: string[] = [];
beforeAll(async () => {
  register = createServer((request, response) => {
    asked.push(new URL(request.url ?? "/", "http://x").searchParams.get("q") ?? "");
    if (answer === "never") return;
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => register.listen(0, "127.0.0.1", resolve));
  process.env.SIRET_SEARCH_URL = `http://127.0.0.1:${(register.address() as AddressInfo).port}/search`;
});
afterAll(() => {
  delete process.env.SIRET_SEARCH_URL;
  register.closeAllConnections();
  register.close();
});

const found = (complements: Record<string, unknown> | undefined, siren = "130025265") => ({
  status: 200,
  body: JSON.stringify({ results: [{ siren, nom_complet: "DIRECTION  DU NUMERIQUE", complements }] }),
});

let account: Account;
beforeEach(async () => {
  await sql`delete from officials`;
  asked = [];
  account = await makeAccount();
  await sql.begin((tx) => recordOfficial(tx, account.id, { siret, issuer }));
});
const due = () => sql`update officials set looked_up_at = now() - interval '2 hours'`;

/** The badge beside a comment of the account. */
async function badge() {
  const letter = await makeLetter(account);
  await postComment({ letter: letter.slug }, account.id, { body: "Said.", stance: "neutral", parent: null });
  const { comments } = await readThread(
    letter.discussionId,
    0,
    { sort: "newest", after: null, stance: null },
    null,
  );
  return comments[0]?.official ?? null;
}

test("without an answer the badge has the SIRET; it is asked for again after an hour, not before", async () => {
  answer = { status: 500, body: "" };
  expect(await badge()).toMatchObject({ siret, body: "", issuer });
  expect(await nameBodies()).toHaveLength(1);
  expect(await nameBodies()).toHaveLength(0);
  expect(asked).toEqual([siret]);
  await due();
  answer = found({ est_service_public: true });
  expect(await nameBodies()).toHaveLength(0);
  expect(await badge()).toMatchObject({ siret, body: "DIRECTION DU NUMERIQUE" });
  await due();
  await nameBodies();
  expect(asked).toEqual([siret, siret]);
});

test("one that the register does not count among public bodies has no badge, and its owner knows why", async () => {
  answer = found({ est_service_public: false, collectivite_territoriale: null });
  await nameBodies();
  expect(await badge()).toBeNull();
  expect(await readOfficial(account.id)).toMatchObject({ body: "DIRECTION DU NUMERIQUE", publicBody: false });
});

test.each([
  { est_service_public: true },
  { est_service_public: false, collectivite_territoriale: { code: "75" } },
  undefined,
])("%j is believed", async (complements) => {
  answer = found(complements);
  await nameBodies();
  expect(await badge()).toMatchObject({ body: "DIRECTION DU NUMERIQUE" });
});

test.each([
  ["another body", () => found({ est_service_public: true }, "999999999")],
  ["nothing", () => ({ status: 200, body: '{"results":[]}' })],
])("when the register answers with %s, there is no such public body and no badge", async (_what, given) => {
  answer = given();
  expect(await nameBodies()).toHaveLength(0);
  expect(await badge()).toBeNull();
  expect(await readOfficial(account.id)).toMatchObject({ siret, publicBody: false });
});

test.each([
  ["HTML", () => ({ status: 200, body: "<html>" })],
  ["something else", () => ({ status: 200, body: '{"erreur":"x"}' })],
  ["silence", () => "never" as const],
])("when the register answers with %s, the SIRET stays", async (_what, given) => {
  answer = given();
  expect(await nameBodies()).toHaveLength(1);
  expect(await badge()).toMatchObject({ siret, body: "" });
});

test("of a body that several work for it is asked once; what is too old is forgotten", async () => {
  const other = await makeAccount();
  await sql.begin((tx) => recordOfficial(tx, other.id, { siret, issuer }));
  answer = found({ est_service_public: true });
  await nameBodies();
  expect(asked).toEqual([siret]);
  expect(await readOfficial(other.id)).toMatchObject({ body: "DIRECTION DU NUMERIQUE" });
  await sql`update officials set proved_at = now() - interval '366 days' where account_id = ${account.id}`;
  expect(await badge()).toBeNull();
  await sweepOfficials();
  expect(await sql`select account_id from officials`).toEqual([{ account_id: other.id }]);
});

test("to be proved asks for a name at once, by one job", async () => {
  const jobs = await sql`select 1 from graphile_worker.jobs where task_identifier = 'name-bodies'`;
  expect(jobs).toHaveLength(1);
});
