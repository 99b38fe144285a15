// Every link of every page leads to a file of the site, and to an anchor that is there.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(process.argv[2])
const base = process.env.SITE_BASE ?? '/'
const pages = readdirSync(root, { recursive: true })
  .filter(name => name.endsWith('.html'))
  .map(name => join(root, name))
const anchors = new Map()

function anchorsOf(page) {
  if (!anchors.has(page)) {
    const ids = readFileSync(page, 'utf8').matchAll(/\s(?:id|name)="([^"]*)"/g)
    anchors.set(page, new Set([...ids].map(([, id]) => unescaped(id))))
  }
  return anchors.get(page)
}

function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

function fileOf(path) {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
  return existsSync(file) ? file : existsSync(file + '.html') ? file + '.html' : undefined
}

let links = 0
const broken = []
for (const page of pages) {
  // The library's own pages may name any symbol; scripts make their links.
  const html = readFileSync(page, 'utf8').replace(/<script[\s\S]*?<\/script>/g, '')
  for (const [, raw] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = unescaped(raw)
    if (/^(https?:|mailto:|data:|javascript:)/.test(link)) {
      continue
    }
    links++
    const [path, anchor] = link.split('#')
    const name = decodeURIComponent(path.split('?')[0])
    const target = !name
      ? page
      : fileOf(name.startsWith('/') ? join(root, name.slice(base.length)) : resolve(dirname(page), name))
    if (!target) {
      broken.push(`${relative(root, page)}: no ${link}`)
    } else if (anchor && target.endsWith('.html') && !anchorsOf(target).has(decodeURIComponent(anchor))) {
      broken.push(`${relative(root, page)}: no anchor ${link}`)
    }
  }
}
if (broken.length > 0 || links === 0) {
  console.error(broken.join('\n'))
  console.error(`${broken.length} of ${links} links are broken`)
  process.exit(1)
}
console.log(`${links} links of ${pages.length} pages lead somewhere`)
