import { describe, expect, test } from "vitest";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { decidedText, parseDecided, withSuggestions } from "#app/suggestions/decided-text.ts";
import { listSuggestions } from "#app/suggestions/list-suggestions.ts";
import { asNode, Desk, jsonOf, sharedDraft, tell } from "./desk.ts";

const owen = 17;

function proposed(markdown: string, ...edits: ((desk: Desk) => void)[]) {
  const desk = new Desk(owen, sharedDraft(markdown));
  for (const edit of edits) edit(desk);
  return jsonOf(desk.doc);
}

describe("the decided text", () => {
  test("is the letter as it was, in the form that the letter's own schema writes", () => {
    const markdown = "One two.\n\n- a\n- b\n\nRun `code`.";
    const document = proposed(
      markdown,
      (desk) => desk.replace("two", "2"),
      (desk) => desk.erase("b"),
      (desk) => desk.erase("od"),
    );
    expect(decidedText(document)).toEqual(markdownToDocument(markdown));
    expect(parseDecided(document)).toEqual({ ok: true, document: markdownToDocument(markdown) });
  });

  test("what is no draft is no letter", () => {
    expect(parseDecided({ type: "doc", content: [{ type: "script" }] }).ok).toBe(false);
    let deep: { type: string; content: unknown[] } = { type: "paragraph", content: [] };
    for (let level = 0; level < 20_000; level++) deep = { type: "blockquote", content: [deep] };
    expect(parseDecided({ type: "doc", content: [deep] as never[] }).ok).toBe(false);
  });

  test("a whole new text keeps what is proposed for the blocks that say the same", () => {
    const old = proposed(
      "One.\n\nTwo.\n\nThree.",
      (desk) => desk.replace("One", "1"),
      (desk) => desk.replace("Two", "2"),
      (desk) => {
        desk.typeAfter("Three.", "");
        desk.editor.commands.splitBlock();
        desk.type("Four.");
      },
    );
    const saved = withSuggestions(old, markdownToDocument("Before.\n\nOne.\n\nTwo!\n\nThree."));
    expect(tell(asNode(saved))).toEqual(["Before.", "[-One-]{+1+}.", "Two!", "Three.", "+ Four."]);
    expect(decidedText(saved)).toEqual(markdownToDocument("Before.\n\nOne.\n\nTwo!\n\nThree."));
    const again = withSuggestions(old, decidedText(old));
    expect(again).toEqual(old);
    expect(tell(asNode(withSuggestions(old, markdownToDocument("Other.")))).join()).toBe("Other.");
  });

  test("the list tells who proposes what, in the order of the text", () => {
    const document = proposed(
      "One two three.",
      (desk) => desk.erase(" three"),
      (desk) => desk.replace("One", "1"),
    );
    const [first, second] = listSuggestions(document);
    expect(first).toMatchObject({
      kind: "replacement",
      account: owen,
      before: "One",
      after: "1",
      from: 1,
      to: 5,
    });
    expect(second).toMatchObject({ kind: "deletion", before: " three", after: "" });
    expect(Date.parse(first!.at)).toBeGreaterThan(Date.now() - 60_000);
  });
});
