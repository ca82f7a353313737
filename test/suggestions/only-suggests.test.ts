import { describe, expect, test } from "vitest";
import { Fragment, type Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import * as Y from "yjs";
import { parseDocument } from "#app/letters/document.ts";
import { decidedText } from "#app/suggestions/decided-text.ts";
import { suggestionsIn } from "#app/suggestions/list-suggestions.ts";
import { onlySuggests } from "#app/suggestions/only-suggests.ts";
import { mayReviewerApply } from "#app/suggestions/reviewer-guard.server.ts";
import { writeStamp } from "#app/suggestions/suggestion.ts";
import { asNode, Desk, jsonOf, readShared, sharedDraft, tell } from "./desk.ts";

const [owen, ines] = [17, 23];
/** How many texts are worked on at random. */
const rounds = Number(process.env.ROUNDS ?? 12);
const text = `We ask for *simple* rules that [anyone](https://example.org) can read.[^1]

## What we ask

- Rules in one place
- Rules in plain words

> A quotation.

| A | B |
|---|---|
| c | d |

Sincerely.

[^1]: A note.`;

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One edit as somebody makes it anywhere in the text. */
function editAnywhere(desk: Desk, pick: (below: number) => number): void {
  const { editor } = desk;
  const place = () => TextSelection.near(desk.doc.resolve(pick(desk.doc.content.size + 1))).from;
  const [one, other] = [place(), pick(3) === 0 ? place() : 0];
  const to = other || Math.min(one + pick(6), desk.doc.content.size);
  desk.edit((tr) =>
    tr.setSelection(
      TextSelection.between(tr.doc.resolve(Math.min(one, to)), tr.doc.resolve(Math.max(one, to))),
    ),
  );
  const acts = [
    () => desk.type("ab c".slice(0, 1 + pick(4))),
    () => desk.type("x"),
    () => editor.commands.deleteSelection(),
    () => editor.commands.deleteSelection(),
    () => editor.commands.toggleBold(),
    () => editor.commands.toggleItalic(),
    () => editor.commands.unsetAllMarks(),
    () => editor.commands.toggleCode(),
    () =>
      desk.editor.state.selection.$from.sameParent(desk.editor.state.selection.$to) &&
      editor.commands.splitBlock(),
    () => editor.commands.joinBackward(),
    () => editor.commands.toggleHeading({ level: 3 }),
    () => editor.commands.toggleBulletList(),
    () => editor.commands.toggleBlockquote(),
    () => editor.commands.insertContent({ type: "footnote", attrs: { text: "New." } }),
    () => editor.commands.setHorizontalRule(),
    () => editor.commands.sinkListItem("listItem"),
    () => editor.commands.addRowAfter(),
    () => editor.commands.deleteRow(),
    () => editor.commands.addColumnAfter(),
    () => editor.commands.setHardBreak(),
    () => desk.edit((tr) => tr.replaceSelection(desk.doc.slice(0, Math.min(30, desk.doc.content.size)))),
    () =>
      editor.commands.rejectSuggestion(
        suggestionsIn(desk.doc).filter(({ account }) => account === desk.account)[0]?.id ?? "",
      ),
  ];
  acts[pick(acts.length)]!();
}

describe("random edits", () => {
  test("of reviewers only suggest; rejected they leave no trace; the guard lets them pass", () => {
    const made: string[] = [];
    for (let seed = 1; seed <= rounds; seed++) {
      const pick = numbers(seed);
      const shared = sharedDraft(text);
      const decided = decidedText(jsonOf(readShared(shared)));
      const desks = [owen, ines].map((account) => new Desk(account, shared, { onlySuggests: true }));
      for (let turn = 0; turn < 12; turn++) {
        const desk = desks[pick(2)]!;
        const before = asNode(jsonOf(desk.doc));
        const earlier = tell(before);
        editAnywhere(desk, pick);
        const after = asNode(jsonOf(desk.doc));
        after.check();
        const told = `seed ${seed}, turn ${turn}:\n${earlier.join("\n")}\n=>\n${tell(after).join("\n")}`;
        expect(decidedText(jsonOf(after)), told).toEqual(decided);
        expect(onlySuggests(before, after, desk.account), told).toBe(true);
        // Another account may not have made it.
        if (!before.eq(after)) expect(onlySuggests(before, after, 99), told).toBe(false);
        const update = desk.updateFor(shared);
        expect(mayReviewerApply(shared, update, desk.account), told).toBe(true);
        Y.applyUpdate(shared, update);
        for (const each of desks) each.receive(shared);
        made.push(...suggestionsIn(after).map(({ kind }) => kind));
      }
      const writer = new Desk(1, shared, { suggesting: false });
      writer.editor.commands.acceptAllSuggestions();
      expect(suggestionsIn(writer.doc)).toEqual([]);
      expect(parseDocument(decidedText(jsonOf(writer.doc))).ok).toBe(true);
    }
    // The run means something: every kind came up.
    expect(new Set(made)).toEqual(new Set(["insertion", "deletion", "replacement", "formatting"]));
  });

  test("of writers who do not suggest are told apart", () => {
    let refused = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const pick = numbers(seed);
      const desk = new Desk(owen, sharedDraft(text), { suggesting: false });
      const before = asNode(jsonOf(desk.doc));
      editAnywhere(desk, pick);
      const after = asNode(jsonOf(desk.doc));
      expect(onlySuggests(before, after, owen)).toBe(before.eq(after));
      if (!before.eq(after)) refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });
});

describe("what a forged update tries", () => {
  const at = new Date("2026-11-26T10:00:00Z");
  const schema = asNode(jsonOf(readShared(sharedDraft("x")))).type.schema;
  const stamp = (wish: object = {}) => ({ id: "forged-1", account: owen, at: at.toISOString(), ...wish });
  const paragraph = (...content: Node[]) =>
    schema.node("doc", null, schema.node("paragraph", null, Fragment.from(content)));
  const plain = (words: string) => schema.text(words);
  const marked = (words: string, mark: string, attrs: object = stamp()) =>
    schema.text(words, [schema.mark(mark, { ...attrs })]);
  const before = paragraph(
    plain("We ask "),
    marked("all ", "insertion", stamp({ id: "of-ines", account: ines })),
    plain("you."),
  );
  const theirs = before.child(0).child(1);
  const may = (after: Node, from = before) => onlySuggests(from, after, owen, at);

  test("a proposal of one's own is let in", () => {
    expect(may(paragraph(plain("We ask "), theirs, marked("of ", "insertion"), plain("you.")))).toBe(true);
    expect(may(paragraph(plain("We "), marked("ask ", "deletion"), theirs, plain("you.")))).toBe(true);
  });

  test("in another's name, or with another's number", () => {
    expect(
      may(
        paragraph(
          plain("We ask "),
          theirs,
          marked("of ", "insertion", stamp({ account: ines })),
          plain("you."),
        ),
      ),
    ).toBe(false);
    expect(
      may(
        paragraph(
          plain("We ask "),
          theirs,
          marked("of ", "insertion", stamp({ id: "of-ines" })),
          plain("you."),
        ),
      ),
    ).toBe(false);
    expect(
      may(
        paragraph(
          plain("We ask "),
          theirs,
          marked("of ", "insertion", stamp({ account: "17" })),
          plain("you."),
        ),
      ),
    ).toBe(false);
  });

  test("with a wrong time", () => {
    const dated = (time: string) =>
      may(
        paragraph(plain("We ask "), theirs, marked("of ", "insertion", stamp({ at: time })), plain("you.")),
      );
    expect(dated("2026-11-26T10:04:00.000Z")).toBe(true);
    expect(dated("2026-11-26T10:06:00.000Z")).toBe(false);
    expect(dated("2026-11-25T11:00:00.000Z")).toBe(true);
    expect(dated("2026-11-25T09:00:00.000Z")).toBe(false);
    expect(dated("yesterday")).toBe(false);
  });

  test("plain text, text that goes, decided text that is called a proposal", () => {
    expect(may(paragraph(plain("We ask "), theirs, plain("of you.")))).toBe(false);
    expect(may(paragraph(plain("We "), theirs, plain("you.")))).toBe(false);
    expect(may(paragraph(marked("We ask ", "insertion"), theirs, plain("you.")))).toBe(false);
  });

  test("others' proposals accepted, rejected, shortened, renamed or doubled", () => {
    expect(may(paragraph(plain("We ask all you.")))).toBe(false);
    expect(may(paragraph(plain("We ask you.")))).toBe(false);
    expect(
      may(paragraph(plain("We ask "), marked("al", "insertion", theirs.marks[0]!.attrs), plain("you."))),
    ).toBe(false);
    expect(may(paragraph(plain("We ask "), marked("all ", "insertion"), plain("you.")))).toBe(false);
    expect(may(paragraph(plain("We ask "), theirs, plain("you."), theirs))).toBe(false);
    expect(may(paragraph(theirs, plain("We ask you.")))).toBe(false);
  });

  test("one's own proposal: withdrawn, yes; accepted, no", () => {
    const own = paragraph(
      plain("We "),
      marked("ask ", "deletion"),
      marked("beg ", "insertion"),
      plain("you."),
    );
    expect(may(paragraph(plain("We ask you.")), own)).toBe(true);
    expect(may(paragraph(plain("We beg you.")), own)).toBe(false);
    expect(may(paragraph(plain("We "), marked("beg ", "insertion"), plain("you.")), own)).toBe(false);
  });

  test("another form that says it was another, and links that run", () => {
    const bold = schema.mark("bold");
    const form = (was: string) =>
      paragraph(
        schema.text("We ask ", [bold, schema.mark("formatting", { ...stamp(), was })]),
        theirs,
        plain("you."),
      );
    expect(may(form("[]"))).toBe(true);
    expect(may(form('[{"type":"italic"}]'))).toBe(false);
    expect(may(form("no JSON"))).toBe(false);
    const link = schema.mark("link", { href: "javascript:alert(1)" });
    const linked = schema.text("of ", [link, schema.mark("insertion", stamp())]);
    expect(may(paragraph(plain("We ask "), theirs, linked, plain("you.")))).toBe(false);
  });

  test("blocks: one's own new one, a decided one in a proposed quotation, one struck in another's name", () => {
    const block = (type: string, attrs: object, ...content: Node[]) =>
      schema.node(type, { ...attrs }, content);
    const [first] = before.content.content;
    const doc = (...content: Node[]) => schema.node("doc", null, content);
    const own = { inserted: writeStamp(stamp()) };
    expect(may(doc(first!, block("paragraph", own, plain("New."))))).toBe(true);
    expect(may(doc(block("blockquote", own, first!)))).toBe(false);
    const struck = { deleted: writeStamp(stamp({ account: ines })) };
    expect(may(doc(block("paragraph", struck, ...first!.content.content)))).toBe(false);
    expect(may(doc(block("paragraph", { deleted: writeStamp(stamp()) }, ...first!.content.content)))).toBe(
      true,
    );
  });

  test("the document itself: other roots, what waits, bytes, attributes and elements that no editor writes", () => {
    const shared = sharedDraft("We ask.\n\nTwo.");
    const forge = (change: (copy: Y.Doc) => void, since = Y.encodeStateVector(shared)) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
      change(copy);
      return mayReviewerApply(shared, Y.encodeStateAsUpdate(copy, since), owen);
    };
    const first = (copy: Y.Doc) => copy.getXmlFragment("text").get(0) as Y.XmlElement;
    expect(forge(() => undefined)).toBe(true);
    expect(forge((copy) => copy.getMap("other").set("a", 1))).toBe(false);
    expect(forge((copy) => copy.getXmlFragment("text").delete(0, 1))).toBe(false);
    expect(forge((copy) => (first(copy).get(0) as Y.XmlText).insert(0, "x"))).toBe(false);
    expect(forge((copy) => (first(copy).get(0) as Y.XmlText).insertEmbed(0, { a: 1 }))).toBe(false);
    expect(forge((copy) => first(copy).setAttribute("onclick", "x"))).toBe(false);
    expect(forge((copy) => first(copy).insert(0, [new Y.XmlElement("script")]))).toBe(false);
    expect(forge((copy) => copy.getXmlFragment("text").insert(0, [new Y.XmlText("loose")]))).toBe(false);
    for (const bytes of [[], [0], [255, 255, 255], [1, 1, 200, 3, 0, 129]])
      expect(mayReviewerApply(shared, Uint8Array.from(bytes), owen)).toBe(false);
    // What hangs on a change that the server does not have would enter later, unseen.
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
    (first(copy).get(0) as Y.XmlText).insert(0, "x");
    const between = Y.encodeStateVector(copy);
    (first(copy).get(0) as Y.XmlText).insert(1, "y");
    expect(mayReviewerApply(shared, Y.encodeStateAsUpdate(copy, between), owen)).toBe(false);
    // After every refusal an honest proposal still passes.
    const desk = new Desk(owen, shared, { onlySuggests: true });
    desk.typeAfter("We ask", " you");
    expect(mayReviewerApply(shared, desk.updateFor(shared), owen)).toBe(true);
    expect(mayReviewerApply(shared, desk.updateFor(shared), owen, new Set([desk.copy.clientID]))).toBe(false);
    expect(tell(readShared(shared))).toEqual(["We ask.", "Two."]);
  });
});
