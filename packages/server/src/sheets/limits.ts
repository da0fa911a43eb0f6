import type { SheetLimits } from './types.ts'

/** The last row and column that a worksheet has. */
export const maxRow = 1_048_576
export const maxColumn = 16_384

/** Batches stay below both: a row may have 16,384 cells. */
export const batchRows = 500
export const batchCells = 50_000

/**
 * 100,000 rows of 20 columns come to some 10 MB packed and 90 MB inflated; regular tables pack 1:30. What is inflated
 * is read as a stream, so the bound on it guards time, not memory.
 */
export const defaultSheetLimits: SheetLimits = {
  maxFileBytes: 50 * 1_048_576,
  maxInflatedBytes: 1_024 * 1_048_576,
  maxRatio: 100,
  ratioFloorBytes: 100 * 1_048_576,
  maxEntries: 10_000,
  maxSharedBytes: 128 * 1_048_576,
  maxCellUnits: 32_767,
  timeoutMs: 60_000,
  heapMb: 192,
}
