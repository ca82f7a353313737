import { describe, expect, test } from "vitest";
import { TextSelection } from "@tiptap/pm/state";
import { suggestionsIn } from "#app/suggestions/list-suggestions.ts";
import { suggestState } from "#app/suggestions/suggest-mode.ts";
import { Desk, jsonOf, markdownOf, sharedDraft, tell, tellDecided } from "./desk.ts";

const [owen, ines] = [17, 23];
const kinds = (desk: Desk) =>
  suggestionsIn(desk.doc).map(({ kind, account, before, after }) => ({ kind, account, before, after }));

describe("what is typed while suggesting", () => {
  test("a replaced word is struck, the new one proposed, as one suggestion", () => {
    const desk = new Desk(owen, sharedDraft("We ask for simple rules."));
    desk.replace("simple", "clear");
    expect(tell(desk.doc)).toEqual(["We ask for [-simple-]{+clear+} rules."]);
    expect(tellDecided(desk.doc)).toEqual(["We ask for simple rules."]);
    expect(kinds(desk)).toEqual([{ kind: "replacement", account: owen, before: "simple", after: "clear" }]);
  });

  test("typing on makes a suggestion longer; what one proposed oneself is deleted without a trace", () => {
    const desk = new Desk(owen, sharedDraft("We ask."));
    desk.typeAfter("We ask", " for rules");
    expect(kinds(desk)).toEqual([{ kind: "insertion", account: owen, before: "", after: " for rules" }]);
    for (let count = 0; count < " for rules".length; count++) desk.backspace();
    expect(tell(desk.doc)).toEqual(["We ask."]);
    expect(kinds(desk)).toEqual([]);
  });

  test("Backspace strikes letter by letter, as one suggestion", () => {
    const desk = new Desk(owen, sharedDraft("We ask for rules."));
    desk.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, desk.find("rules") + 5)));
    for (let count = 0; count < 5; count++) desk.backspace();
    expect(tell(desk.doc)).toEqual(["We ask for [-rules-]."]);
    expect(kinds(desk)).toEqual([{ kind: "deletion", account: owen, before: "rules", after: "" }]);
  });

  test("repeated letters: what is typed stands where it was typed", () => {
    const desk = new Desk(owen, sharedDraft("aaaa"));
    desk.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, 3)));
    desk.type("aa");
    expect(tell(desk.doc)).toEqual(["aa{+aa+}aa"]);
    expect(desk.editor.state.selection.head).toBe(5);
  });

  test("bold is a suggestion of another form, and undone it is none", () => {
    const desk = new Desk(owen, sharedDraft("We ask for *simple* rules."));
    desk.select("simple");
    desk.editor.commands.toggleBold();
    expect(tell(desk.doc)).toEqual(["We ask for <simple> rules."]);
    expect(suggestionsIn(desk.doc)[0]).toMatchObject({
      kind: "formatting",
      before: "simple",
      formats: { added: ["bold"], removed: [] },
    });
    expect(desk.doc.textContent).toBe("We ask for simple rules.");
    const [suggestion] = suggestionsIn(desk.doc);
    desk.select("simple");
    desk.editor.commands.toggleBold();
    expect(suggestionsIn(desk.doc)).toEqual([]);
    desk.editor.commands.toggleBold();
    desk.editor.commands.rejectSuggestion(suggestionsIn(desk.doc)[0]!.id);
    expect(markdownOf(desk.doc)).toBe("We ask for *simple* rules.");
    expect(suggestion?.id).toBeTruthy();
  });

  test("code, which lets no other mark in, can be struck", () => {
    const desk = new Desk(owen, sharedDraft("Run `npm start` now.\n\n```\nlet x;\n```"));
    desk.erase("start");
    desk.erase("let ");
    expect(tell(desk.doc)).toEqual(["Run npm [-start-] now.", "[-let -]x;"]);
  });

  test("a footnote that comes and one that goes", () => {
    const desk = new Desk(owen, sharedDraft("One[^1] two.\n\n[^1]: Note."));
    const at = desk.find("One") + 3;
    desk.edit((tr) => tr.delete(at, at + 1));
    desk.edit((tr) => tr.insert(desk.find("two"), tr.doc.type.schema.node("footnote", { text: "New." })));
    expect(tell(desk.doc)).toEqual(["One[-(footnote)-] {+(footnote)+}two."]);
    expect(kinds(desk)).toEqual([
      { kind: "deletion", account: owen, before: "Note.", after: "" },
      { kind: "insertion", account: owen, before: "", after: "New." },
    ]);
  });

  test("a new paragraph at the end of one is proposed alone", () => {
    const desk = new Desk(owen, sharedDraft("One.\n\nTwo."));
    desk.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, desk.find("One.") + 4)));
    desk.editor.commands.splitBlock();
    desk.type("New.");
    expect(tell(desk.doc)).toEqual(["One.", "+ New.", "Two."]);
    expect(kinds(desk)).toEqual([{ kind: "insertion", account: owen, before: "", after: "New." }]);
  });

  test("a divided paragraph: the old one is struck, both parts are proposed; so are joined ones", () => {
    const desk = new Desk(owen, sharedDraft("One two.\n\nThree."));
    desk.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, desk.find("two"))));
    desk.editor.commands.splitBlock();
    expect(tell(desk.doc)).toEqual(["- One two.", "+ One ", "+ two.", "Three."]);
    expect(tellDecided(desk.doc)).toEqual(["One two.", "Three."]);
    const joined = new Desk(owen, sharedDraft("One.\n\nTwo."));
    joined.edit((tr) => tr.join(6));
    expect(tell(joined.doc)).toEqual(["- One.", "- Two.", "+ One.Two."]);
    joined.editor.commands.acceptAllSuggestions();
    expect(tell(joined.doc)).toEqual(["One.Two."]);
  });

  test("one item of a list, one heading, a whole list", () => {
    const desk = new Desk(owen, sharedDraft("- One\n- Two\n- Three\n\nEnd."));
    let item = 0;
    desk.doc.descendants((node, position) => {
      if (node.type.name === "listItem" && node.textContent === "Two") item = position;
    });
    desk.edit((tr) => tr.delete(item, item + tr.doc.nodeAt(item)!.nodeSize));
    expect(kinds(desk)).toEqual([{ kind: "deletion", account: owen, before: "Two", after: "" }]);
    desk.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, desk.find("End"))));
    desk.editor.commands.toggleHeading({ level: 2 });
    expect(tell(desk.doc)).toEqual(["One", "Two", "Three", "- End.", "+ End."]);
    desk.editor.commands.acceptAllSuggestions();
    expect(markdownOf(desk.doc)).toBe("* One\n* Three\n\n## End.");
  });

  test("everything deleted is everything struck", () => {
    const desk = new Desk(owen, sharedDraft("One.\n\n- Two\n\nThree."));
    desk.editor.commands.selectAll();
    desk.editor.commands.deleteSelection();
    expect(tellDecided(desk.doc)).toEqual(["One.", "Two", "Three."]);
    desk.editor.commands.acceptAllSuggestions();
    expect(tell(desk.doc)).toEqual([""]);
    expect(suggestionsIn(desk.doc)).toEqual([]);
  });
});

describe("several people's suggestions", () => {
  test("what another proposed is struck, not deleted; each is decided alone", () => {
    const shared = sharedDraft("We ask for rules.");
    const first = new Desk(owen, shared);
    first.typeAfter("We ask for", " very clear");
    first.sync(shared);
    const second = new Desk(ines, shared);
    second.erase("very ");
    expect(tell(second.doc)).toEqual(["We ask for{+ +}[-{+very +}-]{+clear+} rules."]);
    const [insertion, deletion] = suggestionsIn(second.doc);
    expect([insertion?.account, deletion?.account]).toEqual([owen, ines]);
    const writer = new Desk(1, shared, { suggesting: false });
    writer.receive(second.copy);
    writer.editor.commands.acceptSuggestion(insertion!.id);
    expect(tell(writer.doc)).toEqual(["We ask for [-very -]clear rules."]);
    writer.editor.commands.acceptSuggestion(deletion!.id);
    expect(tell(writer.doc)).toEqual(["We ask for clear rules."]);
  });

  test("next to another's suggestion a new one is one's own", () => {
    const shared = sharedDraft("We ask.");
    const first = new Desk(owen, shared);
    first.typeAfter("We ask", " for");
    first.sync(shared);
    const second = new Desk(ines, shared);
    second.typeAfter("We ask for", " rules");
    expect(kinds(second).map(({ account, after }) => [account, after])).toEqual([
      [owen, " for"],
      [ines, " rules"],
    ]);
  });

  test("where another's suggestion stands, a paragraph is not divided, and the mode says why", () => {
    const shared = sharedDraft("We ask for rules.");
    const first = new Desk(owen, shared);
    first.typeAfter("We ask", " kindly");
    first.sync(shared);
    const second = new Desk(ines, shared);
    const before = second.doc;
    second.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, second.find("for"))));
    second.editor.commands.splitBlock();
    expect(second.doc.eq(before)).toBe(true);
    expect(suggestState(second.editor.state).refused).toBe("others");
    second.type("x");
    expect(suggestState(second.editor.state).refused).toBe(null);
  });

  test("one suggests while the other types, in the same words", () => {
    const shared = sharedDraft("We ask for simple rules.\n\nSincerely.");
    const [writer, reviewer] = [new Desk(1, shared, { suggesting: false }), new Desk(owen, shared)];
    reviewer.replace("simple", "clear");
    writer.typeAfter("We", " all");
    writer.typeAfter("simp", "X");
    writer.typeAfter("Sincerely", " yours");
    reviewer.sync(shared);
    writer.sync(shared);
    reviewer.sync(shared);
    expect(tell(writer.doc)).toEqual(tell(reviewer.doc));
    expect(suggestionsIn(reviewer.doc).every(({ account }) => account === owen)).toBe(true);
    expect(tellDecided(writer.doc)).toEqual(["We all ask for simpXle rules.", "Sincerely yours."]);
  });

  test("what a writer types into struck words is not struck, and what comes from others is no suggestion", () => {
    const shared = sharedDraft("We ask for simple rules.");
    const reviewer = new Desk(owen, shared);
    reviewer.erase("simple ");
    reviewer.sync(shared);
    const writer = new Desk(1, shared, { suggesting: false });
    writer.typeAfter("sim", "X");
    writer.sync(shared);
    reviewer.receive(shared);
    expect(tell(reviewer.doc)).toEqual(["We ask for [-sim-]X[-ple -]rules."]);
    expect(suggestionsIn(reviewer.doc)).toHaveLength(1);
  });

  test("all are accepted at once while a third one types", () => {
    const shared = sharedDraft("One two.\n\nThree four.\n\nFive.");
    const desks = [new Desk(owen, shared), new Desk(ines, shared)] as const;
    desks[0].replace("two", "2");
    desks[1].replace("four", "4");
    desks[1].select("Three");
    desks[1].editor.commands.toggleItalic();
    for (const desk of desks) desk.sync(shared);
    const writer = new Desk(1, shared, { suggesting: false });
    const third = new Desk(2, shared, { suggesting: false });
    writer.editor.commands.acceptAllSuggestions();
    third.typeAfter("Five", " six");
    for (const desk of [writer, third, writer]) desk.sync(shared);
    expect(markdownOf(writer.doc)).toBe("One 2.\n\n*Three* 4\\.\n\nFive six.");
    expect(jsonOf(writer.doc)).toEqual(jsonOf(third.doc));
  });

  test("a reviewer accepts nothing and takes back their own only", () => {
    const shared = sharedDraft("We ask for rules.");
    const writer = new Desk(1, shared);
    writer.typeAfter("We", " all");
    writer.sync(shared);
    const reviewer = new Desk(owen, shared, { onlySuggests: true });
    reviewer.erase(" rules");
    const [theirs, own] = suggestionsIn(reviewer.doc);
    const { commands } = reviewer.editor;
    expect(commands.acceptSuggestion(own!.id)).toBe(false);
    expect(commands.acceptAllSuggestions()).toBe(false);
    expect(commands.rejectSuggestion(theirs!.id)).toBe(false);
    expect(commands.setSuggesting(false)).toBe(false);
    commands.rejectAllSuggestions();
    expect(tell(reviewer.doc)).toEqual(["We{+ all+} ask for rules."]);
  });
});
