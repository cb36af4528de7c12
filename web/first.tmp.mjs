import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-dev-shm-usage'] });
for (let round=0; round<2; round++) for (const path of ['/', '/board', '/today?from=2033-12-24', '/statements', '/sources']) {
 const c = await b.newContext({ viewport: { width: 1440, height: 900 } }); const p = await c.newPage(); const t = Date.now();
 await p.goto('http://127.0.0.1:7979' + path, { waitUntil: 'commit' }); await p.waitForSelector('main h1'); const h1 = Date.now()-t;
 await p.waitForFunction(() => !document.body.innerText.includes('Loading') && document.querySelectorAll('main table td, main .quote').length > 3, null, {timeout: 60000}).catch(()=>{}); const full = Date.now()-t;
 const m = await p.evaluate(() => ({ fcp: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1), interactive: Math.round(performance.getEntriesByType('navigation')[0].domInteractive) }));
 console.log(round, path, 'heading', h1, 'filled', full, JSON.stringify(m)); await c.close(); }
await b.close();
