import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { installDebian } from "./debian.ts";
import { runTool } from "./program.ts";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser that CHROMIUM_PATH names or that the system has; undefined when there is none.
 * Throws when CHROMIUM_PATH names a file that is not there.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(
      `CHROMIUM_PATH names ${named}, which is not there. Right would be the path of a Chromium.`,
    );
  return named || places.find((place) => existsSync(place));
}

/**
 * Makes sure that there is a browser for the stories: the system's, or one that Playwright has, or Debian's
 * installed now, or Playwright's own downloaded now. Answers with its path, or with undefined for Playwright's.
 * Throws an Error that says what would help when none can be had.
 */
export async function ensureChromium(): Promise<string | undefined> {
  const found = findChromium();
  if (found) return found;
  if (existsSync(chromium.executablePath())) return undefined;
  const installed = await installDebianChromium();
  if (installed) return installed;
  console.log("Chromium: downloading Playwright's own …");
  if ((await runTool("playwright", ["install", "chromium"])) === 0) return undefined;
  throw new Error(
    "No Chromium: none is installed, this machine does not let us install Debian's, and Playwright's own could " +
      'not be downloaded. What helps: "sudo apt-get install chromium", or CHROMIUM_PATH with the path of a ' +
      'Chromium or Chrome, or "npx playwright install --with-deps chromium" where the network allows it.',
  );
}

async function installDebianChromium(): Promise<string | undefined> {
  console.log("Chromium: installing Debian's, about half a minute …");
  return (await installDebian(["chromium", "fonts-liberation"])) ? findChromium() : undefined;
}
