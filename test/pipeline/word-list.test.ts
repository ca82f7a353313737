import { describe, expect, test } from "vitest";
import { foldedWords } from "#app/pipeline/fold.ts";
import { compileWordList, findListed, readWordList, wordListLimits } from "#app/pipeline/word-list.ts";

const find = (list: string, text: string) => {
  const read = readWordList(list);
  if (read.outcome !== "read") throw new Error(read.outcome);
  return findListed(compileWordList(read.entries), foldedWords(text));
};

describe("folding", () => {
  test.each([
    ["L’Été, à Noël", ["l", "ete", "a", "noel"]],
    ["CŒUR straße Ærø", ["coeur", "strasse", "aero"]],
    // Decomposed, full-width, with a soft hyphen and a zero-width joiner inside, and a Turkish İ.
    ["e\u0301te\u0301 ＳＰＡＭ sp\u00ADa\u200Dm İstanbul", ["ete", "spam", "spam", "istanbul"]],
    ["a_b-c.d/e@f", ["a", "b", "c", "d", "e", "f"]],
    // Cyrillic and Greek letters that look like Latin ones, small and capital: а, о, С, Р, М; ο, Ν.
    [
      "sp\u0430m \u0421\u041E\u041F\u0430 \u0420\u041CA n\u03BF \u039Do",
      ["spam", "co\u043Fa", "pma", "no", "no"],
    ],
    ["\u0421\u041E\u0420 \u0441\u043E\u0440", ["cop", "cop"]],
    ["№ 5 ½", ["no", "5", "1", "2"]],
    ["🙂 … —", []],
    ["", []],
  ])("%j is %j", (text, words) => {
    expect(foldedWords(text)).toEqual(words);
  });
});

describe("a word list", () => {
  test("finds whole words alone, whatever their capitals and accents", () => {
    expect(find("Crétin", "Quel CRETIN !")).toBe("Crétin");
    expect(find("cretin", "quel créti\u00ADn")).toBe("cretin");
    expect(find("con", "pros and cons, a conclusion, second")).toBeNull();
    expect(find("con", "L’con.")).toBe("con");
  });

  test("sees through letters of other alphabets that look alike, in the text and in the list", () => {
    expect(find("casino", "a c\u0430s\u0456n\u043E!")).toBe("casino");
    expect(find("casino", "\u0421\u0410SIN\u041E")).toBe("casino");
    expect(find("c\u0430sino", "casino")).toBe("c\u0430sino");
    expect(find("casino", "\u043A\u0430\u0437\u0438\u043D\u043E")).toBeNull();
  });

  test("finds phrases over punctuation and line ends, and no part of one", () => {
    expect(find("buy now", "Buy,\n\nNOW!")).toBe("buy now");
    expect(find("buy now", "buy it now")).toBeNull();
    expect(find("buy now", "you buy")).toBeNull();
    expect(find("ab\nab cd ef", "ab cd")).toBe("ab");
    expect(find("ab cd ef\nzz", "ab cd ab cd ef")).toBe("ab cd ef");
    expect(find("bit.ly/x", "see http://BIT.LY/x here")).toBe("bit.ly/x");
  });

  test("takes entries as words and never as a pattern", () => {
    expect(find("a.*b", "a then b")).toBeNull();
    expect(find("(a|b)+$", "only b")).toBeNull();
    expect(find("__proto__\nconstructor", "the constructor")).toBe("constructor");
  });

  test("without entries finds nothing", () => {
    expect(readWordList("")).toEqual({ outcome: "read", entries: [] });
    expect(readWordList(" \r\n\n\t\n")).toEqual({ outcome: "read", entries: [] });
    expect(find("", "anything at all")).toBeNull();
  });

  test("names the line that is wrong", () => {
    expect(readWordList("one\r\n\r\n!!!")).toEqual({ outcome: "line-without-words", line: 3 });
    expect(readWordList(`one\n${"x".repeat(101)}`)).toEqual({ outcome: "line-too-long", line: 2 });
    expect(readWordList("x".repeat(100)).outcome).toBe("read");
    expect(readWordList("𝒳".repeat(100)).outcome).toBe("read");
    expect(readWordList("a b c d e f g h i j k")).toEqual({ outcome: "line-too-long", line: 1 });
    expect(readWordList("y".repeat(5_000_000))).toEqual({ outcome: "line-too-long", line: 1 });
  });

  test("holds 50,000 lines, each of which is found, and no more", () => {
    const lines = Array.from({ length: wordListLimits.entries }, (_, at) => `mot${at} été${at}`);
    const read = readWordList(lines.join("\n"));
    if (read.outcome !== "read") throw new Error(read.outcome);
    expect(read.entries).toHaveLength(wordListLimits.entries);
    const compiled = compileWordList(read.entries);
    expect(compiled.entries.size).toBe(wordListLimits.entries);
    for (const at of [0, 25_000, 49_999])
      expect(findListed(compiled, foldedWords(`bla MOT${at}, ete${at} bla`))).toBe(`mot${at} été${at}`);
    expect(findListed(compiled, foldedWords("bla ".repeat(2500)))).toBeNull();
    expect(readWordList([...lines, "one more"].join("\n"))).toEqual({ outcome: "too-many", count: 50_001 });
  });

  test("what stands twice stands once", () => {
    expect(readWordList("one\none\n one ")).toEqual({ outcome: "read", entries: ["one"] });
  });

  test("costs a look-up a word also when every entry begins alike", () => {
    const entries = Array.from({ length: 10 }, (_, at) => "a ".repeat(at + 1).trim()).slice(1);
    const compiled = compileWordList([...entries, "a a b"]);
    expect(compiled.lengths.get("a")?.size).toBe(9);
    expect(findListed(compiled, foldedWords("a b ".repeat(2500)))).toBeNull();
  });
});
