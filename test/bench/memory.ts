import type { Group } from "./bench.ts";

/** Resident memory of the server: before it was asked anything, and the most it had while all else was measured. */
export const memory: Group = ({ stage }) => {
  const of = (megabytes: number, seen: string) => {
    if (Number.isNaN(megabytes)) throw new Error("only Linux tells the memory of a process");
    return { figure: megabytes, seen };
  };
  return [
    {
      what: "memory at rest",
      aim: { below: 250, unit: "MB" },
      measure: () => Promise.resolve().then(() => of(stage.memoryAtRest, "resident, after the start")),
    },
    {
      what: "memory at most",
      aim: { below: 500, unit: "MB" },
      measure: async () => of(await stage.memoryAtMost(), "resident, through this run"),
    },
  ];
};
