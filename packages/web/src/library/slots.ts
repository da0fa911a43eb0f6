// The parts of a ledger's page that come only when they are looked at, and what each is given.
import { lazy } from 'react'
import type { LibraryView } from './fields/view.ts'
import type { Asked, RecordAnswer } from './api.ts'

/** Another way to look at the same question: board, funnel, map. */
export interface SightProps {
  library: LibraryView
  asked: Asked
  onOpen: (record: number) => void
}
/** 进阶: one record through its gate. */
export interface StageProps {
  library: LibraryView
  record: RecordAnswer
  onClose: () => void
}
/** A page of its own beside the list: import, design of a ledger. */
export interface PageProps {
  library: LibraryView
}

export const Board = lazy(() => import('./board/Board.tsx').then((m) => ({ default: m.Board })))
export const Funnel = lazy(() => import('./funnel/Funnel.tsx').then((m) => ({ default: m.Funnel })))
export const MapView = lazy(() => import('./map/MapView.tsx').then((m) => ({ default: m.MapView })))
export const StageDialog = lazy(() => import('./stage/StageDialog.tsx').then((m) => ({ default: m.StageDialog })))
export const ImportWizard = lazy(() => import('./import/ImportWizard.tsx').then((m) => ({ default: m.ImportWizard })))
