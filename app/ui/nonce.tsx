import { createContext } from "react";

/** The nonce of this page's Content-Security-Policy; undefined on pages without inline scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
