/** What a User-Agent header names, the particular before the general: Edge says "Chrome" too, Android "Linux". */
const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["CrOS", "ChromeOS"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** The program and the system that a User-Agent header names, each "" when it does not say. */
export function readBrowser(userAgent: string): { browser: string; system: string } {
  return {
    browser: browsers.find(([mark]) => userAgent.includes(`${mark}/`))?.[1] ?? "",
    system: systems.find(([mark]) => userAgent.includes(mark))?.[1] ?? "",
  };
}
