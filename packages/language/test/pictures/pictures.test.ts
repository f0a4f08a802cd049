import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { draw, drawablePackages, mermaid, mostPackages, svg } from '../../src/pictures/index.ts'
import type { Picture } from '../../src/pictures/picture.ts'
import { broken, widthOf } from '../../src/pictures/text-lines.ts'

const catalog = `tenant contoso "Contoso" { domain "contoso.com" }
organization fabrikam "Fabrikam <Ltd>" { domain "fabrikam.com" }
user  anna  "anna@contoso.com"
group desk  "Service desk"
app   crm   "CRM"
catalog tools "Tools" {
  resources desk, crm
  workflow badge "Badge" { logic app "a" resource group "b" subscription "c" on request }
  package kit "Kit" {
    grants "Member" of desk
    grants "Reader" of crm
    grants "Writer" of crm
    policy partners "Partners" {
      requestable by users from fabrikam
      requestor may choose dates
      managers may request for their reports
      approval {
        justification required
        stage by manager level 2, fallback anna {
          within 7 days
          escalate to desk, fallback anna after 3 days
        }
        stage by internal sponsors, fallback desk { justification optional }
      }
      expires after 90 days
      extension allowed with approval
      review quarterly { starting 2027-01-31 reviewers self, fallback desk if no response remove access }
      ask "Why?" required
      on request created call badge
    }
    policy staff "Staff" {
      requestable by any member
      approval not required
      never expires
    }
    policy ours "Ours" { assigned automatically where "user.department -eq \\"IT\\"", removed after 7 days }
    policy closed "Closed" { requestable by no one expires on 2027-06-30 }
  }
  package empty "Empty"
  package secret "Secret" { hidden policy s "S" { requestable by desk, anna } }
}
catalog bare "Bare"
`
const openSources = async (text: string) =>
  (await openWorkspace({ files: { '/a.entitle': text }, today: '2026-11-23' })).program

const drawn = async (what: Parameters<typeof draw>[1], text = catalog) => {
  const drawing = draw(await openSources(text), what)
  if (!('picture' in drawing)) throw new Error(drawing.says)
  return drawing.picture
}
const boxes = ({ columns }: Picture) => columns.flatMap(({ groups }) => groups.flatMap(group => group.boxes))

describe('the lifecycle of a package', () => {
  it('has a column for each policy: request, approval, access, review, end', async () => {
    const picture = await drawn({ what: 'lifecycle', package: 'kit' })
    expect(picture.title).toBe('Lifecycle of Kit, in Tools')
    const [partners, staff, ours, closed] = picture.columns.map(({ groups: [group] }) => [
      group?.heading,
      ...(group?.boxes.map(({ title, lines }) => [title, ...lines]) ?? []),
    ])
    expect(partners).toEqual([
      'Partners',
      [
        'Request',
        'by users from Fabrikam <Ltd>',
        'managers may request for their reports',
        'the requestor may choose dates',
        'with a justification',
        'answers 1 question',
        'on request created calls Badge',
      ],
      [
        'Approval, stage 1 of 2',
        'by manager, level 2, fallback anna@contoso.com',
        'who give a reason',
        'after 3 days also by Service desk, fallback anna@contoso.com',
        'denied unless approved within 7 days',
      ],
      [
        'Approval, stage 2 of 2',
        'by internal sponsors, fallback Service desk',
        'denied unless approved within 14 days',
      ],
      ['Access', 'Member of Service desk', 'Reader of CRM', 'Writer of CRM'],
      [
        'Review, quarterly',
        'from 2027-01-31',
        'by self, fallback Service desk',
        'open for 14 days',
        'whoever is denied loses access',
        'no response removes access',
      ],
      ['End after 90 days', 'may be extended, with approval'],
    ])
    expect(staff).toEqual([
      'Staff',
      ['Request', 'by any member'],
      ['Access', 'Member of Service desk', 'Reader of CRM', 'Writer of CRM'],
      ['No end'],
    ])
    expect([ours?.[1], ours?.at(-1)]).toEqual([
      ['Assigned automatically', 'where user.department -eq "IT"'],
      ['End: no longer matched', '7 days later'],
    ])
    expect([closed?.[1], closed?.at(-1)]).toEqual([
      ['No one may request', 'administrators assign it'],
      ['End on 2027-06-30'],
    ])
    expect(picture.arrows.map(({ label }) => label)).toEqual([
      ...[undefined, 'approved', 'approved', undefined, 'kept'],
      ...['no approval', undefined],
      ...[undefined, undefined],
      ...[undefined, undefined],
    ])
  })

  it('leads back to the sources', async () => {
    const picture = await drawn({ what: 'lifecycle', package: 'tools.kit' })
    const line = (title: string) => boxes(picture).find(box => box.title.startsWith(title))?.range?.start.line
    const lines = catalog.split('\n')
    expect(lines[line('Review') ?? 0]).toContain('review quarterly')
    expect(lines[line('Approval, stage 2') ?? 0]).toContain('stage by internal sponsors')
    expect(lines[line('End after') ?? 0]).toContain('expires after 90 days')
    expect(boxes(picture).every(({ range }) => range !== undefined)).toBe(true)
  })
})

describe('the access map', () => {
  it('leads from people to packages to what they give, each once', async () => {
    const picture = await drawn({ what: 'map' })
    const [people, packages, resources] = picture.columns.map(({ groups }) =>
      groups.flatMap(group => group.boxes.map(({ title }) => title)),
    )
    expect(people).toEqual([
      'Users from Fabrikam <Ltd>',
      'Any member',
      'Everybody whom a rule matches',
      'No one',
      'Service desk',
      'anna@contoso.com',
    ])
    expect(packages).toEqual(['Kit', 'Empty', 'Secret'])
    expect(resources).toEqual(['Service desk', 'CRM'])
    const titles = new Map(boxes(picture).map(({ id, title }) => [id, title]))
    const arrows = picture.arrows.map(({ from, to, label }) => `${titles.get(from)} > ${titles.get(to)}: ${label}`)
    expect(arrows).toContain('Kit > CRM: Reader, Writer')
    expect(arrows).toContain('Users from Fabrikam <Ltd> > Kit: Partners')
    expect(arrows).toContain('Service desk > Secret: S')
    expect(arrows).toHaveLength(8)
  })

  it('says in short how each policy goes', async () => {
    const picture = await drawn({ what: 'map', catalog: 'TOOLS' })
    expect(picture.title).toBe('Access map of Tools')
    const lines = (title: string) => boxes(picture).find(box => box.title === title)?.lines
    expect(lines('Kit')).toEqual([
      'Partners: 2 approvals, 90 days, reviewed quarterly',
      'Staff: no approval, no end, no review',
      'Ours: automatic, while it matches, no review',
      'Closed: no approval, until 2027-06-30, no review',
    ])
    expect(lines('Empty')).toEqual(['nobody can get it'])
    expect(lines('Secret')).toEqual(['hidden', 'S: no approval, no end, no review'])
  })
})

describe('what can’t be drawn', () => {
  const says = async (what: Parameters<typeof draw>[1], text = catalog) => {
    const drawing = draw(await openSources(text), what)
    return 'picture' in drawing ? undefined : [drawing.says, drawing.near]
  }

  it.each<[Parameters<typeof draw>[1], string, readonly string[]]>([
    [{ what: 'lifecycle', package: 'kid' }, 'No package is called kid.', ['kit', 'empty', 'secret']],
    [{ what: 'lifecycle', package: 'empty' }, 'Nobody can get Empty: it has no policy, and so no lifecycle.', []],
    [{ what: 'map', catalog: 'tool' }, 'No catalog is called tool.', ['tools', 'bare']],
    [{ what: 'map', catalog: 'bare' }, 'Bare has no package, so there is nothing to draw.', []],
  ])('%o', async (what, words, near) => {
    expect(await says(what)).toEqual([words, near])
  })

  it('is nothing, or several, or too much', async () => {
    expect(await says({ what: 'map' }, 'group g "G"')).toEqual([
      'The sources declare no package, so there is nothing to draw.',
      [],
    ])
    const twice = 'catalog a "A" { package p "P" }\ncatalog b "B" { package p "P" }\n'
    expect(await says({ what: 'lifecycle', package: 'p' }, twice)).toEqual([
      'Several packages are called p.',
      ['a.p', 'b.p'],
    ])
    const many = Array.from({ length: mostPackages + 1 }, (_, at) => `package p${at} "P${at}"`).join('\n')
    expect(await says({ what: 'map' }, `catalog a "A" {\n${many}\n}`)).toEqual([
      'A map of 151 packages is too large to look at. Draw one catalog.',
      ['a'],
    ])
  })

  it('is not offered', async () => {
    const program = await openSources(catalog)
    const uri = program.catalogs[0]?.range.uri ?? ''
    expect(drawablePackages(program)).toEqual({ names: ['kit', 'secret'] })
    expect(drawablePackages(program, { uri, line: 12 })).toEqual({ names: ['kit', 'secret'], here: 'kit' })
    expect(drawablePackages(program, { uri, line: 0 })).toEqual({ names: ['kit', 'secret'] })
    expect(drawablePackages(program, { uri: 'file:///other.entitle', line: 12 })).not.toHaveProperty('here')
  })
})

const wild: Picture = {
  title: 'A {map}; #1 <b>',
  columns: [
    {
      groups: [{ heading: '"G" `x`', boxes: [{ id: 'a', kind: 'people', title: '"A" <i>', lines: ['a;b#c\\n'] }] }],
    },
    { groups: [{ boxes: [{ id: 'b', kind: 'package', title: 'B\u202e', lines: [] }] }] },
  ],
  arrows: [{ from: 'a', to: 'b', label: 'x" y' }],
}

describe('Mermaid text', () => {
  it('says boxes, frames and arrows, and no name is markup', () => {
    expect(mermaid(wild)).toBe(`flowchart LR
  accTitle: A  map    1 <b>
  subgraph g1["#34;G#34; #96;x#96;"]
    a("#34;A#34; #60;i#62;<br/>a#59;b#35;c#92;n")
  end
  b["B#92;u{202e}"]
  a -->|"x#34; y"| b
`)
  })

  it('goes down where arrows do', async () => {
    expect(mermaid(await drawn({ what: 'lifecycle', package: 'kit' }))).toMatch(/^flowchart TD\n/)
  })
})

describe('SVG', () => {
  it('holds every text as text, a place in the sources, and what to say of each box', async () => {
    const text = svg(await drawn({ what: 'lifecycle', package: 'kit' }))
    expect(text).toContain('by users from Fabrikam')
    expect(text).not.toContain('<Ltd>')
    expect(text).toContain('&#60;Ltd&#62;')
    expect(text.match(/<g class="box/g)).toHaveLength(15)
    expect(text.match(/tabindex="0" role="link"/g)).toHaveLength(15)
    expect(text).toMatch(/aria-label="Access; Member of Service desk; [^"]*leads to Review, quarterly"/)
    expect(text).toMatch(/data-line="\d+"/)
    expect(svg(wild)).not.toMatch(/<i>|<b>/)
  })

  it('is well formed: each tag that opens is closed', () => {
    const open: string[] = []
    for (const [, closing, name = '', alone] of svg(wild).matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
      if (alone === '/') continue
      if (closing === '/') expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  it('lets no two boxes of a column overlap, and none leave the paper', async () => {
    const text = svg(await drawn({ what: 'map' }))
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(text)?.map(Number) ?? []
    const rects = [...text.matchAll(/<g class="box[^>]*><rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map(
      found => found.slice(1).map(Number) as [number, number, number, number],
    )
    expect(rects.length).toBeGreaterThan(8)
    for (const [index, [x, y, w, h]] of rects.entries()) {
      expect(x + w).toBeLessThan(width ?? 0)
      expect(y + h).toBeLessThan(height ?? 0)
      for (const [x2, y2, , h2] of rects.slice(index + 1)) expect(x !== x2 || y + h <= y2 || y2 + h2 <= y).toBe(true)
    }
  })
})

describe('lines of text', () => {
  it('are broken at blanks, else anywhere, and hold everything', () => {
    expect(broken('one two three', 60)).toEqual(['one two', 'three'])
    expect(broken('', 60)).toEqual([''])
    const long = 'https://contoso.sharepoint.com/sites/a-very-long-name'
    const lines = broken(long, 100)
    expect(lines.join('')).toBe(long)
    expect(lines.every(line => widthOf(line) <= 100)).toBe(true)
    expect(widthOf('漢字')).toBeGreaterThan(widthOf('ab'))
  })
})
