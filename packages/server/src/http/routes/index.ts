import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Vars } from '../context.ts'
import { registerCodeTables } from './code-tables.ts'
import { registerDirectory } from './directory.ts'
import { registerDocumentReview } from './document-review.ts'
import { registerDocumentCompare } from './document-compare.ts'
import { registerDocuments } from './documents.ts'
import { registerEvents } from './events.ts'
import { registerFiles } from './files.ts'
import { registerHome } from './home.ts'
import { registerLeaders } from './leaders.ts'
import { registerLexicon } from './lexicon.ts'
import { registerLibrariesList } from './libraries-list.ts'
import { registerLibraryViews } from './libraries-views.ts'
import { registerLibraryBulk } from './library-bulk.ts'
import { registerLibraryImports } from './library-imports.ts'
import { registerLibraryExports } from './library-exports.ts'
import { registerLibraryLinks } from './library-links.ts'
import { registerLibraryMap } from './library-map.ts'
import { registerLibraryRecords } from './library-records.ts'
import { registerLibrarySetting } from './library-setting.ts'
import { registerLibraryStage } from './library-stage.ts'
import { registerMapBase } from './map-base.ts'
import { registerMatters } from './matters.ts'
import { registerMatterActions } from './matter-actions.ts'
import { registerOwnLibraries } from './own-libraries.ts'
import { registerUnits } from './units.ts'
import { registerAccountKeeping } from './accounts.ts'
import { registerAudit } from './audit.ts'
import { registerSecondFactor } from './second-factor.ts'

export function registerRoutes(app: OpenAPIHono<Vars>): void {
  registerHome(app)
  registerDirectory(app)
  registerLeaders(app)
  registerDocumentCompare(app)
  registerDocuments(app)
  registerDocumentReview(app)
  registerLexicon(app)
  registerMatters(app)
  registerMatterActions(app)
  registerFiles(app)
  registerEvents(app)
  registerLibrariesList(app)
  registerLibraryViews(app)
  registerLibraryRecords(app)
  registerLibraryStage(app)
  registerLibraryLinks(app)
  registerLibraryBulk(app)
  registerLibraryMap(app)
  registerMapBase(app)
  registerLibrarySetting(app)
  registerCodeTables(app)
  registerOwnLibraries(app)
  registerLibraryImports(app)
  registerLibraryExports(app)
  registerUnits(app)
  registerAccountKeeping(app)
  registerSecondFactor(app)
  registerAudit(app)
}
