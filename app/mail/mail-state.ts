/** A mail is failing from the first refusal of a mail server until it is sent. */
export const mailStates = ["waiting", "failing", "sent"] as const;
export type MailState = (typeof mailStates)[number];
