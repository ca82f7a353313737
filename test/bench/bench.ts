import type { Planned } from "./rows.ts";
import type { Stage } from "./stage.ts";

/** What a group of rows is measured on, and for how long. */
export type Bench = {
  stage: Stage;
  /** How long one measurement of a round is, in seconds. */
  seconds: number;
  rounds: number;
  /** How long the crowd stays, in seconds. */
  crowdSeconds: number;
  /** Whether the crowd signs 350 times a second instead of 120. */
  stretch: boolean;
};

/** The rows of one subject. They are measured in their order and may share what they saw. */
export type Group = (bench: Bench) => Planned[];

export const page = (slug: string, part = "") => `/letters/${slug}${part}`;
