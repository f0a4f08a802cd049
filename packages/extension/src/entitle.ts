import type { LogOutputChannel } from 'vscode'
import type { AuditView } from './audit/audit-view.ts'
import type { Stopping } from './commands/stopping.ts'
import type { DoctorView } from './doctor/doctor-view.ts'
import type { DriftMarks } from './drift/drift-marks.ts'
import type { ImportView } from './import/import-view.ts'
import type { LanguageServer } from './language/client.ts'
import type { PicturePanel } from './picture/picture-panel.ts'
import type { DifferenceDocuments } from './plan/difference-documents.ts'
import type { PlanView } from './plan/plan-view.ts'
import type { ReportPanel } from './report/report-panel.ts'
import type { ScenarioTests } from './scenarios/scenario-tests.ts'
import type { Engine } from './tenant/engine.ts'
import type { SandboxTenant } from './tenant/sandbox-tenant.ts'
import type { UndoMemory } from './undo/undo-memory.ts'

/** What commands work with. */
export interface Entitle {
  readonly log: LogOutputChannel
  readonly language: LanguageServer
  readonly sandbox: SandboxTenant
  readonly plans: PlanView
  readonly undos: UndoMemory
  readonly audits: AuditView
  readonly doctors: DoctorView
  readonly imports: ImportView
  readonly drift: DriftMarks
  readonly report: ReportPanel
  readonly scenarios: ScenarioTests
  readonly pictures: PicturePanel
  /** Stops the deployment that is under way. */
  readonly stopping: Stopping
  readonly differences: DifferenceDocuments
  /** Loads what reads and writes tenants, the first time that it is called. */
  engine(): Promise<Engine>
}
