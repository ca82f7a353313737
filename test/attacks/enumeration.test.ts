import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { makeAccount, makeDraft, makeLetter, password, sign } from "../made-up.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";
import { makeProof } from "../proof-of-work.ts";
import { useTribune } from "../server/tribune.ts";

// Browsers have passkeys for names only.
const tribune = useTribune({ TEST_HOST: "localhost" });
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);
beforeEach(() => sql`delete from rate_limits`);

/** Both have the same length, so that an answer with the address in it has too. */
const known = "known@enumerate.example";
const unknown = "wrong@enumerate.example";
let nosy: Account;
let cookie: string;
let letter: { slug: string };
let organisation: string;
let draft: string;
beforeAll(async () => {
  await makeAccount({ email: known, name: "Known Person" });
  nosy = await makeAccount({ email: "nosy@enumerate.example" });
  cookie = await logInAt(tribune.url(), { email: nosy.email, password });
  letter = await makeLetter(nosy);
  await sign(letter.slug, known);
  organisation = (await makeOrganisation(nosy)).slug;
  draft = await makeDraft(nosy);
}, 120_000);

/** All that an answer says, without what differs from one answer to the next for everybody. */
function said({ status, headers, text }: Answer): object {
  const anonymous = (words: string) =>
    [known, unknown].reduce(
      (left, email) => left.replaceAll(encodeURIComponent(email), "EMAIL").replaceAll(email, "EMAIL"),
      words,
    );
  const told = Object.entries(headers).map(([name, value]): [string, unknown] => {
    const values = [value ?? ""].flat();
    if (name === "set-cookie") return [name, values.map((each) => each.replace(/=[^;]*/, "=…"))];
    if (name === "date") return [name, "…"];
    return [name, anonymous(values.join())];
  });
  const words = anonymous(text)
    // What a form is good for once, when something was made, and which one of the list it is.
    .replace(/(name="(?:key|proof|at)" value=)"[^"]*"/g, "$1…")
    .replace(/<time[^>]*>[^<]*<\/time>/g, "…")
    .replace(/\bid="[^"]*\d+[^"]*"|value="\d+"/g, "…");
  return { status, headers: Object.fromEntries(told), words };
}

type Way = (email: string) => Promise<Answer>;
const form =
  (path: () => string, fields: (email: string) => Record<string, string>, session = false): Way =>
  async (email) =>
    post(
      tribune.url(),
      path(),
      { ...fields(email), ...(path().endsWith("/sign") ? { proof: await makeProof() } : {}) },
      session ? { Cookie: cookie } : {},
    );

/** Every form that takes an address of somebody, and what an answer could give away of it. */
const ways: Record<string, Way> = {
  "logging in with a wrong password": form(
    () => "/login",
    (email) => ({ email, password: "a wrong password", next: "/" }),
  ),
  joining: form(
    () => "/join",
    (email) => ({ name: "Ada", email, password: "a quiet long phrase" }),
  ),
  "a forgotten password": form(
    () => "/forgotten-password",
    (email) => ({ email }),
  ),
  "a link to what is held": form(
    () => "/my-data",
    (email) => ({ email }),
  ),
  "signing where somebody signed": form(
    () => `/letters/${letter.slug}/sign`,
    (email) => ({ name: "Ada", email, showName: "on" }),
  ),
  "options for a passkey": form(
    () => "/passkeys/challenge",
    (email) => ({ purpose: "log-in", email }),
  ),
  "changing one's own address to it": form(
    () => "/settings",
    (email) => ({ intent: "address", email, currentPassword: password }),
    true,
  ),
  "inviting to an organisation": form(
    () => `/organisations/${organisation}/members`,
    (email) => ({ intent: "invite", email, role: "member" }),
    true,
  ),
  "inviting to write along": form(
    () => `/letters/${draft}/co-authors`,
    (email) => ({ intent: "invite-person", email, role: "editor" }),
    true,
  ),
  "reporting under it": form(
    () => `/moderation/report?letter=${letter.slug}`,
    (email) => ({
      ...{ reason: "spam", explanation: "It advertises.", name: "Rae", email },
      ...{ faith: "on", key: randomUUID() },
    }),
  ),
};

describe("a known address and an unknown one get the same answer: status, headers, words", () => {
  test.each(Object.keys(ways))("%s", async (name) => {
    const way = ways[name];
    if (!way) throw new Error(name);
    const answers = [await way(known), await way(unknown)] as const;
    // What is refused to both for another reason would show nothing.
    for (const { status, text } of answers)
      if (name === "logging in with a wrong password") expect(status).toBe(400);
      else expect(status, text.slice(0, 500)).toBeLessThan(400);
    const [one, other] = [said(answers[0]), said(answers[1])];
    if (name === "options for a passkey") {
      const options = answers.map(({ text }) => JSON.parse(text) as { options: Record<string, unknown> });
      for (const { options: given } of options) expect(given.allowCredentials ?? []).toEqual([]);
      expect(Object.keys(options[0]?.options ?? {})).toEqual(Object.keys(options[1]?.options ?? {}));
      return;
    }
    expect(one).toEqual(other);
    // Where it leads to.
    const { location } = answers[0].headers;
    if (!location) return;
    const pages = [known, unknown].map(async (email) => {
      const at = String(location).replaceAll(encodeURIComponent(known), encodeURIComponent(email));
      return said(await ask(tribune.url(), at, { headers: { Cookie: cookie } }));
    });
    const [page, same] = await Promise.all(pages);
    expect(page).toEqual(same);
  });

  test("logging in too often is told for both as soon", async () => {
    const count = async (email: string) => {
      for (let tries = 1; ; tries++) {
        const answer = await post(tribune.url(), "/login", { email, password: "a wrong password" });
        if (answer.status === 429 || tries > 50) return tries;
      }
    };
    const tries = await count(known);
    expect(tries).toBeLessThan(50);
    expect(await count(unknown)).toBe(tries);
  });

  test("nobody's name is shown to whoever invites an address, before it is accepted", async () => {
    for (const path of [`/organisations/${organisation}/members`, `/letters/${draft}/co-authors`]) {
      const { text } = await ask(tribune.url(), path, { headers: { Cookie: cookie } });
      expect(text).not.toContain("Known Person");
    }
  });
});
