import type { UnitChangeResult } from '@yipanqi/model'
import type { ReactNode } from 'react'

type Move = UnitChangeResult['moves'][number]

/** `3 项牵头、5 项配合、2 个账号`; what is none is not said. */
export function moveWords(move: Move): string {
  const parts: [number, string][] = [
    [move.lead, '项牵头'],
    [move.support, '项配合'],
    [move.answers, '件待答复意见'],
    [move.accounts, '个账号'],
    [move.children, '个下级单位'],
    [move.leaders, '位分管县领导'],
    [move.records, '条台账记录'],
  ]
  const words = parts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : []))
  return words.join('、') || '没有要转的'
}

/** What goes where, and what is only said. Numbers, no titles: administrators do not look into the business. */
export function Moves({ result, done = false }: { result: UnitChangeResult; done?: boolean }): ReactNode {
  return (
    <div role="status">
      {result.moves.length > 0 && (
        <table className="moves">
          <caption className="sr">{done ? '已转' : '将转'}</caption>
          <thead>
            <tr>
              <th scope="col">由</th>
              <th scope="col">转到</th>
              <th scope="col">{done ? '已转' : '将转'}</th>
            </tr>
          </thead>
          <tbody>
            {result.moves.map((move) => (
              <tr key={`${move.from.id}-${move.to.id}`}>
                <td>{move.from.short}</td>
                <td>{move.to.short}</td>
                <td>
                  {moveWords(move)}
                  {move.numbers.length > 0 && (
                    <div className="mute small">
                      督办编号：{move.numbers.slice(0, 12).join('、')}
                      {move.numbers.length > 12 ? '…' : ''}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="plain-list">
        {result.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}
