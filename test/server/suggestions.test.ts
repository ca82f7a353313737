import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { textName } from "#app/together/shared-text.ts";
import { ask, logInAt, post } from "../asking.ts";
import { Typist, until } from "../typist.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const person = (name: string) => sampleAccounts.find((account) => account.name.startsWith(name))!;

let owen: string;
let camille: string;
let camilleId: number;
let slug: string;
let letterId: number;
const typists: Typist[] = [];

beforeAll(async () => {
  owen = await logInAt(tribune.url(), person("Owen"));
  camille = await logInAt(tribune.url(), person("Camille"));
  const [account] = await tribune.sql()<{ id: string }[]>`
    select id from accounts where email = ${person("Camille").email}`;
  camilleId = Number(account?.id);
});

const fields = { title: "Suggestions", authorKind: "person", language: "en" };

beforeEach(async () => {
  await tribune.sql()`delete from rate_limits`;
  const made = await post(
    tribune.url(),
    "/letters/new",
    { ...fields, text: "Begun.\n\nSecond." },
    { Cookie: owen },
  );
  slug = String(made.headers.location).split("/")[2] ?? "";
  const [letter] = await tribune.sql()<{ id: string }[]>`select id from letters where slug = ${slug}`;
  letterId = Number(letter?.id);
  await tribune.sql()`
    insert into co_authors (letter_id, account_id, role) values (${letterId}, ${camilleId}, 'reviewer')`;
});

afterEach(() => {
  for (const typist of typists.splice(0)) typist.leave();
});

async function sit(cookie: string): Promise<Typist> {
  const typist = new Typist(tribune.url(), cookie, letterId);
  typists.push(typist);
  return typist.ready();
}

const line = (typist: Typist) =>
  (typist.shared.getXmlFragment(textName).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const stamp = (wish: object = {}) => ({
  id: "of-a-test",
  account: camilleId,
  at: new Date().toISOString(),
  ...wish,
});

async function draftText(): Promise<string> {
  const [letter] = await tribune.sql()<
    { text: string }[]
  >`select draft::text as text from letters where id = ${letterId}`;
  return letter?.text ?? "";
}

describe("a reviewer at a shared draft", () => {
  test("proposes: the others see it, the draft stays as it is decided, and forms keep it", async () => {
    const [writer, reviewer] = [await sit(owen), await sit(camille)];
    expect(reviewer.scope).not.toBe("readonly");
    line(reviewer).insert(6, " Proposed.", { insertion: stamp() });
    await reviewer.settled();
    await until(() => writer.text.includes("Proposed."));
    line(writer).insert(0, "Decided. ");
    await until(async () => (await draftText()).includes("Decided."));
    expect(await draftText()).not.toContain("Proposed.");
    const { text: shown } = await ask(tribune.url(), `/letters/${slug}/publish`, {
      headers: { Cookie: owen },
    });
    expect(shown).toContain("1 suggestion is open; it will not be part of the published text.");
    const [letter] = await tribune.sql()<{ revision: string }[]>`
      select draft_revision as revision from letters where id = ${letterId}`;
    const text = "Decided. Begun.\n\nSecond, changed without a script.";
    const saved = await post(
      tribune.url(),
      `/letters/${slug}/edit`,
      { ...fields, text, revision: String(letter?.revision) },
      { Cookie: owen },
    );
    expect(saved.status).toBe(303);
    await until(() => writer.text.includes("changed without a script"));
    expect(writer.text).toContain("Proposed.");
    expect(await draftText()).not.toContain("Proposed.");
  });

  test.each([
    ["plain words", (reviewer: Typist) => reviewer.type(" Forged.")],
    [
      "another's name",
      (reviewer: Typist) =>
        line(reviewer).insert(6, " Forged.", { insertion: stamp({ account: camilleId + 1 }) }),
    ],
    [
      "a wrong time",
      (reviewer: Typist) =>
        line(reviewer).insert(6, " Forged.", { insertion: stamp({ at: "2020-01-01T00:00:00.000Z" }) }),
    ],
    ["a paragraph that goes", (reviewer: Typist) => reviewer.shared.getXmlFragment(textName).delete(0, 1)],
    [
      "decided words called a proposal",
      (reviewer: Typist) => line(reviewer).format(0, 6, { insertion: stamp() }),
    ],
  ])("is refused and cut off: %s", async (_what, forge) => {
    const [writer, reviewer] = [await sit(owen), await sit(camille)];
    const [before, draft] = [writer.text, await draftText()];
    forge(reviewer);
    await until(() => reviewer.ending);
    expect(reviewer.ending).toBe("refused");
    // It would come back, as a page does that was not told to stay away.
    reviewer.leave();
    typists.splice(typists.indexOf(reviewer), 1);
    writer.type(" Still here.");
    await writer.settled();
    expect(writer.text).toBe(before.replace("Begun.", "Begun. Still here."));
    await until(async () => (await draftText()) !== draft);
    expect(await draftText()).not.toContain("Forged.");
  });

  test("has a page of their own to propose, no form to save, and a way to read without a script", async () => {
    const page = await ask(tribune.url(), `/letters/${slug}/edit`, { headers: { Cookie: camille } });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`href="/letters/${slug}/draft"`);
    expect(page.text).not.toContain('name="title"');
    const saved = await post(
      tribune.url(),
      `/letters/${slug}/edit`,
      { ...fields, text: "Mine." },
      { Cookie: camille },
    );
    expect(saved.status).toBe(404);
    expect(await draftText()).not.toContain("Mine.");
  });
});
