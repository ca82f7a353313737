import { expect, test } from "vitest";
import { ask, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune({ PUBLIC_URL: "" });

test("without PUBLIC_URL, forms are taken from this machine's names and this port alone", async () => {
  const port = Number(new URL(tribune.url()).port);
  const answered = async (Origin: string) =>
    (await post(tribune.url(), "/preferences", { theme: "dark" }, { Origin })).status;
  for (const ours of [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`])
    expect(await answered(ours), ours).toBe(302);
  for (const foreign of [`http://127.0.0.1:${port + 1}`, "http://localhost", `https://localhost:${port}`])
    expect(await answered(foreign), foreign).toBe(403);
});

test("a forged Host gets neither into the links of a mail nor into a page", async () => {
  const email = "linked@example.org";
  const wish = { name: "Ada", email, password: "a quiet long phrase" };
  const forged = { Host: "evil.example", "X-Forwarded-Host": "evil.example" };
  const joined = await post(tribune.url(), "/join", wish, forged);
  expect(joined.status).toBe(302);
  const [mail] = await tribune.sql()<{ body: string }[]>`select body from mails where to_address = ${email}`;
  expect(mail?.body).toContain(`${tribune.url()}/confirm-address/`);
  expect(mail?.body).not.toContain("evil.example");
  expect((await ask(tribune.url(), "/", { headers: forged })).text).not.toContain("evil.example");
});
