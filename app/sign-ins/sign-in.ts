/** How somebody logged in. `mail` is a link to the account's address: at joining, or for a forgotten password. */
export type Way = "password" | "passkey" | "provider" | "recovery-code" | "mail";

/** Once somebody logged in, as the account's holder sees it. */
export type SignIn = {
  id: number;
  at: Date;
  way: Way;
  browser: string;
  system: string;
  /** A label that is the same for the same network of this account; "" when it was forgotten. */
  network: string;
};
