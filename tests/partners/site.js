// What a browser without a network makes of pages: the input is a JSON object, the output another.
//
// `browser` is the program, `pages` are addresses of files. Each page is opened light on a wide window and dark on
// that of a phone, and gives what it asks of others (`requests`), what it complains of (`complaints`), what axe finds
// (`violations`), and how far it is wider than the window (`overflow`). `searches` are addresses of the page of the
// search, and give the address of each result, in order. `filters` are words for the file that has the whole
// reference, `whole`, and give the headings that are still shown; axe looks at what the first of them shows, since it
// takes minutes for all of it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const { browser, pages, whole, searches, filters } = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"];
const VIEWS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
];

const program = await chromium.launch({ executablePath: browser, args: flags });

const opened = async (context, address) => {
  const page = await context.newPage();
  const told = { requests: [], complaints: [] };
  page.on("request", (request) => /^(file|data):/.test(request.url()) || told.requests.push(request.url()));
  page.on("console", (message) => told.complaints.push(message.text()));
  page.on("pageerror", (error) => told.complaints.push(error.message));
  await page.goto(address, { waitUntil: "load" });
  return { page, told };
};

const looked = async (context, address) => {
  const { page, told } = await opened(context, address);
  if (address === whole) await page.fill("#sought", filters[0]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, resultTypes: ["violations"] }));
  await page.close();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" "))}`);
  return { address, ...told, overflow, violations: said };
};

const seen = [];
for (const view of VIEWS) {
  const context = await program.newContext({ ...view, offline: true });
  for (const address of [...pages, whole]) seen.push({ scheme: view.colorScheme, ...(await looked(context, address)) });
  await context.close();
}

const context = await program.newContext({ offline: true });
const found = {};
for (const address of searches) {
  const { page, told } = await opened(context, address);
  await page.waitForSelector("#search-results ul.search li a");
  await page.waitForFunction(() => !document.querySelector("#search-progress")?.textContent);
  const results = await page.$$eval("#search-results ul.search li > a", (links) => links.map((link) => link.href));
  const { page: first } = await opened(context, results[0]);
  const leads = await first.evaluate(() => document.querySelector(":target") !== null);
  found[address] = { ...told, results, leads };
}

const { page } = await opened(context, whole);
const shown = {};
for (const words of filters) {
  const begun = Date.now();
  await page.fill("#sought", words);
  const headings = await page.$$eval("main :is(h2, h3)", (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
  const rows = await page.$$eval("main tbody tr", (all) => all.filter((one) => one.checkVisibility()).length);
  shown[words] = { headings, rows, took: Date.now() - begun };
}

await page.fill("#sought", filters[0]);
await page.emulateMedia({ media: "print" });
const printed = (await page.pdf({ format: "A4" })).length;

await program.close();
console.log(JSON.stringify({ seen, found, shown, printed }));
