import { Refusal } from '../dialogue/refusal.ts'
import type { Command } from './register.ts'

const desktopOnly: { readonly [name: string]: string } = {
  'entitle.plan': 'Plan',
  'entitle.planDeletions': 'Plan Deletions',
  'entitle.deploy': 'Deploy',
  'entitle.deployShownPlan': 'Deploy',
  'entitle.deployPart': 'Deploy This',
  'entitle.stopDeployment': 'Stop Deployment',
  'entitle.plan.showDifference': 'Show Difference',
  'entitle.plan.goToSource': 'Go to Declaration',
  'entitle.tenant.refresh': 'Refresh',
  'entitle.tenant.search': 'Search Tenant',
  'entitle.tenant.showExternal': 'Show External Access Only',
  'entitle.tenant.showAll': 'Show All Access',
  'entitle.tenant.openInPortal': 'Open in Entra Admin Center',
  'entitle.tenant.goToSource': 'Go to Source',
  'entitle.showPlanText': 'Show Plan as Text',
  'entitle.drift': 'Show Drift',
  'entitle.drift.clear': 'Clear Drift',
  'entitle.import': 'Import from Tenant',
  'entitle.import.showReport': 'Show What Was Imported',
  'entitle.audit': 'Audit Tenant',
  'entitle.doctor': 'Check Sign-In and Permissions',
  'entitle.signIn': 'Sign In',
  'entitle.sandbox.start': 'Start Sandbox Tenant',
  'entitle.sandbox.reset': 'Reset Sandbox Tenant',
  'entitle.sandbox.stop': 'Stop Sandbox Tenant',
}

/** Commands that need a machine to run on, as they are in a browser: each says where it works. */
export const browserRefusals: readonly Command[] = Object.entries(desktopOnly).map(([name, title]) => ({
  name,
  title,
  run: async () => {
    throw new Refusal(
      `${title} needs VS Code on the desktop, or a window that is connected to a remote machine: in the browser, Entitle checks and edits files, but neither plans, deploys nor audits.`,
      {},
    )
  },
}))
