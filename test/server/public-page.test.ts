import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { publicPath } from "#app/server/public-page.ts";

const isKept = (url: string) =>
  publicPath({ method: "GET", url, headers: {} } as unknown as IncomingMessage) === url;

test.each([
  "/doctrine",
  "/doctrine/rules?revision=2023-05-31&part=9",
  "/doctrine/rules.json?revision=2023-05-31",
  "/doctrine/rules/9?from=2021-05-17&to=2023-05-31&sort=oldest",
  "/doctrine/rules/9.json?revision=2023-05-31",
  "/doctrine/rules/compare?from=2021-05-17&to=2023-05-31&change=new&after=3",
  "/doctrine/rules/9/discussion/events-of-old",
  "/doctrine/rules/consultations/1",
  "/doctrine/rules/L221-10~2?revision=2023-05-31",
  "/letters?sort=newest&after=3",
])("%s is a page to keep", (url) => expect(isKept(url)).toBe(true));

test.each([
  "/doctrine/rules/annotations",
  "/doctrine/rules/annotations/",
  "/doctrine/rules/annotations?after=0",
  "/doctrine/rules/annotations/7",
  "/doctrine/rules/ANNOTATIONS/",
  "/doctrine/rules/%61nnotations/",
  "/doctrine/rules/annotations.data",
  "/doctrine/rules/consultations/1.csv",
  "/doctrine/rules/consultations/1.json",
  "/doctrine/rules/consultations/1.json?revision=2023-05-31",
  "/doctrine/rules/9/discussion/events?after=1",
  "/doctrine/rules/9/discussion/events/",
  "/doctrine/rules/9/discussion/EVENTS",
  "/letters/one/discussion/%65vents",
  "/letters/one/./discussion/events",
  "/letters/one/two/../discussion/events",
  "/letters/one\\discussion/events",
  "/letters/one/discussion/events.data",
  "/letters/one/signatures.csv",
])("%s is none, whose answer depends on more or never ends", (url) => expect(isKept(url)).toBe(false));

test.each([
  "/doctrine/rules?search=keys",
  "/doctrine/rules.json?part=9",
  "/doctrine/rules/9.json?revision=2023-05-31&after=1",
  "/doctrine?part=9",
  "/letters?revision=2023-05-31",
  "/letters/one?part=1",
  "/organisations?change=new",
  "/?from=1",
])("%s asks by a name that no kept page there knows", (url) => expect(isKept(url)).toBe(false));
