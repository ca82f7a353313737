import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: [...configDefaults.exclude, "test/stories/**"],
    pool: "forks",
    maxWorkers: 2,
    globalSetup: "test/vitest-global-setup.ts",
    setupFiles: "test/vitest-setup.ts",
    testTimeout: 15_000,
    // What a job or another process does is there in a moment, and in seconds on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 30_000,
    // What goes wrong is shown; the log of every request is not.
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "error" },
  },
});
