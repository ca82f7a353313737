import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";

type Numbering = INumberingOptions["config"][number];

/** The lists of one Word document, each with a count of its own. */
export class WordLists {
  readonly starts = new Set<number>();
  #instance = 0;

  begin(ordered: boolean, start: number): { reference: string; instance: number } {
    if (!ordered) return { reference: "bullets", instance: 0 };
    this.starts.add(start);
    return { reference: `ordered-${start}`, instance: ++this.#instance };
  }
}

/** What Word must know of the lists: nine levels of bullets, and of numbers for each number that a list begins with. */
export function wordNumbering({ starts }: WordLists): Numbering[] {
  const levels = Array.from({ length: 9 }, (_, level) => level);
  const place = (level: number) => ({ paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } });
  return [
    {
      reference: "bullets",
      levels: levels.map((level) => ({
        ...{ level, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT },
        style: place(level),
      })),
    },
    ...[...starts].map((start) => ({
      reference: `ordered-${start}`,
      levels: levels.map((level) => ({
        ...{
          level,
          start,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          alignment: AlignmentType.LEFT,
        },
        style: place(level),
      })),
    })),
  ];
}
