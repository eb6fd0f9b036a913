import { serve, launch } from "./support/site.mjs";
const [out="/tmp/shots", ...only] = process.argv.slice(2);
import { mkdirSync } from "node:fs"; mkdirSync(out,{recursive:true});
const server = await serve(); const browser = await launch();
const sizes = {wide:[1440,900], mid:[1024,768], phone:[390,844]};
const scenes = JSON.parse(process.env.SCENES ?? '["start"]');
const acts = {
  start: async p=>{},
  dark: async p=>{},
  component: async p=>{ const w=await p.viewportSize(); if(w.width<768) await p.click('.tabs .tab:nth-child(1)'); await p.click('.outline-row:has-text("Node groups")'); await p.waitForTimeout(100); await p.locator('.fold summary').first().click().catch(()=>{}); },
  access: async p=>{ const w=await p.viewportSize(); if(w.width<768) await p.click('.tabs .tab:nth-child(1)'); await p.click('.outline-row:has-text("Access")'); },
  vpc: async p=>{ const w=await p.viewportSize(); if(w.width<768) await p.click('.tabs .tab:nth-child(1)'); await p.click('.outline-row:has-text("New VPC")'); await p.fill('#control-vpc_cidr','10.0.0.'); await p.waitForTimeout(600); },
  files: async p=>{ const w=await p.viewportSize(); await p.click(w.width<768?'.tabs .tab:nth-child(3)':'#tab-files'); await p.click('.tree-row:has-text("network-new-vpc.tf")'); },
  review: async p=>{ const w=await p.viewportSize(); await p.click(w.width<768?'.tabs .tab:nth-child(4)':'#tab-review'); },
  outline: async p=>{ await p.click('.tabs .tab:nth-child(1)'); },
  presets: async p=>{ await p.click('.menu summary'); },
};
for (const spec of (only.length?only:["wide.light.start","wide.dark.start","mid.light.start","phone.light.start"])) {
  const [size,theme,scene]=spec.split('.');
  const page = await (await browser.newContext({viewport:{width:sizes[size][0],height:sizes[size][1]},colorScheme:theme})).newPage();
  page.on('console',m=>{ if(m.type()!=='log') console.log(spec, m.type(), m.text().slice(0,1500)); }); page.on('pageerror',e=>console.log(spec,'ERR',String(e).slice(0,500)));
  await page.goto(server.url); await page.waitForSelector('h1'); await page.waitForTimeout(300);
  try { await acts[scene](page); } catch(e) { console.log(spec, String(e).slice(0,400)); }
  await page.waitForTimeout(400);
  await page.screenshot({path:`${out}/${spec}.png`});
  await page.context().close();
}
await browser.close(); await server.close();
