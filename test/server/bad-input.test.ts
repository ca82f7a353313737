import { describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { samples } from "#db/seed/sample-content.ts";
import { sampleDoctrine } from "#db/seed/sample-doctrine.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { makeProof } from "../proof-of-work.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const letter = `/letters/${open?.slug}`;
const doctrine = `/doctrine/${sampleDoctrine.slug}`;
const [oldest, newest] = sampleDoctrine.revisions;
const form = { "Content-Type": "application/x-www-form-urlencoded" };

/** A page a person can use: HTML in a language, with a title and a way on, and nothing of our insides. */
function expectPage({ text, headers }: Answer, language = "en") {
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(text).toContain(`<html lang="${language}"`);
  expect(text).toMatch(/<title>[^<]+ · Tribune<\/title>/);
  expect(text).toMatch(/<h1[^>]*>[^<]+/);
  expect(text).toMatch(/<a [^>]*href="\/"/);
  expect(text).not.toMatch(/node_modules|\.server\.ts|\bat \w+ \(|PostgresError/);
}

describe("a body that is too large is refused with 413", () => {
  const large = `body=${"a".repeat(1_100_000)}`;
  test("when it says its length", async () => {
    const answer = await ask(tribune.url(), `${letter}/discussion`, {
      method: "POST",
      headers: {
        ...form,
        Origin: tribune.url(),
        "Content-Length": String(large.length),
        "Accept-Language": "fr",
      },
      body: large,
    });
    expect(answer.status).toBe(413);
    expectPage(answer, "fr");
  });
  test("when it only turns out to be", async () => {
    const answer = await ask(tribune.url(), `${letter}/discussion`, {
      method: "POST",
      headers: { ...form, Origin: tribune.url(), "Transfer-Encoding": "chunked" },
      body: large,
    });
    expect(answer.status).toBe(413);
  });
});

describe("what cannot be read is refused with 400", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  test.each<[string, Record<string, string>, string | Uint8Array]>([
    ["escapes that are no UTF-8", form, "name=%ff%fe"],
    ["broken escapes", form, "name=%zz"],
    ["bytes that are no UTF-8", form, bytes("name=\xff\xfe")],
    ["NUL", form, "name=a%00b"],
    ["JSON", { "Content-Type": "application/json" }, '{"name":"x"}'],
    ["plain text", { "Content-Type": "text/plain" }, "name=x"],
    ["nothing said about its kind", {}, "name=x"],
    ["multipart without boundary", { "Content-Type": "multipart/form-data" }, "x"],
    ["multipart that is none", { "Content-Type": "multipart/form-data; boundary=b" }, "x"],
  ])("%s", async (_what, headers, body) => {
    const answer = await ask(tribune.url(), `${letter}/sign`, {
      method: "POST",
      headers: { ...headers, Origin: tribune.url() },
      body,
    });
    expect(answer.status).toBe(400);
    expectPage(answer);
  });

  test.each(["/letters/%ff", "/%00", "/letters/%c0%af", "/letters?q=%ff", "/%E0%A4%A"])(
    "the address %s",
    async (path) => {
      const answer = await ask(tribune.url(), path);
      expect(answer.status).toBe(400);
      expectPage(answer);
    },
  );
});

describe("what does not exist is 404 in the reader's language", () => {
  const paths = [
    "/nothing",
    "/letters/nothing",
    "/letters/..%2f..%2fetc",
    "/letters/nothing/discussion",
    "/letters/nothing/signatures",
    "/letters/nothing/versions/1",
    "/letters/nothing/sign",
    `${letter}/versions/2`,
    `${letter}/versions/0`,
    `${letter}/versions/1e3`,
    `${letter}/versions/99999999999999999999`,
    `${letter}/discussion/999999999`,
    `${doctrine}?part=nowhere`,
    `${doctrine}/compare?change=never`,
    `${doctrine}/1?to=never`,
    `${letter}/discussion/x`,
    `/letters/${"x".repeat(5000)}`,
    `/letters/${encodeURIComponent("été ☃ 'or'1'='1")}`,
    "/signatures/unknown",
    `/signatures/${"x".repeat(3000)}`,
    "/confirm-address/unknown",
    "/reset-password/unknown",
  ];
  test.each(paths)("%s", async (path) => {
    for (const language of ["en", "fr"]) {
      const answer = await ask(tribune.url(), path, { headers: { "Accept-Language": language } });
      expect(answer.status).toBe(404);
      expectPage(answer, language);
    }
  });
  test.each(["/letters/nothing.json", `${letter}/versions/7.json`])("%s for programs", async (path) => {
    const answer = await ask(tribune.url(), path);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([404, { error: "not-found" }]);
  });
});

test.each([
  "/letters?sort=worst&after=x",
  "/letters?after=99999999999999999999",
  "/letters?sort=newest&sort=most-signed&after=-1",
  `${letter}/signatures?list=none&after=1e9&search=${"%27%22".repeat(200)}`,
  `${letter}/signatures?search[]=x&search=%26%7C%21%28`,
  `${letter}/discussion?after='%3B--`,
  `${letter}/discussion?after=zzzzzzzz`,
  `${letter}/discussion?sort=most-discussed&after=0.5_1`,
  `${letter}/discussion?sort=most-discussed&after=9999999999_1`,
  `${doctrine}?search=nuage&after=999999999999999`,
  `${doctrine}?search=nuage&revision=${oldest}&after=999999999999999`,
  `${doctrine}/compare?from=${oldest}&to=${newest}&after=999999999999999`,
  "/login?next=https%3A%2F%2Fevil.example",
])("wild questions are answered as if they asked for less: %s", async (path) => {
  const answer = await ask(tribune.url(), path);
  expect(answer.status).toBe(200);
  expectPage(answer);
});

describe("a refused form keeps what was typed and names the field", () => {
  test("signing", async () => {
    const answer = await post(tribune.url(), `${letter}/sign`, {
      name: 'Ada "the first" <b>',
      email: "not an address",
      statement: "x".repeat(501),
    });
    expect(answer.status).toBe(400);
    expectPage(answer);
    expect(answer.text).toContain('value="Ada &quot;the first&quot; &lt;b&gt;"');
    expect(answer.text).toContain('value="not an address"');
    expect(answer.text).toMatch(/name="email"[^>]*aria-invalid="true"/);
    expect(answer.text).toMatch(/name="statement"[^>]*aria-invalid="true"/);
    expect(answer.text).toMatch(/href="#[\w-]*email"/);
  });

  test("joining, without the password", async () => {
    const answer = await post(tribune.url(), "/join", {
      name: "Ada",
      email: "ada@example.org",
      password: "short",
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="ada@example.org"');
    expect(answer.text).not.toContain('value="short"');
  });

  test.each([
    ["en", "The password is one of those that are tried first"],
    ["fr", "Ce mot de passe est de ceux que l’on essaie en premier"],
  ])("joining, with a password that everybody tries, in %s", async (language, said) => {
    const answer = await post(
      tribune.url(),
      "/join",
      { name: "Ada", email: "ada@example.org", password: "Password123" },
      { "Accept-Language": language },
    );
    expect(answer.status).toBe(400);
    expectPage(answer, language);
    expect(answer.text).toContain(said);
    expect(answer.text).toMatch(/name="password"[^>]*aria-invalid="true"/);
    expect(answer.text).toContain('value="ada@example.org"');
    expect(answer.text).not.toContain("Password123");
  });

  test("choices that were never offered and fields sent twice", async () => {
    const session = await logInAt(tribune.url(), sampleAccounts[1] ?? { email: "", password: "" });
    const headers = { Cookie: session };
    const stance = await post(
      tribune.url(),
      `${letter}/discussion`,
      { body: "Hello", stance: "furious" },
      headers,
    );
    expect(stance.status).toBe(400);
    expect(stance.text).toContain("Hello");
    const parent = await post(
      tribune.url(),
      `${letter}/discussion`,
      { body: "Hello", parent: "abc" },
      headers,
    );
    expect(parent.status).toBe(400);
    const twice = await ask(tribune.url(), `${letter}/discussion`, {
      method: "POST",
      headers: { ...form, ...headers, Origin: tribune.url() },
      body: "body=one&body=two&stance=",
    });
    expect(twice.status).toBe(400);
  });

  test("a letter whose document is none", async () => {
    const session = await logInAt(tribune.url(), sampleAccounts[1] ?? { email: "", password: "" });
    for (const document of ["{", "[]", '{"type":"doc","content":[{"type":"script"}]}', "[".repeat(50_000)]) {
      const fields = { title: "Kept title", addressees: "Kept addressee", document };
      const answer = await post(tribune.url(), "/letters/new", fields, { Cookie: session });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("Kept title");
      expect(answer.text).toContain("Kept addressee");
    }
  });
});

describe("too often is 429 with a time to wait, and the form kept", () => {
  test("logging in, whatever X-Forwarded-For says", async () => {
    let answer: Answer | undefined;
    for (let tries = 0; tries < 11; tries++)
      answer = await post(
        tribune.url(),
        "/login",
        { email: "guessed@example.org", password: `guess number ${tries}` },
        { "X-Forwarded-For": `203.0.113.${tries}` },
      );
    expect(answer?.status).toBe(429);
    expect(Number(answer?.headers["retry-after"])).toBeGreaterThan(0);
    expect(answer?.text).toContain('value="guessed@example.org"');
  });
  test("mails to one address", async () => {
    let answer: Answer | undefined;
    for (let tries = 0; tries < 6; tries++)
      answer = await post(tribune.url(), "/forgotten-password", { email: "flooded@example.org" });
    expect(answer?.status).toBe(429);
  });
});

test("no answer tells whether an address is known", async () => {
  const known = sampleAccounts[2]?.email ?? "";
  const answers = async (path: string, fields: Record<string, string>) => {
    const texts: string[] = [];
    for (const email of [known, "nobody-knows@example.org"]) {
      const { status, text, headers } = await post(tribune.url(), path, { ...fields, email });
      const cookies = [headers["set-cookie"] ?? []].flat().map((cookie) => cookie.replace(/=[^;]+/, "="));
      texts.push(
        `${status} ${String(headers.location)} ${cookies.join()} ${text}`.replaceAll(email, "EMAIL"),
      );
    }
    return texts;
  };
  const tried: [string, Record<string, string>][] = [
    ["/login", { password: "a wrong password" }],
    ["/join", { name: "Ada", password: "a quiet long phrase" }],
    ["/forgotten-password", {}],
  ];
  for (const [path, fields] of tried) {
    const [one, other] = await answers(path, fields);
    expect(one, path).toBe(other);
  }
});

test("every answer carries the security headers", async () => {
  for (const path of [
    "/",
    letter,
    "/nothing",
    "/letters/%ff",
    "/login",
    `${letter}.json`,
    "/robots.txt",
    "/letters/new",
  ]) {
    const { headers } = await ask(tribune.url(), path);
    expect(headers["content-security-policy"], path).toMatch(/default-src 'none'/);
    expect(headers["content-security-policy"], path).not.toMatch(/unsafe|\*|https:|data:/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("strict-origin-when-cross-origin");
  }
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "nothing typed leads off the site: %s",
  async (next) => {
    const { email, password } = sampleAccounts[3] ?? { email: "", password: "" };
    const login = await post(tribune.url(), "/login", { email, password, next });
    expect(login.headers.location).toBe("/");
    const preference = await post(tribune.url(), "/preferences", { theme: "dark", next });
    expect(preference.headers.location).toBe("/");
  },
);

test("the log holds no address, name or password that somebody typed", async () => {
  await post(tribune.url(), "/login", {
    email: "logged-person@example.org",
    password: "logged secret phrase",
  });
  await post(tribune.url(), `${letter}/sign`, {
    ...{ name: "Logged Name", email: "logged-person@example.org" },
    proof: await makeProof(),
  });
  await ask(tribune.url(), "/signatures/a-secret-token");
  expect(tribune.log()).not.toMatch(/logged-person|logged secret|Logged Name|a-secret-token/);
});
