import { cardFamily, showable } from "./card-fonts.ts";
import { type Card, cardSize, titleSize } from "./card.ts";

// The colours of app/styles/tokens.css: a picture knows no style sheet.
const paper = "#fbfaf7";
const ink = "#1c1b19";
const quiet = "#5b574f";
const rule = "#d9d5cb";
const seal = "#a3271b";

type Node = {
  type: string;
  props: { style: Record<string, string | number>; children?: unknown; lang?: string };
};
const box = (style: Record<string, string | number>, children?: unknown): Node => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});

/** A text of so many lines at most; the last one ends with an ellipsis where there is more. */
const lines = (text: string, most: number, style: Record<string, string | number>): Node => ({
  type: "div",
  props: {
    style: { display: "block", lineClamp: most, wordBreak: "break-word", ...style },
    children: showable(text),
  },
});

/** The elements of a card, as the library that sets them takes them. */
export function cardLayout({ kicker, title, by, figure, word }: Card): Node {
  const size = titleSize(title);
  return box(
    {
      ...cardSize,
      boxSizing: "border-box",
      flexDirection: "column",
      justifyContent: "space-between",
      backgroundColor: paper,
      color: ink,
      padding: "56px 72px 48px",
      borderTop: `12px solid ${ink}`,
      fontFamily: cardFamily,
    },
    [
      box({ flexDirection: "column" }, [
        lines(kicker, 1, { fontSize: 28, color: quiet, marginBottom: 18 }),
        lines(title || "Tribune", 5, { fontSize: size, lineHeight: 1.12, letterSpacing: -size / 90 }),
        ...(by ? [lines(by, 1, { fontSize: 32, color: quiet, marginTop: 26 })] : []),
      ]),
      box(
        {
          justifyContent: "space-between",
          alignItems: "flex-end",
          borderTop: `2px solid ${rule}`,
          paddingTop: 22,
        },
        [
          box({ alignItems: "baseline" }, [
            ...(figure
              ? [lines(figure, 1, { fontSize: 58, lineHeight: 1, color: seal, marginRight: 16 })]
              : []),
            lines(word, 1, { fontSize: 32, color: ink, maxWidth: 700 }),
          ]),
          box({ alignItems: "center", fontSize: 40, lineHeight: 1 }, [
            lines("Tribune", 1, {}),
            box({
              width: 12,
              height: 12,
              borderRadius: 6,
              backgroundColor: seal,
              marginLeft: 8,
              marginTop: 14,
            }),
          ]),
        ],
      ),
    ],
  );
}
