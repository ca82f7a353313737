/**
 * How well it is proved that somebody may sign for an organisation, from the least to the most. A declared mandate is
 * nobody's but the person's own word: their signature is a person's with an affiliation, never an organisation's.
 */
export const levels = ["declared", "mailed", "domain", "countersigned", "federated"] as const;
export type Level = (typeof levels)[number];

/**
 * What a person may do for an organisation at this moment. `evidence` is the domain or the issuer that proves it,
 * empty when nothing does. Countersigning raises one signature, so no mandate has that level.
 */
export type Mandate = {
  level: Exclude<Level, "countersigned">;
  evidence: string;
  provedAt: Date | null;
};

/** Whether a signature of this level is the organisation's own. */
export const binds = (level: Level): boolean => level !== "declared";
