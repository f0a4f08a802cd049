import assert from 'node:assert/strict'
import { openWorkspace, type Report, reportHtml, trendOf } from '@entitle/language'
import type { Page } from 'playwright-core'
import type { Step } from '../e2e/harness/attempt.ts'
import type { Observed } from '../e2e/harness/browser.ts'
import { violations } from './violations.ts'

/** Something of every sort that a report tells of, with names that would be more than text if anybody let them. */
const sources = `standard ours extends recommended {
  deny hidden as never-hidden because "</td><script>document.title = 'run'</script>"
  rule mixed-audience off
}
tenant contoso "Contoso" { domain "contoso.com" }
organization fabrikam "Fabrikam <b>&amp;</b> Söhne" { domain "fabrikam.com" internal sponsors anna }
user anna "anna@contoso.com"
group desk "Desk"
catalog partners "Partners" {
  owners desk
  package one "One <img src=x onerror=alert(1)>" {
    hidden
    policy kept "Kept" {
      requestable by users from fabrikam
      approval { stage by internal sponsors, fallback desk }
      expires after 90 days
      review quarterly { reviewers desk if no response remove access }
    }
    policy broken "Broken" {
      requestable by any external user
      waive external-review until 2026-12-31 because "Pilot; GOV-118"
      waive any-external-user until 2026-01-31 because "Over"
    }
  }
}
`

const made = async (text: string): Promise<Report> =>
  (await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })).report()

const pageOf = async (): Promise<string> => {
  const now = await made(sources)
  const earlier = await made(sources.replace('expires after 90 days', 'never expires').replace('hidden', ''))
  return reportHtml(now, uri => uri.replace(/^.*\//, ''), trendOf(earlier, now))
}

const shown = async ({ page }: Observed, look: (page: Page) => Promise<void>): Promise<void> => {
  const other = await page.context().newPage()
  try {
    await other.setContent(await pageOf())
    await look(other)
  } finally {
    await other.close()
  }
}

/** The governance report as people see it. */
export const reportSteps: readonly Step<Observed>[] = [
  {
    name: 'the governance report has nothing that hinders anybody, in light and in dark and on paper',
    act: scene =>
      shown(scene, async page => {
        for (const media of [
          { colorScheme: 'light' },
          { colorScheme: 'dark' },
          { colorScheme: 'light', forcedColors: 'active' },
          { colorScheme: 'light', media: 'print' },
        ] as const) {
          await page.emulateMedia(media)
          assert.deepEqual(await violations(page), [], JSON.stringify(media))
        }
      }),
  },
  {
    name: 'names in it are text, and nothing in it runs or is loaded',
    act: scene =>
      shown(scene, async page => {
        assert.equal(await page.title(), 'Governance report, 2026-11-22')
        assert.equal(await page.locator('script, img, iframe, link').count(), 0)
        assert.ok((await page.getByText('One <img src=x onerror=alert(1)>').count()) > 0)
      }),
  },
  {
    name: 'on a narrow screen only the tables scroll sideways, and the keyboard reaches them',
    act: scene =>
      shown(scene, async page => {
        await page.setViewportSize({ width: 400, height: 800 })
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        assert.ok(wide <= 400, `the page is ${wide} wide`)
        const regions = await page.getByRole('region').count()
        assert.ok(regions >= 4, `${regions} regions`)
        await page.keyboard.press('Tab')
        const focused = await page.evaluate<string>('document.activeElement.className')
        assert.equal(focused, 'scroll')
      }),
  },
]
