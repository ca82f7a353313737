import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import type { OrganisationForm } from "#app/organisations/organisation.ts";
import {
  listOrganisations,
  organisationsOf,
  readEvents,
  readMembers,
  readOrganisation,
} from "#app/organisations/read-organisation.server.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();
let account: Account;
let stranger: Account;
beforeAll(async () => {
  account = await makeAccount({ name: "Olga Owner" });
  stranger = await makeAccount();
});

const form = (wish: Partial<OrganisationForm> = {}): OrganisationForm => ({
  name: "Hexanuage",
  sector: "cloud-provider",
  country: "FR",
  website: "",
  registration: "",
  about: "",
  another: false,
  ...wish,
});

test("whoever adds an organisation is its owner, and its page says what it is", async () => {
  const made = await createOrganisation(account.id, form({ name: "Écluse & Fils SARL", about: "Locks." }));
  expect(made).toEqual({ outcome: "created", slug: "ecluse-and-fils-sarl" });
  const organisation = await readOrganisation("ecluse-and-fils-sarl");
  expect(organisation).toMatchObject({
    name: "Écluse & Fils SARL",
    sector: "cloud-provider",
    about: "Locks.",
  });
  const id = organisation?.id ?? 0;
  expect(await readMembers(id)).toMatchObject([{ name: "Olga Owner", role: "owner" }]);
  expect(await readEvents(id)).toMatchObject([{ event: "created", actor: "Olga Owner" }]);
  expect(await organisationsOf(account.id)).toMatchObject([{ slug: "ecluse-and-fils-sarl", role: "owner" }]);
  expect(await organisationsOf(stranger.id)).toEqual([]);
});

test("those that are alike are shown before a second one is made", async () => {
  await createOrganisation(
    account.id,
    form({ website: "https://hexanuage.example/", registration: "732829320" }),
  );
  const alike = async (wish: Partial<OrganisationForm>) => {
    const result = await createOrganisation(stranger.id, form(wish));
    return result.outcome === "alike" ? result.alike.map(({ slug }) => slug) : result.outcome;
  };
  expect(await alike({ name: "HEXANUAGE S.A.S." })).toEqual(["hexanuage"]);
  expect(await alike({ name: "Hexanuages" })).toEqual(["hexanuage"]);
  expect(await alike({ name: "Something else", registration: "732829320" })).toEqual(["hexanuage"]);
  expect(await alike({ name: "Something else", website: "https://hexanuage.example/" })).toEqual([
    "hexanuage",
  ]);
  expect(await alike({ name: "Something else", country: "DE", registration: "732829320" })).toBe("created");
  expect(await alike({ name: "HEXANUAGE S.A.S.", another: true })).toBe("created");
  expect((await readOrganisation("hexanuage-s-a-s"))?.name).toBe("HEXANUAGE S.A.S.");
});

test("names that make the same address, none, or one that is taken by a page get one of their own", async () => {
  const slugOf = async (name: string) => {
    const made = await createOrganisation(account.id, form({ name, another: true }));
    return made.outcome === "created" ? made.slug : "";
  };
  expect([await slugOf("Twice"), await slugOf("Twice")]).toEqual(["twice", "twice-2"]);
  expect(await slugOf("new")).toBe("new-1");
  expect(await slugOf("株式会社例")).toMatch(/^[a-z0-9-]+$/);
  expect((await slugOf("x".repeat(160))).length).toBeLessThanOrEqual(60);
});

test("of many who add the same at once each gets an address", async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, () => createOrganisation(account.id, form({ name: "Rush", another: true }))),
  );
  const slugs = made.map((result) => (result.outcome === "created" ? result.slug : ""));
  expect(new Set(slugs).size).toBe(8);
});

test("the list finds names by their beginnings, without accents and legal forms, page by page", async () => {
  for (let each = 0; each < 55; each++)
    await createOrganisation(
      account.id,
      form({ name: `Zéphyr ${String(each).padStart(2, "0")}`, another: true }),
    );
  const first = await listOrganisations("zephyr SAS", null);
  expect(first.organisations).toHaveLength(50);
  const second = await listOrganisations("zephyr SAS", first.next);
  expect(second.organisations.map(({ name }) => name)).toEqual(
    [50, 51, 52, 53, 54].map((each) => `Zéphyr ${each}`),
  );
  expect(second.next).toBeNull();
  expect((await listOrganisations("zeph", null)).organisations).toHaveLength(50);
  expect((await listOrganisations("nowhere", null)).organisations).toEqual([]);
  expect((await listOrganisations("'&|!:*", null)).organisations).toEqual([]);
});

test("its owner edits it, others do not, and an edit that changes nothing is not noted", async () => {
  await createOrganisation(account.id, form({ name: "Before", another: true }));
  const id = (await readOrganisation("before"))?.id ?? 0;
  expect(await editOrganisation(id, stranger, form({ name: "Taken" }))).toEqual({ outcome: "forbidden" });
  expect(await editOrganisation(id, account, form({ name: "After", about: "New." }))).toEqual({
    outcome: "edited",
  });
  expect(await editOrganisation(id, account, form({ name: "After", about: "New." }))).toEqual({
    outcome: "edited",
  });
  expect(await readOrganisation("before")).toMatchObject({ name: "After", about: "New." });
  expect((await readEvents(id)).map(({ event }) => event)).toEqual(["edited", "created"]);
});
