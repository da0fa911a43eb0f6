import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseImportSearch } from './library/import/search.ts'
import { parseSearch } from './library/question/search.ts'
import { parseAccountSearch, parseAuditSearch, parseUnitSearch } from './admin/search.ts'
import { parseCompareSearch } from './documents/compare/queries.ts'
import { parseLexiconSearch } from './documents/lexicon/queries.ts'
import { parseListSearch } from './matters/list-search.ts'
import { Missing } from './shell/Missing.tsx'
import { Shell } from './shell/Shell.tsx'
import { PageFault } from './shell/PageFault.tsx'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: PageFault })

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  component: lazyRouteComponent(() => import('./session/LoginPage.tsx'), 'LoginPage'),
  validateSearch: (search: Record<string, unknown>): { from?: string; ended?: true } => ({
    ...(typeof search['from'] === 'string' && /^\/(?!\/)/.test(search['from']) ? { from: search['from'] } : {}),
    ...(search['ended'] ? { ended: true as const } : {}),
  }),
})

const firstPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-password',
  component: lazyRouteComponent(() => import('./session/FirstPasswordPage.tsx'), 'FirstPasswordPage'),
})

const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  component: lazyRouteComponent(() => import('./session/SecondFactorPage.tsx'), 'SecondFactorPage'),
})

/** `?matter=12` opens the drawer over whatever page is shown, so that a link to it can be sent to somebody. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  validateSearch: (search: Record<string, unknown>): { matter?: number } => {
    const matter = Number(search['matter'])
    return Number.isSafeInteger(matter) && matter > 0 ? { matter } : {}
  },
})

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
})
const documentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents',
  component: lazyRouteComponent(() => import('./documents/DocumentsPage.tsx'), 'DocumentsPage'),
})
const newDocumentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/new',
  component: lazyRouteComponent(() => import('./documents/NewDocumentPage.tsx'), 'NewDocumentPage'),
})
const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/compare',
  component: lazyRouteComponent(() => import('./documents/compare/ComparePage.tsx'), 'ComparePage'),
  validateSearch: parseCompareSearch,
})
const lexiconRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/lexicon',
  component: lazyRouteComponent(() => import('./documents/lexicon/LexiconPage.tsx'), 'LexiconPage'),
  validateSearch: parseLexiconSearch,
})
const documentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('./documents/DocumentPage.tsx'), 'DocumentPage'),
})
const mattersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/matters',
  component: lazyRouteComponent(() => import('./matters/MattersPage.tsx'), 'MattersPage'),
  validateSearch: parseListSearch,
})
const matterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('./matters/MatterPage.tsx'), 'MatterPage'),
})

const librariesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/libraries',
  component: lazyRouteComponent(() => import('./library/LibrariesPage.tsx'), 'LibrariesPage'),
})
const libraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/libraries/$library',
  component: lazyRouteComponent(() => import('./library/LibraryPage.tsx'), 'LibraryPage'),
  validateSearch: parseSearch,
})
const newRecordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/libraries/$library/new',
  component: lazyRouteComponent(() => import('./library/record/NewRecordPage.tsx'), 'NewRecordPage'),
})
const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/libraries/$library/import',
  component: lazyRouteComponent(() => import('./library/ImportPage.tsx'), 'ImportPage'),
  validateSearch: parseImportSearch,
})
const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/libraries/$library/$id',
  component: lazyRouteComponent(() => import('./library/record/RecordPage.tsx'), 'RecordPage'),
})

const ownLibrariesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/own-libraries',
  component: lazyRouteComponent(() => import('./library/design/OwnLibrariesPage.tsx'), 'OwnLibrariesPage'),
})
const newOwnLibraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/own-libraries/new',
  component: lazyRouteComponent(() => import('./library/design/DesignPage.tsx'), 'NewDesignPage'),
  validateSearch: (search: Record<string, unknown>): { kind?: 'extra' } =>
    search['kind'] === 'extra' ? { kind: 'extra' } : {},
})
const ownLibraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/own-libraries/$id',
  component: lazyRouteComponent(() => import('./library/design/OwnLibraryPage.tsx'), 'OwnLibraryPage'),
})
const editOwnLibraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/own-libraries/$id/edit',
  component: lazyRouteComponent(() => import('./library/design/DesignPage.tsx'), 'EditDesignPage'),
})

const codeTablesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/code-tables',
  component: lazyRouteComponent(() => import('./library/codes/CodeTablesPage.tsx'), 'CodeTablesPage'),
})

const leadersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leaders',
  component: lazyRouteComponent(() => import('./leaders/LeadersPage.tsx'), 'LeadersPage'),
})

const passwordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./session/PasswordPage.tsx'), 'PasswordPage'),
})
const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/units',
  component: lazyRouteComponent(() => import('./admin/units/UnitsPage.tsx'), 'UnitsPage'),
  validateSearch: parseUnitSearch,
})
const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/accounts',
  component: lazyRouteComponent(() => import('./admin/accounts/AccountsPage.tsx'), 'AccountsPage'),
  validateSearch: parseAccountSearch,
})
const batchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/accounts/batch',
  component: lazyRouteComponent(() => import('./admin/accounts/BatchPage.tsx'), 'BatchPage'),
})
const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/audit',
  component: lazyRouteComponent(() => import('./admin/audit/AuditPage.tsx'), 'AuditPage'),
  validateSearch: parseAuditSearch,
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    loginRoute,
    firstPasswordRoute,
    secondFactorRoute,
    shellRoute.addChildren([
      homeRoute,
      documentsRoute,
      newDocumentRoute,
      compareRoute,
      lexiconRoute,
      documentRoute,
      mattersRoute,
      matterRoute,
      librariesRoute,
      libraryRoute,
      newRecordRoute,
      importRoute,
      recordRoute,
      ownLibrariesRoute,
      newOwnLibraryRoute,
      ownLibraryRoute,
      editOwnLibraryRoute,
      codeTablesRoute,
      leadersRoute,
      passwordRoute,
      unitsRoute,
      accountsRoute,
      batchRoute,
      auditRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
