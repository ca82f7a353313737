import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { changeSettings } from "#app/administration/change-settings.server.ts";
import { listActors, listEvents } from "#app/administration/list-events.server.ts";
import {
  forgetRunningSettings,
  hearRunningSettings,
  readRunningSettings,
  settingsIn,
} from "#app/administration/read-settings.server.ts";
import {
  BannerForm,
  bannerNow,
  CloseSigningForm,
  mayPostWhileReadOnly,
  signingClosed,
} from "#app/administration/running-settings.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, signForm } from "../made-up.ts";

useDatabase();

let admin: Account;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin", name: "Ada Admin" });
});
beforeEach(async () => {
  await sql`
    update running_settings set signing_open = true, signing_text_en = '', signing_text_fr = '', read_only = false,
      joining_open = true, banner_en = '', banner_fr = '', banner_from = null, banner_until = null`;
  await sql`delete from administration_events`;
});
const closing = { signingOpen: false, signingTextEn: "Later.", signingTextFr: "Plus tard." };
const events = async () => (await listEvents({ acts: null, by: null, before: null })).events;

describe("changing settings", () => {
  test("is for administrators alone, and leaves nothing behind otherwise", async () => {
    for (const role of ["member", "moderator"] as const)
      expect(
        await changeSettings(await makeAccount({ role }), "read-only-begun", { readOnly: true }),
      ).toEqual({
        outcome: "forbidden",
      });
    expect((await settingsIn()).readOnly).toBe(false);
    expect(await events()).toEqual([]);
  });

  test("is written down with what it was, by whom; the same again is not", async () => {
    expect(await changeSettings(admin, "signing-closed", closing)).toEqual({ outcome: "changed" });
    expect(await changeSettings(admin, "signing-closed", closing)).toEqual({ outcome: "unchanged" });
    expect(await events()).toMatchObject([
      {
        act: "signing-closed",
        by: { id: admin.id, name: "Ada Admin" },
        account: null,
        changes: {
          signingOpen: [true, false],
          signingTextEn: ["", "Later."],
          signingTextFr: ["", "Plus tard."],
        },
      },
    ]);
  });

  test("of a banner keeps hours in Paris, in winter as in summer", async () => {
    const banner = { bannerEn: "Soon.", bannerFr: "Bientôt.", bannerFrom: "2026-01-10T12:00" };
    await changeSettings(admin, "banner-set", { ...banner, bannerUntil: "2026-07-10T12:00" });
    const settings = await settingsIn();
    expect(settings).toMatchObject({ bannerFrom: "2026-01-10T12:00", bannerUntil: "2026-07-10T12:00" });
    const [from, until] = [Date.UTC(2026, 0, 10, 11), Date.UTC(2026, 6, 10, 10)];
    expect(settings).toMatchObject({ bannerFromAt: from, bannerUntilAt: until });
    expect(bannerNow(settings, "fr", from - 1)).toBeNull();
    expect(bannerNow(settings, "fr", from)).toBe("Bientôt.");
    expect(bannerNow(settings, "en", until - 1)).toBe("Soon.");
    expect(bannerNow(settings, "en", until)).toBeNull();
  });
});

describe("what closes", () => {
  test("no letter takes a signature while signing is closed, and each does afterwards", async () => {
    const { slug } = await makeLetter(admin);
    const form = signForm({ email: "signer@example.org" });
    await changeSettings(admin, "signing-closed", closing);
    expect(await signLetter(slug, form, "en", origin)).toEqual({ outcome: "signing-closed" });
    expect(await sql`select 1 from mails where to_address = 'signer@example.org'`).toHaveLength(0);
    expect(signingClosed(await settingsIn(), "fr")).toBe("Plus tard.");
    await changeSettings(admin, "signing-opened", { signingOpen: true });
    expect(signingClosed(await settingsIn(), "fr")).toBeNull();
    expect(await signLetter(slug, form, "en", origin)).toEqual({ outcome: "mailed" });
  });

  test("read-only mode leaves log-in, appearance and the console open, and nothing else", () => {
    for (const path of [
      "/login",
      "/LOGIN",
      "/login/",
      "/logout",
      "/preferences",
      "/identity/official",
      "/organisations/hexanuage/login",
      "/administration/settings",
      "/administration/accounts/3",
    ])
      expect(mayPostWhileReadOnly(path), path).toBe(true);
    for (const path of [
      "/",
      "/login/more",
      "/letters/new",
      "/letters/administration/edit",
      "/administrations",
      "/organisations/hexanuage/edit",
      "/organisations/a/b/login",
      "/identity/link",
      "/settings",
      "/join",
    ])
      expect(mayPostWhileReadOnly(path), path).toBe(false);
  });

  test("and what the law gives people: to end mails, to withdraw, to see and to erase", () => {
    const may = (path: string, ...intents: string[]) =>
      mayPostWhileReadOnly(path, new URLSearchParams(intents.map((intent) => ["intent", intent])));
    for (const path of [
      "/notices/unsubscribe/token",
      "/my-data",
      "/my-data/token/erase",
      "/my-data/token/signatures/3",
    ])
      expect(may(path), path).toBe(true);
    expect(may("/signatures/token", "withdraw")).toBe(true);
    expect(may("/signatures/token", "leave-alone")).toBe(true);
    expect(may("/signatures/token", "keep-from-press")).toBe(true);
    expect(may("/signatures/token", "permit-press")).toBe(false);
    expect(may("/settings", "delete")).toBe(true);
    for (const [path, ...intents] of [
      ["/signatures/token"],
      ["/signatures/token", "sign"],
      // A form that says both says neither.
      ["/signatures/token", "withdraw", "sign"],
      ["/signatures/token/more", "withdraw"],
      ["/settings", "profile"],
      ["/notices/subscriptions", "withdraw"],
      ["/my-data/token/more"],
      ["/letters/new", "withdraw"],
    ] as const)
      expect(may(path, ...intents), `${path} ${intents.join()}`).toBe(false);
  });
});

describe("a process's copy", () => {
  test("is used while changes are heard of, and forgotten when one is", async () => {
    hearRunningSettings(true);
    expect((await readRunningSettings()).readOnly).toBe(false);
    await changeSettings(admin, "read-only-begun", { readOnly: true });
    expect((await readRunningSettings()).readOnly).toBe(false);
    forgetRunningSettings();
    expect((await readRunningSettings()).readOnly).toBe(true);
  });
  test("is not believed while nothing is heard", async () => {
    hearRunningSettings(true);
    await readRunningSettings();
    hearRunningSettings(false);
    await changeSettings(admin, "read-only-begun", { readOnly: true });
    expect((await readRunningSettings()).readOnly).toBe(true);
  });
});

describe("the forms", () => {
  const texts = { bannerEn: "A", bannerFr: "B" };
  test("want both languages", () => {
    expect(CloseSigningForm.safeParse({ signingTextEn: "A", signingTextFr: " \u200b " }).success).toBe(false);
    expect(BannerForm.safeParse({ ...texts, bannerEn: "x".repeat(301) }).success).toBe(false);
    expect(BannerForm.parse(texts)).toEqual({ ...texts, bannerFrom: "", bannerUntil: "" });
  });
  test("refuse minutes that are none, and an end before the beginning", () => {
    for (const bannerFrom of [
      "tomorrow",
      "2026-02-31T10:00",
      "2026-11-26",
      "2026-11-26T25:00",
      "1926-11-26T10:00",
    ])
      expect(BannerForm.safeParse({ ...texts, bannerFrom }).success, bannerFrom).toBe(false);
    const bannerFrom = "2026-11-26T10:00";
    expect(BannerForm.safeParse({ ...texts, bannerFrom, bannerUntil: bannerFrom }).success).toBe(false);
    expect(BannerForm.safeParse({ ...texts, bannerFrom, bannerUntil: "2026-11-26T10:01" }).success).toBe(
      true,
    );
  });
});

test("what was done is filtered and paged by key", async () => {
  const other = await makeAccount({ role: "admin", name: "Bo Admin" });
  for (const joiningOpen of [false, true, false])
    await changeSettings(admin, joiningOpen ? "joining-opened" : "joining-closed", { joiningOpen });
  await changeSettings(other, "joining-opened", { joiningOpen: true });
  expect(await listActors()).toEqual([
    { id: admin.id, name: "Ada Admin" },
    { id: other.id, name: "Bo Admin" },
  ]);
  const closed = await listEvents({ acts: ["joining-closed"], by: null, before: null });
  expect(closed.events.map(({ act }) => act)).toEqual(["joining-closed", "joining-closed"]);
  const first = await listEvents({ acts: null, by: admin.id, before: null, count: 2 });
  expect(first.events.map(({ act }) => act)).toEqual(["joining-closed", "joining-opened"]);
  const second = await listEvents({ acts: null, by: admin.id, before: first.next, count: 2 });
  expect([second.events.length, second.next]).toEqual([1, null]);
});
