import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./test/chromium.ts";

export default defineConfig({
  testDir: "test/stories",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A story takes three seconds on a quiet machine, and twenty on one that is shared.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], channel: undefined },
    },
  ],
});
