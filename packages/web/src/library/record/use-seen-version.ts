import { useState } from 'react'
import { ApiError } from '../../api/errors.ts'

/**
 * The version that a form was opened with. The record behind it comes anew by itself when somebody else changes it; what
 * was written meanwhile must be refused once and looked at, never silently overwritten.
 */
export function useSeenVersion(current: number, refused: unknown): number {
  const [seen, setSeen] = useState(current)
  const told = refused instanceof ApiError && refused.code === 'stale'
  if (told && seen !== current) setSeen(current)
  return seen
}
