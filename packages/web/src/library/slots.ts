import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
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

// A part that is not in this build is not offered; no page leads to nowhere.
const parts = import.meta.glob<Record<string, unknown>>([
  './board/Board.tsx',
  './funnel/Funnel.tsx',
  './map/MapView.tsx',
  './stage/StageDialog.tsx',
  './import/ImportWizard.tsx',
])

function slot<P>(path: string, name: string): LazyExoticComponent<ComponentType<P>> | null {
  const load = parts[path]
  return load ? lazy(async () => ({ default: (await load())[name] as ComponentType<P> })) : null
}

export const Board = slot<SightProps>('./board/Board.tsx', 'Board')
export const Funnel = slot<SightProps>('./funnel/Funnel.tsx', 'Funnel')
export const MapView = slot<SightProps>('./map/MapView.tsx', 'MapView')
export const StageDialog = slot<StageProps>('./stage/StageDialog.tsx', 'StageDialog')
export const ImportWizard = slot<PageProps>('./import/ImportWizard.tsx', 'ImportWizard')
