import type { Account } from "#app/accounts/account.ts";

/** Whether an account moderates: moderators and administrators do. */
export const moderates = (account: Account | null): account is Account =>
  account !== null && (account.role === "moderator" || account.role === "admin");
