// Goes through the pages in a real browser.
// usage: node pages.mjs ADDRESS SAMPLES HOSTILE REMARKED LARGE SHOTS
// ADDRESS of a server on an empty dossier; files of records (JSON Lines): SAMPLES, HOSTILE, REMARKED (a
// later version, a cut one, one in French), LARGE (one of five megabytes); SHOTS a directory for the
// screenshots. Prints what was done; the exit status is 1 at the first thing wrong.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, samples, hostile, remarked, large, shots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => existsSync(p));
mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
});
// axe is put in from outside, which a page's own policy would forbid; the policy is tested apart.
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
context.setDefaultTimeout(60_000);
const page = await context.newPage();
const wrong = [];
page.on('pageerror', (e) => wrong.push('script error: ' + e.message));
page.on('dialog', (d) => { wrong.push('dialog: ' + d.message()); void d.dismiss(); });

async function go(path) {
  await page.goto(address + path);
  await page.waitForSelector('main');
  await page.waitForLoadState('networkidle');
}

async function look(name) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`));
  wrong.push(...found.map((f) => `${name}: axe: ${f}`));
  await page.screenshot({ path: join(shots, `${name}-1440.png`) });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(shots, `${name}-390.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 1) wrong.push(`${name}: the page is ${wide} px wider than a phone`);
  await page.setViewportSize({ width: 1440, height: 900 });
  console.log('looked at', name);
}

async function text(selector) {
  return (await page.locator(selector).first().innerText()).trim();
}

try {
  // An empty dossier says how to begin.
  await go('/');
  await page.getByText('This dossier is empty').waitFor();
  await look('empty');

  // Add, with progress.
  await go('/add');
  await page.setInputFiles('#files', samples);
  await page.getByText(/^Done: \d+ added/).waitFor();
  assert.match(await text('[role=status] p'), /Done: 9 added, 0 there already, 0 not readable/);
  await look('add');

  // The board, its trail, the words.
  await go('/board');
  await page.locator('button.cell').first().waitFor();
  await look('board');
  const cell = page.locator('button.cell', { hasText: 'Rejects' }).first();
  await cell.click();
  await page.locator('section .quote').first().click();
  await page.locator('aside blockquote').waitFor();
  assert.match(await text('aside blockquote'), /would not accept a truce of ten days/);
  await look('drawer');

  // Correct: another stance, and the span's end one word further left, by keyboard alone.
  await page.fill('#reviewer', 'Ana');
  await page.locator('aside').focus();
  await page.keyboard.press('c');
  await page.locator('#stance').selectOption('DEMAND');
  const end = page.getByRole('slider', { name: 'Content, end' });
  const before = await page.locator('.editor mark').first().innerText();
  await end.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  const after = await page.locator('.editor mark').first().innerText();
  assert.ok(before.startsWith(after) && after.length < before.length, `${before} / ${after}`);
  // And by dragging the beginning.
  const handle = await page.getByRole('slider', { name: 'Content, begin' }).boundingBox();
  const mark = await page.locator('.editor mark').first().boundingBox();
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(mark.x + 40, handle.y + handle.height / 2, { steps: 4 });
  await page.mouse.up();
  const dragged = await page.locator('.editor mark').first().innerText();
  assert.notEqual(dragged, after);
  assert.ok(after.endsWith(dragged) || dragged.endsWith(after), `${after} / ${dragged}`);
  await look('correct');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await page.locator('.say', { hasText: 'Corrected' }).waitFor();
  await page.locator('aside .status', { hasText: 'corrected' }).waitFor();
  await page.locator('td.chosen', { hasText: 'Demands' }).waitFor();
  console.log('corrected; the board changed');

  // Undo.
  await page.locator('.say button', { hasText: 'Undo' }).click();
  await page.locator('td.chosen', { hasText: 'Rejects' }).waitFor();
  console.log('undone; the board is as before');

  // Reject and undo by keyboard.
  await page.locator('aside').focus();
  await page.keyboard.press('r');
  await page.locator('aside .status', { hasText: 'rejected' }).waitFor();
  await page.keyboard.press('u');
  await page.locator('aside .status', { hasText: 'machine' }).waitFor();
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // The slider shows the board as of another day.
  await go('/board');
  await page.locator('#day').focus();
  await page.keyboard.press('Home');
  await page.locator('label[for=day]', { hasText: '1999-03-01' }).waitFor();

  // Find.
  await page.keyboard.press('Escape');
  await page.fill('#search', 'accept*');
  await page.keyboard.press('Enter');
  await page.locator('main mark').first().waitFor();
  assert.match(await text('main mark'), /accept/i);
  await look('find');

  for (const [name, path] of [['today', '/today?from=1999-03-01&to=1999-03-31'], ['statements', '/statements?kind=position'], ['timeline', '/timeline'], ['actors', '/actors'], ['sources', '/sources']]) {
    await go(path);
    await look(name);
  }
  // One actor, one report with its layers; hover ties words and list.
  await go('/actors');
  await page.locator('main table a').first().click();
  await page.getByText('Names in reports').waitFor();
  await look('actor');
  await go('/sources');
  await page.locator('a[href^="/reports/"]').first().click();
  await page.locator('.text p').first().waitFor();
  await page.locator('.margin button').first().hover();
  assert.ok((await page.locator('.text .hot').count()) > 0, 'hovering the list marks the words');
  await look('reader');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('reader-dark');
  await go('/board');
  await look('board-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  // Export.
  for (const format of ['csv', 'jsonl', 'dna', 'graphml', 'html']) {
    const file = await page.request.get(`${address}/api/export/${format}`);
    assert.equal(file.status(), 200, format);
    assert.ok((await file.body()).length > 100, format);
  }
  console.log('exported');

  // Versions, paywalls and other languages are told on list, report and entry.
  await go('/add');
  await page.setInputFiles('#files', remarked);
  await page.getByText(/^Done: 3 added/).waitFor();
  await go('/sources');
  for (const remark of ['later version', 'paywall, cut off', 'not English: French']) await page.locator('main .tag', { hasText: remark }).first().waitFor();
  await look('remarks');
  await page.locator('a.tag', { hasText: 'later version' }).click();
  await page.locator('.text p').first().waitFor();
  await go('/sources');
  await page.locator('tr', { hasText: 'not English' }).locator('a[href^="/reports/"]').first().click();
  await page.locator('.remark', { hasText: 'not in English but in French' }).waitFor();
  await go('/sources');
  await page.locator('tr', { hasText: 'cut off' }).locator('a[href^="/reports/"]').first().click();
  await page.locator('.remark', { hasText: 'ends as if it had been cut off' }).waitFor();
  await page.locator('.remark a', { hasText: 'Read that one' }).click();
  // The first version has nothing to remark.
  await page.locator('.remark').first().waitFor({ state: 'detached' });
  await page.locator('.text p').first().waitFor();

  // Five megabytes: little of it is laid out at a time, and its end is reached.
  await go('/add');
  await page.setInputFiles('#files', large);
  await page.getByText(/^Done: 1 added/).waitFor();
  const big = (await (await page.request.get(`${address}/api/find?q=megabytes`)).json()).hits[0].report;
  const asked = Date.now();
  await page.goto(`${address}/reports/${big}`);
  await page.locator('.text p').first().waitFor();
  console.log('five megabytes: first words after', Date.now() - asked, 'ms');
  const frames = await page.evaluate(async () => {
    const spent = [];
    for (let i = 0; i < 60; i++) {
      const from = performance.now();
      window.scrollBy(0, 900);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      spent.push(performance.now() - from);
    }
    spent.sort((a, b) => a - b);
    return { median: Math.round(spent[30]), most: Math.round(spent[59]), elements: document.querySelectorAll('*').length };
  });
  console.log('five megabytes: a step of scrolling, milliseconds', JSON.stringify(frames));
  assert.ok(frames.elements < 30_000, `${frames.elements} elements for a long report`);
  await page.keyboard.press('End');
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('.text p', { hasText: 'the very last words' }).waitFor();

  // Hostile strings, under the page's own policy.
  const strict = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  strict.setDefaultTimeout(60_000);
  const victim = await strict.newPage();
  victim.on('dialog', (d) => { wrong.push('dialog: ' + d.message()); void d.dismiss(); });
  victim.on('pageerror', (e) => wrong.push('script error: ' + e.message));
  victim.on('request', (r) => { if (!r.url().startsWith(address) && !r.url().startsWith('data:')) wrong.push('request to ' + r.url()); });
  await victim.goto(address + '/add');
  await victim.setInputFiles('#files', hostile);
  await victim.getByText(/^Done:/).waitFor();
  const ids = (await (await page.request.get(`${address}/api/reports?limit=500`)).json()).reports.map((r) => r.id);
  const paths = ['/today?from=1999-01-01&to=1999-12-31', '/board', '/statements', '/statements?kind=position', '/statements?kind=event', '/timeline', '/actors', '/sources', '/find?q=window', '/find?q=' + encodeURIComponent('"><script>window.broken=1</script>')];
  const told = ids.slice(0, 120).map((id, i) => `/reports/${id}${i % 4 ? '' : '?entry=' + id + '%2Fp1'}`);
  assert.ok(told.length >= 100, `${told.length} hostile reports`);
  for (const path of [...paths, ...told]) {
    await victim.goto(address + path);
    await victim.waitForSelector(path.startsWith('/reports/') ? 'main .text p' : 'main h1');
    if (paths.includes(path)) await victim.waitForLoadState('networkidle');
    if (path.includes('?entry=')) await victim.waitForSelector('aside .acts');
    assert.equal(await victim.evaluate(() => window.broken), undefined, path);
    assert.equal(await victim.evaluate(() => document.querySelectorAll('main script, main iframe, main object, main form[action], main a[href^="javascript:"]').length), 0, path);
  }
  console.log('hostile strings shown as text on', paths.length + told.length, 'pages');
  assert.deepEqual(wrong, []);
  console.log('all well');
} catch (e) {
  await page.screenshot({ path: join(shots, 'wrong.png') });
  console.error(wrong.join('\n'));
  console.error(e);
  process.exitCode = 1;
} finally {
  await browser.close();
}
