import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { toast } from '../ui/toast.ts'
import { refresh } from './query-client.ts'

interface SendOptions<R, V> {
  /** What the screen says when it is done: `已签收`. */
  done?: string | ((result: R) => string)
  onDone?: (result: R, input: V) => void
}

/** One change: says when it is done, then everything on the screen is asked for again. */
export function useSend<R, V = void>(
  act: (input: V) => Promise<R>,
  options: SendOptions<R, V> = {},
): UseMutationResult<R, Error, V> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (result, input) => {
      if (options.done) toast(typeof options.done === 'function' ? options.done(result) : options.done)
      options.onDone?.(result, input)
      await refresh(client)
    },
  })
}
