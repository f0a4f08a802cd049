import fs from 'node:fs'
import path from 'node:path'

/** A workspace made for measuring: every package has two policies, two approval stages, a review, questions and two grants. */
export interface Workload {
  readonly name: string
  readonly packages: number
  readonly files: number
}

export const workloads: readonly Workload[] = [
  { name: 'S', packages: 10, files: 3 },
  { name: 'M', packages: 1_000, files: 100 },
  { name: 'L', packages: 10_000, files: 1_000 },
]

const directory = `tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}

user  anna       "anna@contoso.com"
group governance "Identity Governance desk"
group managers   "Partner programme managers"

organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna, governance
}

policy template external-standard {
  approval {
    justification required
    stage by internal sponsors, fallback governance {
      within 14 days
      escalate to anna after 9 days
    }
    stage by governance
  }
  extension allowed with approval
}
`

const accessPackage = (n: number, catalog: number) => `
  package package-${n} "Package ${n}" {
    description "What the people of project ${n} need while it runs, from files to the customer system."
    grants "Member" of team-${catalog}
    grants "User of project ${n}" in app-${catalog}

    policy partners "Partners" from external-standard {
      requestable by users from fabrikam
      expires after 180 days
      review quarterly {
        starting 2027-01-04
        open for 14 days
        reviewers managers, fallback governance
        if no response remove access
      }
      ask "Which purchase order covers your work on project ${n}?" required matching "^PO-[0-9]{6}$"
      ask "Where do you work from?" choose "On site", "Remote"
    }

    policy staff "Employees" {
      requestable by any member
      approval {
        stage by manager, fallback governance { within 7 days }
        stage by managers
      }
      expires after 365 days
      extension denied
    }
  }
`

/** The files of a workload by name; the first holds what all refer to. */
export const filesOf = ({ packages, files }: Workload): Map<string, string> => {
  const sources = new Map([['directory.entitle', directory]])
  const catalogs = Math.max(1, files - 1)
  for (let c = 0, n = 0; c < catalogs; c += 1) {
    const until = Math.round(((c + 1) * packages) / catalogs)
    let text = `group team-${c} "Team ${c}"\napp   app-${c}  "Application ${c}"\n\ncatalog catalog-${c} "Catalog ${c}" {
  description "Everything of programme ${c}."
  visible to external users
  owners governance
  package managers managers
  resources team-${c}, app-${c}
`
    for (; n < until; n += 1) text += accessPackage(n, c)
    sources.set(`catalog-${c}.entitle`, `${text}}\n`)
  }
  return sources
}

/** Writes a workload into `folder` and returns its size in bytes. */
export const writeWorkload = (workload: Workload, folder: string): number => {
  fs.mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (const [name, text] of filesOf(workload)) {
    fs.writeFileSync(path.join(folder, name), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}
