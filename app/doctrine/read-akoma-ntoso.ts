import { SaxesParser, type SaxesTagPlain } from "saxes";
import { guessLanguage } from "#app/languages/guess-language.ts";
import type { Language } from "#app/languages/language.ts";
import { numberedHeading } from "./numbered-heading.ts";
import {
  oneLine,
  type ParsedProvision,
  type ParsedText,
  type Problem,
  provisionLimits,
  type Reference,
  shortened,
  Unreadable,
} from "./parsed-provision.ts";
import type { ProvisionKind } from "./provision.ts";

/** Hierarchical elements (Akoma Ntoso 1.0 of OASIS, XML schema 3.0) and what they are here. */
const kinds: Record<string, ProvisionKind> = {
  part: "part",
  subpart: "part",
  book: "book",
  tome: "book",
  title: "title",
  subtitle: "title",
  chapter: "chapter",
  subchapter: "chapter",
  section: "section",
  subsection: "subsection",
  division: "section",
  subdivision: "subsection",
  paragraph: "paragraph",
  article: "article",
  rule: "rule",
  attachment: "annex",
  level: "item",
  clause: "item",
  proviso: "item",
  transitional: "item",
  hcontainer: "item",
};

/** Elements of which each is a paragraph of its own. */
const lines = new Set(
  "p li td th block blockContainer intro wrapUp listIntroduction listWrapUp item point paragraph".split(" "),
);
/** Two levels of what the schema nests without end; deeper ones would only be an attack. */
const deepest = 200;

/** An element that is open while the file is read. */
type Open = {
  name: string;
  /** The provision that begins with it. */
  provision?: ParsedProvision;
  /** Collects the words within it. */
  words?: string;
};

/**
 * Reads an official text from Akoma Ntoso 3.0. What stands within an article is its text, with the numbers of its
 * paragraphs; text that is quoted to be put into another text makes no provisions. Where a provision points (`ref`)
 * and what it amends (`mod`, `textualMod`) is kept as its references.
 */
export function readAkomaNtoso(xml: string): ParsedText {
  return new Reading().read(xml);
}

class Reading {
  readonly #parser = new SaxesParser();
  readonly #open: Open[] = [];
  readonly #provisions: ParsedProvision[] = [];
  readonly #problems: Problem[] = [];
  readonly #byId = new Map<string, ParsedProvision>();
  readonly #amendments: { source: string; href: string }[] = [];
  /** Provisions that are open, the innermost last. */
  readonly #within: ParsedProvision[] = [];
  /** How many elements are open within which nothing is a provision: articles, quotes. */
  #closed = 0;
  #quoted = 0;
  #isRoot = true;
  #body = "";
  /** The number of what is within an article: it stands before its first line. */
  #before = "";
  #bodyLine = 0;
  #reference: Reference | null = null;
  #lastOutside = "";
  #title: string | undefined;
  #name: string | undefined;
  #language: Language | undefined;
  #dated: string | undefined;
  #modification: { source: string } | null = null;

  read(xml: string): ParsedText {
    const parser = this.#parser;
    parser.on("error", (fault) => {
      // saxes begins with "line:column: ".
      throw new Unreadable("not-well-formed", fault.message.replace(/^\d+:\d+: /, ""), parser.line);
    });
    parser.on("opentag", (tag) => this.#begin(tag));
    parser.on("text", (text) => this.#addWords(text));
    parser.on("cdata", (text) => this.#addWords(text));
    parser.on("closetag", (tag) => this.#end(localName(tag.name)));
    parser.write(xml).close();
    this.#tellAmendments();
    return {
      title: this.#title ?? this.#name,
      language:
        this.#language ??
        guessLanguage(
          this.#provisions
            .map(({ text, title }) => `${title} ${text}`)
            .join("\n")
            .slice(0, 20_000),
        ),
      dated: this.#dated,
      provisions: this.#provisions,
      problems: this.#problems,
    };
  }

  #begin(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    if (this.#isRoot && name !== "akomaNtoso")
      throw new Unreadable("wrong-format", `is XML, but no Akoma Ntoso: it begins with <${tag.name}>`);
    this.#isRoot = false;
    if (this.#open.length > deepest) throw new Unreadable("too-deep", "nests too deeply", this.#parser.line);
    const open: Open = { name };
    this.#readMeta(name, tag.attributes);
    if (lines.has(name)) this.#finishLine();
    const kind = this.#closed === 0 && this.#isInBody() ? kinds[name] : undefined;
    if (kind) open.provision = this.#beginProvision(kind, tag.attributes);
    if (name === "quotedStructure" || name === "quotedText") this.#quoted++;
    if (name === "article" || name === "rule" || name === "quotedStructure") this.#closed++;
    if (["num", "heading", "subheading", "docTitle"].includes(name)) open.words = "";
    if (name === "ref" || name === "rref") this.#beginReference(tag.attributes);
    if (name === "num" && this.#closed > 0) this.#finishLine();
    this.#open.push(open);
  }

  #isInBody(): boolean {
    return this.#open.some(({ name }) => ["body", "mainBody", "attachments", "doc"].includes(name));
  }

  #readMeta(name: string, attributes: Record<string, string>): void {
    const { value, language, date, href = "" } = attributes;
    const inExpression = this.#open.some((each) => each.name === "FRBRExpression");
    if (name === "FRBRname" || name === "FRBRalias") this.#name ??= value;
    if (name === "FRBRlanguage")
      this.#language ??= /^fr/.test(language ?? "") ? "fr" : /^en/.test(language ?? "") ? "en" : undefined;
    if (name === "FRBRdate" && inExpression && /^\d{4}-\d\d-\d\d/.test(date ?? ""))
      this.#dated ??= date?.slice(0, 10);
    if (name === "textualMod") this.#modification = { source: "" };
    if (!this.#modification) return;
    if (name === "source") this.#modification.source = href;
    if (name === "destination") this.#amendments.push({ source: this.#modification.source, href });
  }

  #beginProvision(kind: ProvisionKind, attributes: Record<string, string>): ParsedProvision {
    const provision: ParsedProvision = {
      kind,
      number: "",
      title: "",
      text: "",
      line: this.#parser.line,
      children: [],
    };
    this.#finishLine();
    (this.#within.at(-1)?.children ?? this.#provisions).push(provision);
    this.#within.push(provision);
    if (this.#within.length > provisionLimits.depth + 1)
      throw new Unreadable("too-deep", "nests too deeply", this.#parser.line);
    const id = attributes.eId ?? attributes.id ?? attributes["xml:id"];
    if (id) this.#byId.set(id, provision);
    return provision;
  }

  #beginReference({ href }: Record<string, string>): void {
    if (!href || this.#quoted > 0) return;
    const amends = this.#open.some(({ name }) => name === "mod");
    this.#reference = { href: oneLine(href.slice(0, 2000)), words: "", amends };
  }

  #addWords(text: string): void {
    if (this.#reference) this.#reference.words += text;
    const collecting = this.#open.findLast(({ words }) => words !== undefined);
    if (collecting && this.#quoted === 0) {
      collecting.words = (collecting.words ?? "") + text;
      return;
    }
    if (!this.#isInBody()) return;
    if (this.#body.trim() === "") this.#bodyLine = this.#parser.line;
    this.#body += text;
  }

  #end(name: string): void {
    const open = this.#open.pop();
    if (!open) return;
    if (name === "quotedStructure" || name === "quotedText") this.#quoted--;
    if (open.words !== undefined) this.#takeWords(name, oneLine(open.words));
    if ((name === "ref" || name === "rref") && this.#reference) {
      const { words, ...reference } = this.#reference;
      const holder = this.#within.at(-1);
      if (holder) (holder.references ??= []).push({ ...reference, words: shortened(oneLine(words)) });
      this.#reference = null;
    }
    if (name === "textualMod") this.#modification = null;
    if (lines.has(name)) this.#finishLine();
    if (name === "article" || name === "rule" || name === "quotedStructure") this.#closed--;
    if (open.provision) {
      this.#finishLine();
      this.#within.pop();
    }
  }

  /** Numbers and headings of provisions are their own; those within an article begin its lines. */
  #takeWords(name: string, words: string): void {
    if (words === "") return;
    if (name === "docTitle") {
      this.#title ??= words;
      return;
    }
    const provision = this.#open.at(-1)?.provision;
    if (!provision && name === "num") this.#before += `${words} `;
    else if (!provision) {
      this.#body += words;
      this.#finishLine();
    } else if (name === "num") nameIt(provision, words);
    else provision.title = [provision.title, words].filter(Boolean).join(" ").slice(0, provisionLimits.title);
  }

  #finishLine(): void {
    const line = oneLine(this.#body);
    this.#body = "";
    if (line === "") return;
    const words = this.#before + line;
    this.#before = "";
    const provision = this.#within.at(-1);
    if (provision) provision.text += (provision.text === "" ? "" : "\n") + words;
    else if (this.#lastOutside !== "body")
      this.#problems.push({ line: this.#bodyLine, what: "outside", words: shortened(words) });
    this.#lastOutside = provision ? "" : "body";
  }

  /** What the file's own analysis says is amended, of the provision whose modification says so ("#art_1__mod_1"). */
  #tellAmendments(): void {
    for (const { source, href } of this.#amendments) {
      const steps = source.replace(/^.*#/, "").split("__");
      let holder: ParsedProvision | undefined;
      for (let length = steps.length; length > 0 && !holder; length--)
        holder = this.#byId.get(steps.slice(0, length).join("__"));
      const known = holder?.references?.find((reference) => reference.href === href);
      if (known) known.amends = true;
      else if (holder)
        (holder.references ??= []).push({ href: oneLine(href.slice(0, 2000)), words: "", amends: true });
    }
  }
}

/** The number alone of what an element `num` says: "Article L100-1", "CHAPITRE Ier", "12.", "§ 2". */
function nameIt(provision: ParsedProvision, words: string): void {
  const heading = numberedHeading(words, true);
  const number =
    heading && !heading.short ? heading.number : words.replace(/^§\s*/, "").replace(/[.:\s]+$/, "");
  provision.number = number.slice(0, provisionLimits.number);
  if (heading && !heading.short && heading.title !== "") provision.title = heading.title;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
