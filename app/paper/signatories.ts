import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { formatDay, formatMoment, formatNumber, translator } from "#app/languages/translate.ts";
import type { PublicSignature } from "#app/signatures/signature.ts";
import { type Blocks, paragraphSlabs } from "./blocks.ts";
import type { Look } from "./inline.ts";
import type { PaperSignatories } from "./letter-paper.ts";
import { linesOf, type Piece, slabsOf } from "./line.ts";
import { type Element, ink, measure, type Paper, type Slab, space } from "./paper.ts";

type Roster = {
  signatories: PaperSignatories;
  version: number;
  language: Language;
  address: string;
  madeAt: Date;
};

const small: Look = { face: "sans", size: 8.6, color: ink.quiet };
const said: Look = { face: "sans", size: 9.6, color: ink.text };

/** Sets who signed: how many, and those who show their names, organisations by their level, then people. */
export function setSignatories(roster: Roster, blocks: Blocks): void {
  const { paper } = blocks;
  const { signatories, language, address } = roster;
  const t = translator(language);
  const root = paper.element("Sect", paper.root);
  if (paper.left < 150) paper.advance();
  paper.set([space(30), ...heading(t("letter.signatories"), 2, root, blocks), space(4)]);
  for (const line of summary(roster)) paper.set([...sentence(line, root, blocks), space(3)]);
  const sources = [t("paper.roster", { address: `${address}/signatures` })];
  if (signatories.listed.some(({ role, affiliation }) => role || affiliation))
    sources.push(t("signature.identification"));
  paper.set([space(4)]);
  for (const line of sources) paper.set([...sentence(line, root, blocks, small), space(3)]);
  const groups = [
    { title: "roster.organisations", list: signatories.listed.filter(isOrganisation) },
    {
      title: "roster.people",
      list: signatories.listed.filter((one) => !isOrganisation(one) && !one.imported),
    },
    {
      title: "paper.imported",
      list: signatories.listed.filter((one) => !isOrganisation(one) && one.imported),
    },
  ] as const;
  for (const { title, list } of groups) {
    if (list.length === 0) continue;
    paper.set([space(14), ...heading(t(title), 3, root, blocks), space(4)]);
    setList(list, title === "roster.organisations" ? 1 : 2, roster, root, paper);
  }
}

/** A mandate that is proved makes it the organisation's own; what was taken over from elsewhere is nobody's proof. */
const isOrganisation = ({ kind, level, imported }: PublicSignature) =>
  kind === "organisation" && level !== null && level !== "declared" && !imported;

/** How many signed, in sentences. */
function summary({ signatories, version, language, address, madeAt }: Roster): string[] {
  const { confirmed, imported, onThisVersion, unnamed, cut, listed } = signatories;
  const t = translator(language);
  const number = (value: number) => formatNumber(language, value);
  if (confirmed + imported === 0) return [t("paper.nobody")];
  const moment = formatMoment(language, madeAt);
  const lines = [t("paper.signed", { count: confirmed, number: number(confirmed), moment })];
  if (onThisVersion !== confirmed)
    lines.push(t("paper.onVersion", { count: onThisVersion, number: number(onThisVersion), version }));
  if (imported > 0) lines.push(t("paper.alsoImported", { count: imported, number: number(imported) }));
  if (cut)
    lines.push(t("paper.cut", { number: number(listed.length), address: `${address}/signatures.csv` }));
  else if (unnamed > 0) lines.push(t("paper.unnamed", { count: unnamed, number: number(unnamed) }));
  return lines;
}

function heading(text: string, level: 2 | 3, parent: Element, blocks: Blocks): Slab[] {
  const look: Look = { face: "bold", size: level === 2 ? 15 : 12 };
  const slabs = paragraphSlabs([{ ...look, text }], { width: measure, look, parent }, blocks, `H${level}`);
  return slabs.map((slab) => ({ ...slab, tied: true }));
}

const sentence = (text: string, parent: Element, blocks: Blocks, look = said): Slab[] =>
  paragraphSlabs([{ ...look, text }], { width: measure, look, parent }, blocks, "P");

/** So many names are laid out at once: what is laid out and not set yet stands in memory. */
const atOnce = 200;

function setList(
  list: PublicSignature[],
  columns: number,
  roster: Roster,
  root: Element,
  paper: Paper,
): void {
  const parent = paper.element("L", root);
  paper.inColumns(columns, 22, (width) => {
    for (let from = 0; from < list.length; from += atOnce) {
      const items: Element[] = [];
      for (const signature of list.slice(from, from + atOnce)) {
        const item = paper.element("LI", parent);
        items.push(item);
        paper.set([...entry(signature, width, roster, item, paper), space(3.4)]);
      }
      paper.mark(null);
      for (const item of items) item.end();
    }
  });
}

/** One signatory: the number, the name, and in small what they say of themselves. */
function entry(
  signature: PublicSignature,
  width: number,
  roster: Roster,
  item: Element,
  paper: Paper,
): Slab[] {
  const { language } = roster;
  const label = paper.element("Lbl", item);
  const body = paper.element("LBody", item);
  const number = signature.number === null ? "" : formatNumber(language, signature.number);
  const indent = 34;
  const distinction = signature.distinction ? ` (${signature.distinction})` : "";
  const face = isOrganisation(signature) ? "bold" : "text";
  const name: Piece = {
    text: `${clean(signature.name ?? "")}${clean(distinction)}`,
    face,
    size: 9.8,
    color: ink.text,
  };
  const lines = linesOf([name], width - indent, paper);
  const slabs = slabsOf(lines, body, 13, paper);
  for (const text of aboutOf(signature, roster)) {
    const piece: Piece = { ...small, size: 8.2, text: clean(text) };
    slabs.push(...slabsOf(linesOf([piece], width - indent, paper), body, 10.6, paper));
  }
  return slabs.map((slab, index) => ({
    height: slab.height,
    tied: index < slabs.length - 1,
    draw: (x, y) => {
      if (index === 0 && number !== "") {
        paper.mark(label);
        const wide = paper.faces.width(number, "sans", 8);
        paper.write(number, x + indent - 8 - wide, y + 13 * 0.74, {
          face: "sans",
          size: 8,
          color: ink.quiet,
        });
      }
      slab.draw(x + indent, y);
    },
  }));
}

/** Strangers typed this: signs that a line cannot show are spaces. */
const clean = (text: string) => text.normalize("NFC").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

function aboutOf(signature: PublicSignature, { version, language }: Roster): string[] {
  const t = translator(language);
  const { representedBy, role, affiliation, level, evidence, provedAt } = signature;
  const organisation = isOrganisation(signature);
  const place = organisation
    ? [representedBy && t("signatory.represented", { name: representedBy }), role]
    : [role, affiliation];
  const lines = [place.filter(Boolean).join(", ")];
  if (organisation && level) {
    const how = t(`level.${level}.how`, { evidence: evidence.replace(/^https:\/\//, "") });
    const since = provedAt ? `, ${t("level.since")} ${formatDay(language, new Date(provedAt))}` : "";
    lines.push(`${t(`level.${level}`)}${language === "fr" ? " :" : ":"} ${how}${since}`);
  }
  if (signature.version !== version && !signature.imported)
    lines.push(t("paper.otherVersion", { version: signature.version }));
  return lines.filter((line) => line !== "").map((line) => typeset(line, language));
}
