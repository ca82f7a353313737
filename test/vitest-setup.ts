import { afterEach } from "vitest";
import { verifyConsoleErrors, watchConsoleErrors } from "./vitest-console.ts";

process.env.SECRET_KEY ??= "a key for tests, of more than 32 characters";
watchConsoleErrors();
afterEach(verifyConsoleErrors);
