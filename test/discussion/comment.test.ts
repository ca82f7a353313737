import { describe, expect, test } from "vitest";
import {
  ancestorsOf,
  AnnotationForm,
  CommentForm,
  commentLimits,
  pathOf,
  PostForm,
} from "#app/discussion/comment.ts";

describe("a path", () => {
  test("is its parent's, then eight digits of its own", () => {
    expect(pathOf("", 35)).toBe("0000000z");
    expect(pathOf("0000000z", 36)).toBe("0000000z00000010");
    expect(pathOf(pathOf("", 1), 2 ** 40)).toHaveLength(16);
  });

  test("sorts by number, and what is replied below one comes before the next", () => {
    const ids = [9, 10, 35, 36, 1295, 1296, 2 ** 40];
    const paths = ids.map((id) => pathOf("", id));
    expect([...paths].sort()).toEqual(paths);
    const [one = "", two = ""] = [pathOf("", 1), pathOf("", 2)];
    const below = pathOf(pathOf(one, 900), 1000);
    expect([two, below, one].sort()).toEqual([one, below, two]);
  });

  test("holds the paths of all that a comment answers", () => {
    const [one, two] = [pathOf("", 1), pathOf(pathOf("", 1), 2)];
    expect(ancestorsOf(pathOf(two, 3))).toEqual([one, two]);
    expect(ancestorsOf(one)).toEqual([]);
  });
});

test("a passage is quoted from a revision of a day that the calendar has", () => {
  const fields = { body: "x", quote: "a passage" };
  expect(AnnotationForm.safeParse({ ...fields, revision: "2023-05-14" }).success).toBe(true);
  for (const revision of [undefined, "", "2023-02-30", "0000-05-14"])
    expect(AnnotationForm.safeParse({ ...fields, revision }).error?.issues[0]?.message).toBe(
      "annotation.revision.unknown",
    );
});

describe("the form", () => {
  const body = (typed: string) => CommentForm.parse({ body: typed }).body;

  test("names what is wrong, and takes no side unless told", () => {
    const wrong = (fields: object) => CommentForm.safeParse(fields).error?.issues[0]?.message;
    expect(wrong({})).toBe("comment.body.missing");
    expect(wrong({ body: "  \n " })).toBe("comment.body.missing");
    expect(wrong({ body: "x".repeat(10_001) })).toBe("form.tooLong");
    expect(wrong({ body: "x", stance: "furious" })).toBe("form.choice.wrong");
    expect(CommentForm.parse({ body: " x " })).toEqual({ body: "x", stance: "neutral" });
  });

  test("takes ten thousand signs, of whatever kind, and not one more", () => {
    expect(body("é".repeat(commentLimits.body))).toHaveLength(10_000);
    // Composed first: "e" with an accent of its own is one sign.
    expect(body("e\u0301".repeat(commentLimits.body))).toHaveLength(10_000);
    expect(CommentForm.safeParse({ body: "é".repeat(commentLimits.body + 1) }).success).toBe(false);
  });

  test("keeps paragraphs, and of many empty lines two", () => {
    expect(body("\n\none\n\ntwo\n\n\n\n\n\nthree  \n")).toBe("one\n\ntwo\n\n\nthree");
  });

  test("replies to a comment, or to none", () => {
    const parent = (value: unknown) => PostForm.safeParse({ body: "x", parent: value }).data?.parent;
    expect(parent("42")).toBe(42);
    expect(parent("")).toBeNull();
    expect(PostForm.parse({ body: "x" }).parent).toBeNull();
    for (const wrong of ["-1", "0", "1.5", "x", "1e400"])
      expect(PostForm.safeParse({ body: "x", parent: wrong }).success, wrong).toBe(false);
  });

  test("refuses a key that is none", () => {
    expect(PostForm.safeParse({ body: "x", key: "1" }).success).toBe(false);
    expect(PostForm.safeParse({ body: "x", key: crypto.randomUUID() }).success).toBe(true);
  });
});
