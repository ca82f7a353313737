import { afterEach } from "vitest";
import { testKey } from "./proof-of-work.ts";
import { verifyConsoleErrors, watchConsoleErrors } from "./vitest-console.ts";

process.env.SECRET_KEY ??= testKey;
watchConsoleErrors();
afterEach(verifyConsoleErrors);
