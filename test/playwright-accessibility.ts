import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Fails with a list of what axe finds on the page as it is now: WCAG 2.2 A and AA, and best practice.
 * @param rules those to look by; all of them unless told
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // Without legacy mode axe is loaded a second time, into a page of its own, for frames of other sites: we have none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  if (violations.length === 0) return;
  const found = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary = "" }) =>
        `    ${target.flat().join(" ")}\n      ${failureSummary.replaceAll("\n", "\n      ")}`,
    );
    return `  ${id} (${impact ?? "unrated"}): ${help}\n${places.join("\n")}`;
  });
  throw new Error(`axe finds ${violations.length} on ${page.url()}:\n${found.join("\n")}`);
}
