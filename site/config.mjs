// The site of guide, Javadoc and benchmarks; site/build puts the pages together and runs this.
import { defineConfig } from 'vitepress'
import { readFileSync, readdirSync } from 'node:fs'

// The pages of the guide, in the order of its table of contents.
const contents = readFileSync(new URL('../guide/index.md', import.meta.url), 'utf8')
const guide = [...contents.matchAll(/^\| \[([^\]]+)\]\(([\w-]+)\.md\)/gm)]
  .map(([, text, page]) => ({ text, link: `/guide/${page}` }))

const benchmarks = readdirSync(new URL('../benchmarks', import.meta.url))
  .filter(name => /^\d{4}-/.test(name))
  .sort()
  .reverse()
  .map(name => name.replace('.md', ''))

// Results stand behind their statements, too far to the right for a phone: they go below.
function withResultsBelow(code) {
  return code.replace(/^([ ]*)(.*\S)?[ ]*(\/\/ .*)$/gm, (line, indent, statement, result) =>
    statement ? `${indent}${statement}\n${indent}${result}` : result)
}

export default defineConfig({
  title: 'Cumulus',
  description: 'Cumulative sums for the JVM',
  base: process.env.SITE_BASE ?? '/',
  lang: 'en',
  markdown: {
    html: false, // Angle brackets are text, not components.
    config(markdown) {
      const fence = markdown.renderer.rules.fence
      markdown.renderer.rules.fence = (tokens, index, ...rest) => {
        const block = tokens[index]
        if (block.info.startsWith('java')) {
          block.content = withResultsBelow(block.content)
        }
        return fence(tokens, index, ...rest)
      }
    }
  },
  ignoreDeadLinks: false,
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/guide/' },
      { text: 'Javadoc', link: '/javadoc/index.html', target: '_self' },
      { text: 'Benchmarks', link: '/benchmarks/' }
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'What Cumulus is', link: '/' },
          { text: 'All pages', link: '/guide/' },
          ...guide
        ]
      },
      {
        text: 'Benchmarks',
        items: [
          { text: 'How they are measured', link: '/benchmarks/' },
          { text: 'Files', link: '/benchmarks/files' },
          { text: 'Tables', link: '/benchmarks/tables' },
          { text: 'Spark', link: '/benchmarks/spark' },
          ...benchmarks.map(name => ({ text: name, link: `/benchmarks/${name}` }))
        ]
      },
      {
        text: 'Inside',
        items: [
          { text: 'How it works', link: '/design' },
          { text: 'Orders, precisely', link: '/orders' },
          { text: 'What was measured', link: '/measured' },
          { text: 'Contributing', link: '/CONTRIBUTING' },
          { text: 'What is new', link: '/CHANGELOG' }
        ]
      }
    ],
    docFooter: { prev: 'Previous', next: 'Next' }
  }
})
