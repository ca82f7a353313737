/** The states a reviewer looks through, what is to be decided first. Who withdrew is nobody's to look at. */
export const reviewedStates = ["held", "pending", "confirmed", "invalidated"] as const;
export type ReviewedState = (typeof reviewedStates)[number];

/** A mail domain that fewer share on a letter could name a person, and is shown to moderators alone. */
export const sharedBy = 5;
