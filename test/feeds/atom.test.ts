import { expect, test } from "vitest";
import { atomFeed, type Feed, feedChanged } from "#app/feeds/atom.ts";
import { elementsOf, textsIn } from "../xml.ts";

const hostile = `</title>]]> & <script>alert("1")</script>\u0001\u000b\ud800 é`;
const at = new Date("2026-03-04T05:06:07.000Z");
const feed = (wish: Partial<Feed> = {}): Feed => ({
  path: '/letters/x/feed.atom?a=1&b="',
  page: "/letters/x",
  title: hostile,
  language: "fr",
  entries: [
    { id: "/letters/x#1", path: "/letters/x?a&b", title: hostile, at, author: hostile, summary: hostile },
    {
      id: "/letters/x#0",
      path: "/letters/x",
      title: "",
      at: new Date(at.getTime() - 1),
      html: "<p>a & b</p>",
    },
  ],
  ...wish,
});

test("what anybody typed is text in a feed, whatever it holds", () => {
  const xml = atomFeed(feed(), "https://tribune.example");
  const elements = elementsOf(xml);
  // What XML does not allow at all is a blank, a half pair the sign of its loss.
  const shown = `</title>]]> & <script>alert("1")</script>  \ufffd é`;
  expect(textsIn(elements, "title")).toEqual([`${shown} · Tribune`, shown, ""]);
  expect(textsIn(elements, "name")).toEqual(["Tribune", shown]);
  expect(textsIn(elements, "summary")).toEqual([shown]);
  expect(elements.filter(({ name }) => name === "script")).toEqual([]);
});

test("a feed has what Atom asks for: ids, moments, itself and its page; HTML is escaped once", () => {
  const elements = elementsOf(atomFeed(feed(), "https://tribune.example"));
  const [own, ...ids] = textsIn(elements, "id").reverse();
  expect(textsIn(elements, "id")).toHaveLength(3);
  expect([own, ...ids]).toContain("https://tribune.example/letters/x#1");
  expect(textsIn(elements, "updated")[0]).toBe(at.toISOString());
  const links = elements.filter(({ name }) => name === "link").map(({ attributes }) => attributes);
  expect(links[0]).toEqual({
    rel: "self",
    type: "application/atom+xml",
    href: 'https://tribune.example/letters/x/feed.atom?a=1&b="',
  });
  expect(links[2]?.href).toBe("https://tribune.example/letters/x?a&b");
  const content = elements.find(({ name }) => name === "content");
  expect(content).toEqual({ name: "content", text: "<p>a & b</p>", attributes: { type: "html" } });
  expect(elements.at(-1)?.attributes["xml:lang"]).toBe("fr");
});

test("it changed when its newest entry did; an empty one says the epoch", () => {
  expect(feedChanged(feed())).toEqual(at);
  const empty = feed({ entries: [] });
  expect(feedChanged(empty).getTime()).toBe(0);
  expect(textsIn(elementsOf(atomFeed(empty, "https://t.example")), "updated")).toEqual([
    "1970-01-01T00:00:00.000Z",
  ]);
});
