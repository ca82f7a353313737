/** The states a reviewer looks through, what is to be decided first. Who withdrew is nobody's to look at. */
export const reviewedStates = ["held", "pending", "confirmed", "invalidated"] as const;
export type ReviewedState = (typeof reviewedStates)[number];
