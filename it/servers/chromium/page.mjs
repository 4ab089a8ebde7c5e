// node page.mjs CHROMIUM REPORT.html FOLDER: uses the page as a person would, by keyboard; prints what was seen as JSON.
import {chromium} from 'playwright-core';
import {pathToFileURL} from 'node:url';
import {join} from 'node:path';

const [executablePath, report, folder] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
const seen = {requests: [], errors: []};

async function open(colorScheme) {
  const page = await browser.newPage({colorScheme, viewport: {width: 1280, height: 1500}});
  page.on('request', request => seen.requests.push(request.url()));
  page.on('pageerror', error => seen.errors.push(String(error)));
  page.on('console', message => message.type() === 'error' && seen.errors.push(message.text()));
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({path: join(folder, `${colorScheme}.png`)});
  return page;
}

const background = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const visible = page => page.locator('#list article:visible').count();

const dark = await open('dark');
seen.dark = await background(dark);
const page = await open('light');
seen.light = await background(page);
seen.headline = await page.locator('h1').innerText();
seen.shown = await page.locator('#shown').innerText();
seen.articles = await visible(page);
seen.wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

await page.keyboard.press('j');
seen.focused = await page.evaluate(() => document.activeElement.tagName);
await page.keyboard.press('Enter');
seen.opened = await page.locator('#list article details[open]').count();
await page.keyboard.press('/');
await page.keyboard.type('no such text');
seen.filtered = await visible(page);
await page.keyboard.press('Escape');
seen.cleared = await visible(page);
await page.locator('.sev[value=info]').check();
seen.withNotes = await visible(page);
await page.locator('#rule').selectOption({index: 1});
seen.ofOneRule = await visible(page);

await page.keyboard.press('Tab');
await page.locator('#theme').press('Enter');
seen.toggled = await background(page);
await page.setViewportSize({width: 420, height: 900});
seen.wideOnPhone = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
await browser.close();
console.log(JSON.stringify(seen));
