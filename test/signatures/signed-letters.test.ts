import { expect, test } from "vitest";
import { readSignedLetters } from "#app/signatures/signed-letters.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";

useDatabase();

test("an organisation's page lists the public signatures that hold, the newest twenty", async () => {
  const account = await makeAccount();
  const organisation = await makeOrganisation(account);
  const sign = async (wish: { state?: string; shown?: boolean; kind?: string; daysAgo?: number } = {}) => {
    const { id, slug } = await makeLetter(account);
    const { state = "confirmed", shown = true, kind = "organisation", daysAgo = 0 } = wish;
    await sql`
      insert into signatures (letter_id, version_number, kind, signer_key, name, email, name_shown, keep_informed, language,
        organisation_id, level, state, signed_at, confirmed_at, hold_reasons)
      values (${id}, 1, ${kind}, ${`organisation:${organisation.id}`}, 'Hexanuage', 'x@example.org', ${shown}, false, 'en',
        ${organisation.id}, 'domain', ${state}, now() - make_interval(days => ${daysAgo}), now(), '{burst}')`;
    return slug;
  };
  const slugs = async () => (await readSignedLetters(organisation.id)).map(({ slug }) => slug);
  for (const hidden of [{ state: "pending" }, { state: "held" }, { shown: false }, { kind: "person" }])
    await sign(hidden);
  expect(await slugs()).toEqual([]);
  const older = await sign({ daysAgo: 2 });
  const newer = await sign({ daysAgo: 1 });
  expect(await slugs()).toEqual([newer, older]);
  expect((await readSignedLetters(organisation.id))[0]).toMatchObject({ level: "domain" });
  for (let number = 0; number < 20; number++) await sign();
  expect(await slugs()).toHaveLength(20);
  expect(await slugs()).not.toContain(older);
});
