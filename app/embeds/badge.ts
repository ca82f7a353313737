import { escapeXml } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import { formatNumber, translator } from "#app/languages/translate.ts";

/** Longer titles would make the badge wider than the column it stands in. */
const longest = 44;

/** A title as the badge shows it, cut at a sign that somebody sees as one. */
function shortened(title: string): string {
  const signs = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  return signs.length <= longest
    ? title
    : `${signs
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

/** Widths are guessed, for a picture cannot measure: a sign takes so much of its size, and each text is fitted to it. */
const widthOf = (text: string, size: number) => Math.ceil(text.length * size * 0.54);

/**
 * A letter's title and how many signed, as a picture for other sites (SVG). It follows the reader's light or dark,
 * and is of one piece: it asks for no font and runs nothing.
 */
export function badgeSvg(letter: { title: string; signatureCount: number }, language: Language): string {
  const t = translator(language);
  const { signatureCount: count } = letter;
  const title = shortened(letter.title);
  const figure = formatNumber(language, count);
  const signed = `${figure} ${t("letter.signatures.word", { count })}`;
  const widths = { title: widthOf(title, 14), signed: widthOf(signed, 14) };
  const [left, right] = [widths.title + 24, widths.signed + 24];
  const text = (name: string, x: number, width: number, words: string) =>
    `<text class="${name}" x="${x}" y="20" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`;
  const label = escapeXml(`${letter.title}: ${signed}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="${left + right}" height="30" viewBox="0 0 ${left + right} 30" role="img" aria-label="${label}">
<title>${label}</title>
<style>
.paper{fill:#fbfaf7;stroke:#817b6f}.seal{fill:#a3271b}.title{fill:#1c1b19}.signed{fill:#fff}
text{font:14px Georgia,"Times New Roman",serif}
@media (prefers-color-scheme:dark){.paper{fill:#14161a;stroke:#7f8590}.seal{fill:#e5695b}.title{fill:#e8e4dc}.signed{fill:#1a0906}}
</style>
<rect class="paper" x=".5" y=".5" width="${left + right - 1}" height="29" rx="3"/>
<path class="seal" d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v24a3 3 0 0 1-3 3h-${right - 3}z"/>
${text("title", 12, widths.title, title)}
${text("signed", left + 12, widths.signed, signed)}
</svg>
`;
}
