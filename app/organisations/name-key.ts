import { searchText } from "#app/signatures/search-text.ts";

/**
 * What a company's name says of its legal form, as `searchText` writes it: forms of the EU's member states, the
 * United Kingdom, Switzerland and North America (those that are ordinary words in French or English are left out).
 */
const legalForms = new Set(
  `sa sas sasu sarl eurl sci scop scic snc selarl gie sca se sce epic
   ltd limited llc llp lp inc incorporated corp corporation plc co company cic
   gmbh ag ug kg ohg ggmbh mbh ev bv nv vof cv bvba srl sprl asbl vzw
   spa srls sapa sl slu sociedad anonima lda ab oy oyj aps as asa hb
   sp zoo doo dd kft zrt nyrt sro ood ad uab sia ou`.split(/\s+/),
);
/** Forms that are written in several words or with points, once the points are gone. */
const writtenOut =
  /(?:^| )(?:s a(?: s(?: u)?)?|s a r l|s p a|s r l|s e|g m b h|e v|l t d|b v|n v|s l|sp z o o|d o o|s r o|association loi 1901|societe (?:anonyme|par actions simplifiee|a responsabilite limitee))$/;

/**
 * A name as organisations are compared, found and sorted: without case, accents, punctuation and legal forms, so
 * that "L’Écluse, S.A.S." and "l'ecluse" are one. A name that is nothing but a legal form stays.
 */
export function nameKey(name: string): string {
  const whole = searchText(name);
  let key = whole.replace(writtenOut, "");
  const words = key.split(" ");
  while (words.length > 1 && legalForms.has(words.at(-1) ?? "")) words.pop();
  while (words.length > 1 && ["sa", "sas", "sarl", "gie", "scop"].includes(words[0] ?? "")) words.shift();
  key = words.join(" ");
  // A name in a script without letters that we know has its own characters for a key.
  return (key || whole || name.trim().toLowerCase()).slice(0, 400);
}
