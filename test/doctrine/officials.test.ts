import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { lockAnswering } from "#app/doctrine/lock-answering.server.ts";
import { listOfficials } from "#app/doctrine/list-officials.server.ts";
import { endOfficial, markAccount, markOrganisation } from "#app/doctrine/mark-official.server.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { lockForSpeaker } from "#app/organisations/manage.server.ts";
import { mergeOrganisations } from "#app/organisations/merge-organisations.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, origin, password } from "../made-up.ts";
import type { MadeText } from "../made-up-doctrine.ts";
import { makeOfficial, makeOfficialBody, makeProvedOrganisation, makeRules } from "./made-up-officials.ts";

useDatabase();
let admin: Account;
let text: MadeText;
beforeAll(async () => {
  admin = await makeAccount({ name: "Adam Admin", role: "admin" });
});
beforeEach(async () => {
  text = await makeRules();
});

const logOf = async () => {
  const { lines } = await readPublicLog({ letter: null, before: null });
  return lines
    .filter((line) => line.text?.slug === text.slug)
    .map((line) => [line.event, line.organisation?.name ?? line.account?.name ?? null]);
};
/** Until another transaction waits for this one. */
async function waiting(tx: Transaction): Promise<void> {
  const others = () => tx`
    select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  while ((await others()).count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
const idOf = async () => (await listOfficials(text.id))[0]?.id ?? 0;

describe("an account", () => {
  test("answers while it is marked, for this text alone, and the log says so once", async () => {
    const official = await makeOfficial(text, admin);
    await markAccount(text.id, admin, official.email);
    expect(await officialFor(text.id, official.id)).toEqual({ organisation: null });
    expect(await officialFor((await makeRules()).id, official.id)).toBeNull();
    expect(await listOfficials(text.id)).toMatchObject([{ organisation: null, person: "Odile Official" }]);
    const mark = await idOf();
    expect(await endOfficial(text.id, admin, mark)).toEqual({ outcome: "ended" });
    expect(await endOfficial(text.id, admin, mark)).toEqual({ outcome: "ended" });
    expect(await officialFor(text.id, official.id)).toBeNull();
    expect(await logOf()).toEqual([
      ["official-unmarked", "Odile Official"],
      ["official-marked", "Odile Official"],
    ]);
    await markAccount(text.id, admin, official.email);
    expect(await officialFor(text.id, official.id), "marked again").not.toBeNull();
  });

  test("two administrators who mark it at once mark it once", async () => {
    const account = await makeAccount();
    await Promise.all([1, 2, 3, 4].map(() => markAccount(text.id, admin, account.email)));
    expect(await listOfficials(text.id)).toHaveLength(1);
    expect(await logOf()).toHaveLength(1);
  });

  test("is marked and unmarked by administrators alone; a mark of another text is not found", async () => {
    const official = await makeOfficial(text, admin);
    const moderator = await makeAccount({ role: "moderator" });
    expect(await markAccount(text.id, moderator, official.email)).toEqual({ outcome: "forbidden" });
    expect(await endOfficial(text.id, official, await idOf())).toEqual({ outcome: "forbidden" });
    expect(await endOfficial((await makeRules()).id, admin, await idOf())).toEqual({ outcome: "not-found" });
    expect(await markAccount(text.id, admin, "nobody@example.org")).toEqual({ outcome: "unknown" });
    expect(await officialFor(text.id, official.id)).not.toBeNull();
  });

  test("that is deleted is official no more, and its name leaves the log", async () => {
    const official = await makeOfficial(text, admin, "Delphine Deleted");
    await deleteAccount(official, password);
    expect(await listOfficials(text.id)).toEqual([]);
    expect(await logOf()).toEqual([
      ["official-unmarked", null],
      ["official-marked", null],
    ]);
  });
});

describe("an organisation", () => {
  test("is answered for by who speaks for it with a mandate that binds", async () => {
    const { owner, body } = await makeOfficialBody(text, admin, "Ministry of Rules");
    const named = { organisation: { id: body.id, slug: body.slug, name: "Ministry of Rules" } };
    expect(await officialFor(text.id, owner.id)).toEqual(named);
    const member = await makeAccount();
    await sql`
      insert into organisation_members (organisation_id, account_id, role) values (${body.id}, ${member.id}, 'member')`;
    expect(await officialFor(text.id, member.id), "a member does not speak for it").toBeNull();
    await sql`update organisation_members set role = 'spokesperson' where account_id = ${member.id}`;
    expect(await officialFor(text.id, member.id)).toEqual(named);
    await sql`update organisation_domains set state = 'lapsed' where organisation_id = ${body.id}`;
    expect(await officialFor(text.id, owner.id), "declared is the person's word alone").toBeNull();
    expect(await logOf()).toEqual([["official-marked", "Ministry of Rules"]]);
  });

  test("who is marked both ways answers for the organisation", async () => {
    const { owner, body } = await makeOfficialBody(text, admin, "Agency of Rules");
    await markAccount(text.id, admin, owner.email);
    expect((await officialFor(text.id, owner.id))?.organisation?.id).toBe(body.id);
    await sql`update organisation_domains set state = 'lapsed' where organisation_id = ${body.id}`;
    expect(await officialFor(text.id, owner.id)).toEqual({ organisation: null });
  });

  test("that is merged takes its mark along", async () => {
    const { owner, body } = await makeOfficialBody(text, admin, "Old Office");
    const kept = await makeProvedOrganisation(owner, { name: "New Office" });
    const merged = await mergeOrganisations(body.id, kept.id, admin, "Old Office", origin);
    expect(merged.outcome).toBe("merged");
    expect(await logOf()).toEqual([
      ["official-marked", "New Office"],
      ["official-marked", "Old Office"],
    ]);
    expect((await officialFor(text.id, owner.id))?.organisation?.name).toBe("New Office");
    expect(await markOrganisation(text.id, admin, body.id)).toEqual({ outcome: "unknown" });
    const other = await makeOfficialBody(text, admin, "Third Office");
    await mergeOrganisations(other.body.id, kept.id, admin, "Third Office", origin);
    expect((await listOfficials(text.id)).map(({ organisation }) => organisation?.name)).toEqual([
      "New Office",
    ]);
    expect(await logOf(), "it was official already").toHaveLength(3);
  });

  test.each(["marked", "merged"] as const)(
    "that is %s waits for who answers, holding nothing they need",
    async (how) => {
      const { owner, body } = await makeOfficialBody(text, admin, `Office to be ${how}`);
      const kept = await makeProvedOrganisation(owner, { name: `Office that stays when ${how}` });
      let act: Promise<{ outcome: string }> | undefined;
      await sql.begin(async (tx) => {
        await lockAnswering(tx, text.id, "shared");
        act =
          how === "marked"
            ? markOrganisation(text.id, admin, body.id)
            : mergeOrganisations(body.id, kept.id, admin, body.name, origin);
        await waiting(tx);
        // As lockOfficial does: an error here is a deadlock.
        expect(await lockForSpeaker(tx, body.id, owner.id)).toBeTruthy();
      });
      expect((await act)?.outcome).toBe(how);
    },
  );
});
