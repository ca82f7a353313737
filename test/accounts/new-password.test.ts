import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  ChangePasswordForm,
  isKnownPassword,
  isMadeOfTheSite,
  JoinForm,
  NewPassword,
  PasswordForm,
} from "#app/accounts/new-password.server.ts";
import { parseForm } from "#app/requests/form.ts";
import { root } from "../program.ts";

/** What a form says of a password, or null when it takes it. */
const saidOf = (password: string) => NewPassword.safeParse(password).error?.issues[0]?.message ?? null;

describe("passwords that are tried first", () => {
  test.each(["1234567890", "qwertyuiop", "Password123", "BASKETBALL", "1qaz2wsx3edc", "q1w2e3r4t5y6"])(
    "%s is refused, in whatever case it is written",
    (password) => {
      expect(saidOf(password)).toBe("form.password.known");
      expect(isKnownPassword(password.toUpperCase())).toBe(true);
    },
  );

  test.each([
    "a quiet long phrase",
    "correct horse battery",
    "une phrase assez longue",
    "长长的一句话没有人会猜到",
  ])("%s is taken", (password) => {
    expect(saidOf(password)).toBeNull();
  });

  test("the list has 20,000 marks, each once, and no password", () => {
    const lines = readFileSync(join(root, "app/accounts/known-passwords.txt"), "utf8").trimEnd().split("\n");
    expect(new Set(lines).size).toBe(20_000);
    expect(lines.filter((line) => !/^[\w-]{8}$/.test(line))).toEqual([]);
  });

  test("too short is said first, and the length that was always asked for stays", () => {
    expect(saidOf("123456789")).toBe("form.password.short");
    expect(saidOf("tribune")).toBe("form.password.short");
    expect(saidOf("x".repeat(257))).toBe("form.tooLong");
    expect(saidOf("a quiet long phrase ".repeat(12))).toBeNull();
  });
});

describe("words of the site", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    "Tribune2026!",
    "open-letter-2026",
    "Lettre Ouverte 1",
    "Modérateur 2026",
    "ADMIN-ADMIN-1",
    "tribune tribune",
  ])("%s is refused", (password) => {
    expect(saidOf(password)).toBe("form.password.ofTheSite");
  });

  test.each([
    "my letter to the tribune",
    "tribunal 1789 paris",
    "2026-11-27 18:30",
    "письмо открытое",
    "корабль-admin-вечером",
  ])("%s is taken", (password) => {
    expect(saidOf(password)).toBeNull();
  });

  test("a label of the site's own host name is one of them", () => {
    expect(isMadeOfTheSite("numerique-2026")).toBe(false);
    vi.stubEnv("PUBLIC_URL", "https://lettres.numerique.example");
    expect(isMadeOfTheSite("Numerique-2026")).toBe(true);
    expect(isMadeOfTheSite("example 123456")).toBe(false);
    expect(isMadeOfTheSite("1234567890 12")).toBe(false);
  });
});

test.each([
  ["joining", JoinForm, { name: "Ada", email: "ada@example.org" }],
  ["a link for a new password", PasswordForm, {}],
  ["the settings", ChangePasswordForm, { currentPassword: "password123" }],
] as const)("%s says it of the field, and keeps no password", (_, schema, others) => {
  const parsed = parseForm(schema, { ...others, password: "password123" });
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.state.errors).toEqual({ password: "form.password.known" });
  expect(JSON.stringify(parsed.state)).not.toContain("password123");
});
