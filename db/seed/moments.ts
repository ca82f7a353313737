// Durations in milliseconds.
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment so many milliseconds later, or earlier when they are negative. */
export const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
