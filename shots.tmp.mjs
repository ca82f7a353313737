import { chromium } from "@playwright/test";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const base = "http://127.0.0.1:3391";
for (const spec of process.argv.slice(2)) {
  const [name, path, mode = "desktop", scroll = "0"] = spec.split("|");
  const phone = mode.includes("phone");
  const context = await browser.newContext({
    locale: mode.includes("en") ? "en-GB" : "fr-FR",
    colorScheme: mode.includes("dark") ? "dark" : "light",
    javaScriptEnabled: !mode.includes("plain"),
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 950 },
  });
  const page = await context.newPage();
  page.on("console", (m) => console.log(name, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(name, "error", e.message));
  if (mode.includes('print')) await page.emulateMedia({ media: 'print' });
  await page.goto(base + path);
  await page.waitForTimeout(400);
  if (mode.includes("print")) await page.pdf({ path: `/tmp/w/reading/shots/${name}.pdf`, format: "A4", printBackground: false });
  if (scroll !== "0") { await page.evaluate((y) => window.scrollTo({ top: y, behavior: "instant" }), Number(scroll)); await page.waitForTimeout(800); }
  await page.screenshot({ path: `/tmp/w/reading/shots/${name}.png`, fullPage: mode.includes("full") });
  console.log(name, await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight, document.querySelectorAll("*").length]), page.url());
  await context.close();
}
await browser.close();
