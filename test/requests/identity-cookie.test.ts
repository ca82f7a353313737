import { expect, test } from "vitest";
import { identityCookie, readIdentityCookie } from "#app/requests/identity-cookie.ts";

test("over https the cookie is bound to this very host", () => {
  const set = identityCookie("token", "https://tribune.example");
  expect(set).toMatch(/^__Host-identity=token; Path=\/; /);
  for (const part of ["HttpOnly", "SameSite=Lax", "Secure"]) expect(set.split("; ")).toContain(part);
  expect(set).not.toMatch(/Domain/i);
  const read = (cookie: string, origin: string) => readIdentityCookie(new Headers({ cookie }), origin);
  expect(read("a=b; __Host-identity=token", "https://tribune.example")).toBe("token");
  // One that a neighbour host could have set is not ours.
  expect(read("identity=theirs", "https://tribune.example")).toBeUndefined();
  expect(read("identity=token", "http://localhost:3000")).toBe("token");
});

test("without https browsers would refuse a cookie that asks for it", () => {
  const set = identityCookie("token", "http://localhost:3000");
  expect(set).toMatch(/^identity=token; .*HttpOnly; SameSite=Lax$/);
});
