import { afterEach } from "vitest";
import { verifyConsoleErrors, watchConsoleErrors } from "./vitest-console.ts";

watchConsoleErrors();
afterEach(verifyConsoleErrors);
